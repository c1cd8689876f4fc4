// SPDX-License-Identifier: MIT
// Comma-separated values, as in RFC 4180 but for the line ends; or values apart
// by tabs, one line an entry whatever stands in it, which has the first columns
// alone.
#include "core/entry_text.h"

struct row {
    struct buf *out;
    bool tabs;
};

static void put_quoted(struct buf *out, struct str text)
{
    if (str_find(text, ',', 0) == text.len &&
        str_find(text, '"', 0) == text.len &&
        str_find(text, '\n', 0) == text.len) {
        rec_clean(out, text);
        return;
    }
    buf_put_char(out, '"');
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find(text, '"', at);
        rec_clean(out, str_sub(text, at, end));
        buf_put(out, end < text.len ? STR("\"\"") : STR(""));
        at = end + 1;
    }
    buf_put_char(out, '"');
}

static void end_cell(const struct row *r)
{
    buf_put_char(r->out, r->tabs ? '\t' : ',');
}

static void put_cell(const struct row *r, struct str text)
{
    if (!r->tabs) {
        put_quoted(r->out, text);
    } else if (text.len == 0) {
        buf_put_char(r->out, '-');
    } else {
        entry_put_first_line(r->out, text);
    }
    end_cell(r);
}

static void put_number(const struct row *r, int64_t number, int64_t missing)
{
    if (number != missing) {
        buf_printf(r->out, "%lld", (long long)number);
    } else if (r->tabs) {
        buf_put_char(r->out, '-');
    }
    end_cell(r);
}

static void put_texts(const struct row *r, const struct str *texts,
                      size_t count)
{
    struct buf all = {0};
    for (size_t i = 0; i < count; i++) {
        buf_put(&all, i > 0 ? STR("; ") : STR(""));
        buf_put(&all, texts[i]);
    }
    put_cell(r, buf_view(&all));
    buf_finish(&all);
}

static void put_holds(const struct row *r, const struct entry *e)
{
    for (size_t i = 0; i < e->hold_count; i++) {
        buf_printf(r->out, "%s%d", i > 0 ? "; " : "", e->hold_s[i]);
    }
    end_cell(r);
}

static void put_ratings(const struct row *r, const struct entry *e)
{
    struct buf all = {0};
    for (size_t i = 0; i < e->rating_count; i++) {
        buf_printf(&all, "%s%.*s %d", i > 0 ? "; " : "",
                   STR_ARG(e->ratings[i].name), e->ratings[i].value);
    }
    put_cell(r, buf_view(&all));
    buf_finish(&all);
}

static void put_answers(const struct row *r, const struct entry *e)
{
    struct buf all = {0};
    for (size_t i = 0; i < e->answer_count; i++) {
        buf_printf(&all, "%s%.*s\n%.*s", i > 0 ? "\n" : "",
                   STR_ARG(e->answers[i].question),
                   STR_ARG(e->answers[i].text));
    }
    put_cell(r, buf_view(&all));
    buf_finish(&all);
}

static void put_sleep(const struct row *r, const struct entry *e)
{
    if (e->sleep_tenths >= 0) {
        buf_printf(r->out, "%d.%d", e->sleep_tenths / 10, e->sleep_tenths % 10);
    }
    end_cell(r);
}

#define COLUMNS                                                                \
    "id,at,day_date,kind,basis,cycle,week,day,session,planned_s,done_s,"       \
    "mood_before,mood_after,text"
#define MORE_COLUMNS                                                           \
    "zone,plan,amends,who,device,ended,breaths,hold_s,intention,sleep_h,"      \
    "sleep_quality,rate,effect,answer,tag"

static void put_columns(const struct row *r, const struct entry *e)
{
    put_cell(r, e->id);
    put_cell(r, e->at);
    day_print(e->day_date, r->out);
    end_cell(r);
    put_cell(r, e->kind_missing ? STR_NONE : day_kind_word(e->kind));
    put_cell(r, e->basis_missing ? STR_NONE : day_basis_word(e->basis));
    put_number(r, e->cycle, 0);
    put_number(r, e->week, 0);
    put_number(r, e->day, 0);
    put_cell(r, e->session);
    put_number(r, e->planned_s, -1);
    put_number(r, e->done_s, -1);
    put_number(r, e->mood_before, -1);
    put_number(r, e->mood_after, -1);
    put_cell(r, e->text);
}

static void put_more_columns(const struct row *r, const struct entry *e)
{
    put_cell(r, e->zone);
    put_cell(r, e->plan);
    put_cell(r, e->amends);
    put_cell(r, e->who);
    put_cell(r, e->device);
    put_cell(r, e->ended_early ? STR("early") : STR(""));
    put_number(r, e->breaths, -1);
    put_holds(r, e);
    put_cell(r, e->intention);
    put_sleep(r, e);
    put_number(r, e->sleep_quality, -1);
    put_ratings(r, e);
    put_texts(r, e->effects, e->effect_count);
    put_answers(r, e);
    put_texts(r, e->tags, e->tag_count);
}

void entry_put_row(const struct entry *e, enum entry_table table,
                   struct buf *out)
{
    const struct row r = {out, table == ENTRY_TABS};
    put_columns(&r, e);
    if (table == ENTRY_COMMAS) {
        put_more_columns(&r, e);
    }
    out->at[out->len - 1] = '\n';
}

void entry_put_head(enum entry_table table, struct buf *out)
{
    struct str head = table == ENTRY_COMMAS ? STR(COLUMNS "," MORE_COLUMNS "\n")
                                            : STR(COLUMNS "\n");
    for (size_t i = 0; i < head.len; i++) {
        bool apart = head.at[i] == ',' && table == ENTRY_TABS;
        buf_put_char(out, apart ? '\t' : head.at[i]);
    }
}
