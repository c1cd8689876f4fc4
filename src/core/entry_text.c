// SPDX-License-Identifier: MIT
#include "core/entry_text.h"

void entry_put_length(struct buf *out, int64_t seconds)
{
    int64_t minutes = seconds / 60, rest = seconds % 60;
    if (minutes > 0) {
        buf_printf(out, "%lld min", (long long)minutes);
    }
    if (rest > 0 || minutes == 0) {
        buf_printf(out, "%s%lld s", minutes > 0 ? " " : "", (long long)rest);
    }
}

void entry_put_first_line(struct buf *out, struct str text)
{
    rec_clean_line(out, str_sub(text, 0, str_find(text, '\n', 0)));
}

static void put_label(struct buf *out, const char *label)
{
    buf_printf(out, "%-10s", label);
}

static void put_text_line(struct buf *out, const char *label, struct str text)
{
    if (text.len > 0) {
        put_label(out, label);
        rec_clean_line(out, text);
        buf_put_char(out, '\n');
    }
}

static void put_day(struct buf *out, const struct entry *e)
{
    date_sentence(e->day_date, NULL, out);
    buf_put(out, STR(", "));
    rec_clean_line(out, e->at);
    buf_put_char(out, '\n');
    put_text_line(out, "Id", e->id);
    put_text_line(out, "Corrects", e->amends);
    if (e->kind == DAY_NONE && e->plan.len == 0) {
        return;
    }
    put_label(out, "Day");
    buf_put(out, day_kind_word(e->kind));
    if (!e->basis_missing) {
        buf_put(out, STR(", "));
        buf_put(out, day_basis_word(e->basis));
    }
    if (e->day > 0) {
        buf_printf(out, "; cycle %d, week %d, day %d", e->cycle, e->week,
                   e->day);
    }
    if (e->plan.len > 0) {
        buf_put(out, STR("; "));
        rec_clean_line(out, e->plan);
    }
    buf_put_char(out, '\n');
}

static void put_practice(struct buf *out, const struct entry *e)
{
    put_text_line(out, "Who", e->who);
    put_text_line(out, "Intention", e->intention);
    put_text_line(out, "Practice", e->session);
    if (e->done_s >= 0) {
        put_label(out, "Done");
        entry_put_length(out, e->done_s);
        if (e->planned_s >= 0 && e->planned_s != e->done_s) {
            buf_put(out, STR(" of "));
            entry_put_length(out, e->planned_s);
        }
        buf_put(out, e->ended_early ? STR(", ended early") : STR(""));
        buf_put_char(out, '\n');
    }
    if (e->breaths >= 0) {
        put_label(out, "Breaths");
        buf_printf(out, "%d\n", e->breaths);
    }
    for (size_t i = 0; i < e->hold_count; i++) {
        put_label(out, "Held");
        entry_put_length(out, e->hold_s[i]);
        buf_put_char(out, '\n');
    }
}

static void put_numbers(struct buf *out, const struct entry *e)
{
    if (e->mood_before >= 0 || e->mood_after >= 0) {
        put_label(out, "Mood");
        if (e->mood_before >= 0) {
            buf_printf(out, "%d before%s", e->mood_before,
                       e->mood_after >= 0 ? ", " : "");
        }
        if (e->mood_after >= 0) {
            buf_printf(out, "%d after", e->mood_after);
        }
        buf_put_char(out, '\n');
    }
    if (e->sleep_tenths >= 0 || e->sleep_quality >= 0) {
        put_label(out, "Sleep");
        if (e->sleep_tenths >= 0) {
            buf_printf(out, "%d.%d h%s", e->sleep_tenths / 10,
                       e->sleep_tenths % 10, e->sleep_quality >= 0 ? ", " : "");
        }
        if (e->sleep_quality >= 0) {
            buf_printf(out, "%d of 5", e->sleep_quality);
        }
        buf_put_char(out, '\n');
    }
    for (size_t i = 0; i < e->rating_count; i++) {
        put_label(out, "Rated");
        rec_clean_line(out, e->ratings[i].name);
        buf_printf(out, " %d\n", e->ratings[i].value);
    }
}

static void put_lists(struct buf *out, const struct entry *e)
{
    for (size_t i = 0; i < e->effect_count; i++) {
        put_text_line(out, "Effect", e->effects[i]);
    }
    for (size_t i = 0; i < e->tag_count; i++) {
        put_text_line(out, "Tag", e->tags[i]);
    }
    put_text_line(out, "Device", e->device);
    for (size_t i = 0; i < e->other_count; i++) {
        rec_clean_line(out, e->others[i].name);
        buf_put_char(out, ' ');
        rec_clean_line(out, e->others[i].value);
        buf_put_char(out, '\n');
    }
}

void entry_put_text(const struct entry *e, struct buf *out)
{
    put_day(out, e);
    put_practice(out, e);
    put_numbers(out, e);
    put_lists(out, e);
    for (size_t i = 0; i < e->answer_count; i++) {
        buf_put_char(out, '\n');
        rec_clean_line(out, e->answers[i].question);
        buf_put_char(out, '\n');
        rec_clean(out, e->answers[i].text);
        buf_put_char(out, '\n');
    }
    if (e->text.len > 0) {
        buf_put_char(out, '\n');
        rec_clean(out, e->text);
        buf_put_char(out, '\n');
    }
}
