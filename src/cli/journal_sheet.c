// SPDX-License-Identifier: MIT
// journal export --sheet: some weeks on paper, to look at together with
// somebody one trusts. A strip of days, what was practised with its moods, and
// of the words only those that carry the tag asked for: nothing private is on
// it by itself. No amount, no substance.
#include "cli/journal_sheet.h"
#include "base/utf8.h"
#include "cli/calendar.h"
#include "cli/journal.h"

enum { WEEK = 7, TITLE_ROOM = 28 };

struct sheet {
    const struct sheet_wish *wish;
    const struct entries *list;
    const bool *corrected;
    const struct book *book;
    struct buf *out;
};

static bool is_on(const struct sheet *s, size_t i)
{
    int32_t day = s->list->items[i].day_date.number;
    return !s->corrected[i] && day >= s->wish->from.number &&
           day <= s->wish->to.number;
}

static bool has_entry(const struct sheet *s, struct day d)
{
    for (size_t i = 0; i < s->list->count; i++) {
        if (is_on(s, i) && s->list->items[i].day_date.number == d.number) {
            return true;
        }
    }
    return false;
}

static void put_short_date(struct buf *out, struct day d)
{
    struct date date = day_date(d);
    struct str month = str_sub(month_name(date.month), 0, 3);
    buf_printf(out, "%2d %.*s", date.day, STR_ARG(month));
}

// A letter a day, an asterisk where something was written.
static void put_day(const struct sheet *s, struct day d)
{
    static const char letters[DAY_KIND_COUNT] = {
        [DAY_NONE] = '.',   [DAY_DOSE] = 'D',  [DAY_TRANSITION] = 'T',
        [DAY_NORMAL] = 'N', [DAY_BREAK] = 'B',
    };
    bool outside =
        d.number < s->wish->from.number || d.number > s->wish->to.number;
    if (outside) {
        buf_put(s->out, STR("    "));
        return;
    }
    struct day_key k = calendar_key(s->book->calendar, d);
    buf_printf(s->out, "  %c%c", letters[k.kind], has_entry(s, d) ? '*' : ' ');
}

static void put_strip(const struct sheet *s)
{
    buf_put(s->out, STR("Days       Mo  Tu  We  Th  Fr  Sa  Su\n"));
    struct day d = s->wish->from;
    d.number -= day_weekday(d);
    while (d.number <= s->wish->to.number) {
        put_short_date(s->out, d);
        buf_put(s->out, STR("   "));
        for (int i = 0; i < WEEK; i++, d.number++) {
            put_day(s, d);
        }
        calendar_end_line(s->out);
    }
    buf_put(s->out, STR("\nD dose   T transition   N normal   B break   . no "
                        "plan   * something was written\n"));
}

static void put_mood(struct buf *out, int mood)
{
    if (mood > 0) {
        buf_printf(out, "%6d", mood);
    } else {
        buf_put(out, STR("     -"));
    }
}

// The text in a column of room characters, cut or filled with blanks.
static void put_column(struct buf *out, struct str text, size_t room)
{
    struct buf clean = {0};
    calendar_put_line(&clean, text);
    struct str rest = buf_view(&clean);
    size_t at = 0, used = 0;
    while (at < rest.len && used < room) {
        utf8_next(rest, &at);
        used++;
    }
    buf_put(out, str_sub(rest, 0, at));
    for (; used < room; used++) {
        buf_put_char(out, ' ');
    }
    buf_finish(&clean);
}

static void put_entry(const struct sheet *s, const struct entry *e)
{
    struct str day = str_sub(weekday_name(day_weekday(e->day_date)), 0, 2);
    buf_printf(s->out, "%.*s ", STR_ARG(day));
    put_short_date(s->out, e->day_date);
    buf_put(s->out, STR("  "));
    put_column(s->out, day_kind_word(e->kind), 12);
    put_column(s->out, e->session.len > 0 ? e->session : STR("(check-in)"),
               TITLE_ROOM);
    if (e->done_s >= 0) {
        buf_printf(s->out, "%5lld", (long long)(e->done_s + 30) / 60);
    } else {
        buf_put(s->out, STR("    -"));
    }
    put_mood(s->out, e->mood_before);
    put_mood(s->out, e->mood_after);
    buf_put_char(s->out, '\n');
}

static void put_entries(const struct sheet *s)
{
    int64_t seconds = 0;
    int count = 0;
    buf_put(s->out, STR("\nDay        Kind        Practice             "
                        "         min  before after\n"));
    for (size_t i = 0; i < s->list->count; i++) {
        const struct entry *e = &s->list->items[i];
        if (is_on(s, i)) {
            put_entry(s, e);
            seconds += e->done_s > 0 ? e->done_s : 0;
            count++;
        }
    }
    if (count == 0) {
        buf_put(s->out, STR("nothing was written in these days\n"));
        return;
    }
    buf_printf(s->out, "%d %s, %lld minutes of practice. ", count,
               count == 1 ? "entry" : "entries",
               (long long)(seconds + 30) / 60);
    buf_put(s->out, STR("Moods: 1 heavy, 2 low, 3 even, 4 light, 5 "
                        "bright.\n"));
}

static bool is_chosen(const struct sheet *s, const struct entry *e)
{
    for (size_t i = 0; i < e->tag_count; i++) {
        if (str_equal(e->tags[i], s->wish->notes)) {
            return true;
        }
    }
    return false;
}

static void put_notes(const struct sheet *s)
{
    bool first = true;
    for (size_t i = 0; i < s->list->count; i++) {
        const struct entry *e = &s->list->items[i];
        if (!is_on(s, i) || !is_chosen(s, e) || e->text.len == 0) {
            continue;
        }
        buf_put(s->out, first ? STR("\nNotes\n") : STR(""));
        first = false;
        buf_put_char(s->out, '\n');
        calendar_put_date(s->out, e->day_date);
        buf_put_char(s->out, '\n');
        for (struct str rest = e->text; rest.len > 0;) {
            struct str line = str_cut(&rest, '\n');
            calendar_put_line(s->out, line);
            buf_put_char(s->out, '\n');
        }
    }
}

int journal_sheet(struct cli *cli, const struct sheet_wish *wish,
                  const struct entries *list)
{
    struct book book;
    struct buf out = {0};
    int status = calendar_open(cli, STR_NONE, &book);
    struct sheet_wish whole = *wish;
    if (!wish->to_given) {
        whole.to = book.today;
    }
    if (!wish->from_given) {
        whole.from.number = whole.to.number - (SHEET_DAYS - 1);
    }
    if (whole.from.number > whole.to.number) {
        return cli_fail(cli, EXIT_USAGE,
                        "journal export --sheet: --from lies after today; "
                        "give --to as well");
    }
    if (whole.to.number - whole.from.number >= SHEET_DAYS_MOST) {
        return cli_fail(cli, EXIT_USAGE,
                        "journal export --sheet: at most a year on a sheet; "
                        "give --from and --to");
    }
    struct sheet s = {.wish = &whole,
                      .list = list,
                      .corrected = entries_corrected(list, &cli->mem),
                      .book = &book,
                      .out = &out};
    calendar_put_date(&out, whole.from);
    buf_put(&out, STR(" to "));
    calendar_put_date(&out, whole.to);
    buf_put(&out, STR("\n\n"));
    put_strip(&s);
    put_entries(&s);
    put_notes(&s);
    calendar_print(cli, &out);
    return status;
}
