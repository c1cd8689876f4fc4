// SPDX-License-Identifier: MIT
#include "core/sheet.h"

#include <assert.h>

#include "core/entry_text.h"

static bool has_tag(const struct entry *e, struct str tag)
{
    for (size_t i = 0; i < e->tag_count; i++) {
        if (str_equal(e->tags[i], tag)) {
            return true;
        }
    }
    return false;
}

static void take_entries(struct sheet *s, const struct sheet_wish *wish,
                         const struct places *list, struct arena *mem)
{
    // Of the places inside the span, which come first.
    bool *left_out = places_corrected(list, mem);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        int32_t day = list->items[i].day.number;
        left_out[i] |= day < s->from.number || day > s->to.number;
        count += !left_out[i];
    }
    struct entry *entries = ARENA_ARRAY(mem, struct entry, count + 1);
    s->notes = ARENA_ARRAY(mem, const struct entry *, count + 1);
    struct rec_reader r = {.mem = mem};
    for (size_t i = 0; i < list->count; i++) {
        struct entry *e = &entries[s->count];
        if (left_out[i] || !place_read(list, &list->items[i], &r, e)) {
            continue;
        }
        s->count++;
        s->seconds += e->done_s > 0 ? e->done_s : 0;
        if (e->text.len > 0 && has_tag(e, wish->notes)) {
            s->notes[s->note_count++] = e;
        }
    }
    s->entries = entries;
}

void sheet_make(struct sheet *out, const struct sheet_wish *wish,
                const struct places *list, const struct calendar *calendar,
                struct arena *mem)
{
    assert(wish->from.number <= wish->to.number);
    *out = (struct sheet){.from = wish->from, .to = wish->to};
    take_entries(out, wish, list, mem);
    struct day first = {wish->from.number - day_weekday(wish->from)};
    int32_t span = wish->to.number - first.number;
    out->week_count = (size_t)(span / SHEET_WEEK) + 1;
    size_t count = out->week_count * SHEET_WEEK;
    struct sheet_day *days = ARENA_ARRAY(mem, struct sheet_day, count);
    for (size_t i = 0; i < count; i++) {
        struct sheet_day *d = &days[i];
        d->day.number = first.number + (int32_t)i;
        d->inside = d->day.number >= wish->from.number &&
                    d->day.number <= wish->to.number;
        d->kind = d->inside ? calendar_key(calendar, d->day).kind : DAY_NONE;
    }
    for (size_t i = 0; i < out->count; i++) {
        days[out->entries[i].day_date.number - first.number].written = true;
    }
    out->days = days;
}

void sheet_title(const struct sheet *s, struct buf *out)
{
    date_sentence(s->from, NULL, out);
    buf_put(out, STR(" to "));
    date_sentence(s->to, NULL, out);
}

char sheet_letter(enum day_kind kind)
{
    static const char letters[DAY_KIND_COUNT] = {
        [DAY_NONE] = '.',   [DAY_DOSE] = 'D',  [DAY_TRANSITION] = 'T',
        [DAY_NORMAL] = 'N', [DAY_BREAK] = 'B',
    };
    return letters[kind];
}

struct str sheet_legend(void)
{
    return STR("D dose   T transition   N normal   B break   . no plan   "
               "* something was written");
}

static void put_short_date(struct buf *out, struct day d)
{
    struct date date = day_date(d);
    struct str month = str_sub(month_name(date.month), 0, 3);
    buf_printf(out, "%2d %.*s", date.day, STR_ARG(month));
}

void sheet_week_name(const struct sheet *s, size_t week, struct buf *out)
{
    put_short_date(out, s->days[week * SHEET_WEEK].day);
}

struct str sheet_head(size_t cell)
{
    static const char *const heads[SHEET_CELLS] = {"Day", "Kind",   "Practice",
                                                   "min", "before", "after"};
    return str_from(heads[cell]);
}

static void put_mood(int mood, struct buf *out)
{
    if (mood > 0) {
        buf_printf(out, "%d", mood);
    } else {
        buf_put_char(out, '-');
    }
}

void sheet_cell(const struct entry *e, size_t cell, struct buf *out)
{
    struct str day = weekday_name(day_weekday(e->day_date));
    switch (cell) {
    case 0:
        buf_put(out, str_sub(day, 0, 2));
        buf_put_char(out, ' ');
        put_short_date(out, e->day_date);
        break;
    case 1:
        buf_put(out, day_kind_word(e->kind));
        break;
    case 2:
        rec_clean_line(out,
                       e->session.len > 0 ? e->session : STR("(check-in)"));
        break;
    case 3:
        if (e->done_s >= 0) {
            buf_printf(out, "%lld", (long long)(e->done_s + 30) / 60);
        } else {
            buf_put_char(out, '-');
        }
        break;
    case 4:
        put_mood(e->mood_before, out);
        break;
    default:
        put_mood(e->mood_after, out);
    }
}

void sheet_total(const struct sheet *s, struct buf *out)
{
    if (s->count == 0) {
        buf_put(out, STR("nothing was written in these days"));
        return;
    }
    long long minutes = (s->seconds + 30) / 60;
    buf_printf(out, "%zu %s, %lld %s of practice. ", s->count,
               s->count == 1 ? "entry" : "entries", minutes,
               minutes == 1 ? "minute" : "minutes");
    buf_put(out, STR("Moods: 1 heavy, 2 low, 3 even, 4 light, 5 bright."));
}
