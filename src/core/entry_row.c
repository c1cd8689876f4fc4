// SPDX-License-Identifier: MIT
// Comma-separated values, as in RFC 4180 but for the line ends.
#include "core/entry_text.h"

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

static const char head[] =
    "id,at,day_date,kind,basis,cycle,week,day,session,planned_s,done_s,"
    "mood_before,mood_after,text,zone,plan,amends,who,device,ended,breaths,"
    "hold_s,intention,sleep_h,sleep_quality,rate,effect,answer,tag\n";

void entry_put_row(const struct entry *e, struct buf *out)
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

struct str entry_row_head(void)
{
    return str_from(head);
}
