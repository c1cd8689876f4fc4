// SPDX-License-Identifier: MIT
// journal export: comma-separated values with every field of every entry, as
// in RFC 4180 but for the line ends, plain text to read and print, or a sheet of
// some weeks (journal_sheet.h).
#include "cli/calendar.h"
#include "cli/journal.h"
#include "cli/journal_sheet.h"

struct export
{
    struct words *w;
    bool csv, text, sheet, from_given, to_given;
    struct str notes; // of the sheet: a tag
    struct day from, to;
};

static void put_cell(struct buf *out, struct str text)
{
    struct buf clean = {0};
    rec_clean(&clean, text);
    struct str s = buf_view(&clean);
    bool quote = false;
    for (size_t i = 0; i < s.len && !quote; i++) {
        quote = s.at[i] == ',' || s.at[i] == '"' || s.at[i] == '\n';
    }
    buf_put(out, quote ? STR("\"") : STR(""));
    for (size_t i = 0; i < s.len; i++) {
        buf_put(out, s.at[i] == '"' ? STR("\"") : STR(""));
        buf_put_char(out, s.at[i]);
    }
    buf_put(out, quote ? STR("\",") : STR(","));
    buf_finish(&clean);
}

static void put_number(struct buf *out, int64_t number, int64_t missing)
{
    if (number != missing) {
        buf_printf(out, "%lld", (long long)number);
    }
    buf_put_char(out, ',');
}

static void put_texts(struct buf *out, const struct str *texts, size_t count)
{
    struct buf all = {0};
    for (size_t i = 0; i < count; i++) {
        buf_put(&all, i > 0 ? STR("; ") : STR(""));
        buf_put(&all, texts[i]);
    }
    put_cell(out, buf_view(&all));
    buf_finish(&all);
}

static void put_holds(struct buf *out, const struct entry *e)
{
    for (size_t i = 0; i < e->hold_count; i++) {
        buf_printf(out, "%s%d", i > 0 ? "; " : "", e->hold_s[i]);
    }
    buf_put_char(out, ',');
}

static void put_ratings(struct buf *out, const struct entry *e)
{
    struct buf all = {0};
    for (size_t i = 0; i < e->rating_count; i++) {
        buf_printf(&all, "%s%.*s %d", i > 0 ? "; " : "",
                   STR_ARG(e->ratings[i].name), e->ratings[i].value);
    }
    put_cell(out, buf_view(&all));
    buf_finish(&all);
}

static void put_answers(struct buf *out, const struct entry *e)
{
    struct buf all = {0};
    for (size_t i = 0; i < e->answer_count; i++) {
        buf_printf(&all, "%s%.*s\n%.*s", i > 0 ? "\n" : "",
                   STR_ARG(e->answers[i].question),
                   STR_ARG(e->answers[i].text));
    }
    put_cell(out, buf_view(&all));
    buf_finish(&all);
}

static const char csv_head[] =
    "id,at,day_date,kind,basis,cycle,week,day,session,planned_s,done_s,"
    "mood_before,mood_after,text,zone,plan,amends,who,device,ended,breaths,"
    "hold_s,intention,sleep_h,sleep_quality,rate,effect,answer,tag\n";

static void put_row(struct buf *out, const struct entry *e)
{
    put_cell(out, e->id);
    put_cell(out, e->at);
    day_print(e->day_date, out);
    buf_put_char(out, ',');
    put_cell(out, day_kind_word(e->kind));
    put_cell(out, day_basis_word(e->basis));
    put_number(out, e->cycle, 0);
    put_number(out, e->week, 0);
    put_number(out, e->day, 0);
    put_cell(out, e->session);
    put_number(out, e->planned_s, -1);
    put_number(out, e->done_s, -1);
    put_number(out, e->mood_before, -1);
    put_number(out, e->mood_after, -1);
    put_cell(out, e->text);
    put_cell(out, e->zone);
    put_cell(out, e->plan);
    put_cell(out, e->amends);
    put_cell(out, e->who);
    put_cell(out, e->device);
    put_cell(out, e->ended_early ? STR("early") : STR(""));
    put_number(out, e->breaths, -1);
    put_holds(out, e);
    put_cell(out, e->intention);
    if (e->sleep_tenths >= 0) {
        buf_printf(out, "%d.%d", e->sleep_tenths / 10, e->sleep_tenths % 10);
    }
    buf_put_char(out, ',');
    put_number(out, e->sleep_quality, -1);
    put_ratings(out, e);
    put_texts(out, e->effects, e->effect_count);
    put_answers(out, e);
    put_texts(out, e->tags, e->tag_count);
    out->at[out->len - 1] = '\n';
}

static bool is_wanted(const struct export *x, const struct entry *e)
{
    return (!x->from_given || e->day_date.number >= x->from.number) &&
           (!x->to_given || e->day_date.number <= x->to.number);
}

static void print_all(const struct export *x, const struct entries *list)
{
    struct buf out = {0};
    bool first = true;
    buf_put(&out, x->csv ? str_from(csv_head) : STR(""));
    for (size_t i = 0; i < list->count; i++) {
        const struct entry *e = &list->items[i];
        if (!is_wanted(x, e)) {
            continue;
        }
        if (x->csv) {
            put_row(&out, e);
        } else {
            buf_put(&out, first ? STR("") : STR("\n----\n\n"));
            journal_print_entry(e, &out);
        }
        first = false;
    }
    calendar_print(x->w->cli, &out);
}

static int print_sheet(const struct export *x, const struct entries *list)
{
    struct sheet_wish wish = {.from = x->from,
                              .to = x->to,
                              .from_given = x->from_given,
                              .to_given = x->to_given,
                              .notes =
                                  x->notes.len > 0 ? x->notes : STR("share")};
    return journal_sheet(x->w->cli, &wish, list);
}

static int take_date(struct export *x, struct str option, bool *given,
                     struct day *day)
{
    struct str value = STR_NONE;
    *given = true;
    return words_value(x->w, option, &value) &&
                   calendar_date(x->w->cli, value, day)
               ? EXIT_DONE
               : EXIT_USAGE;
}

static int take_word(struct export *x, struct str word, bool option)
{
    if (option && str_equal(word, STR("--from"))) {
        return take_date(x, word, &x->from_given, &x->from);
    }
    if (option && str_equal(word, STR("--to"))) {
        return take_date(x, word, &x->to_given, &x->to);
    }
    if (option && str_equal(word, STR("--notes"))) {
        return words_value(x->w, word, &x->notes) ? EXIT_DONE : EXIT_USAGE;
    }
    bool csv = option && str_equal(word, STR("--csv"));
    bool text = option && str_equal(word, STR("--text"));
    bool sheet = option && str_equal(word, STR("--sheet"));
    if (!csv && !text && !sheet) {
        return cli_unknown(x->w, "journal export", word);
    }
    x->csv = x->csv || csv;
    x->text = x->text || text;
    x->sheet = x->sheet || sheet;
    return words_flag(x->w, word) ? EXIT_DONE : EXIT_USAGE;
}

int journal_export_run(struct words *w)
{
    struct export x = {.w = w};
    struct diary diary;
    struct str word = STR_NONE;
    bool option = false;
    int status = EXIT_DONE;
    while (status == EXIT_DONE && words_next(w, &word, &option)) {
        status = take_word(&x, word, option);
    }
    if (status == EXIT_DONE && x.csv + x.text + x.sheet != 1) {
        status = cli_fail(w->cli, EXIT_USAGE,
                          "journal export: say how, --csv, --text or --sheet");
    }
    if (status == EXIT_DONE && x.notes.len > 0 && !x.sheet) {
        status = cli_fail(w->cli, EXIT_USAGE,
                          "journal export: --notes goes with --sheet");
    }
    if (status == EXIT_DONE && x.from_given && x.to_given &&
        x.from.number > x.to.number) {
        status = cli_fail(w->cli, EXIT_USAGE,
                          "journal export: --from lies after --to");
    }
    if (status != EXIT_DONE) {
        return status;
    }
    status = journal_open(w->cli, &diary, false);
    if (x.sheet) {
        int printed = print_sheet(&x, &diary.entries);
        return status == EXIT_DONE ? printed : status;
    }
    print_all(&x, &diary.entries);
    return status;
}
