// SPDX-License-Identifier: MIT
// Content lines are written whole and folded at 75 octets, never inside a
// character (RFC 5545, 3.1). A UID is the day and the Id of its plan, so that
// exporting again renews an event and does not double it.
#include "core/calendar_ics.h"

enum { FOLD_OCTETS = 75, OPEN_PLAN_DAYS = 84 };

// Folds the line that begins at byte from, and ends it.
static void end_line(struct buf *line, struct buf *out)
{
    struct str rest = buf_view(line);
    size_t room = FOLD_OCTETS;
    while (rest.len > room) {
        size_t cut = room;
        while (cut > 1 && ((unsigned char)rest.at[cut] & 0xc0) == 0x80) {
            cut--;
        }
        buf_put(out, str_sub(rest, 0, cut));
        buf_put(out, STR("\r\n "));
        rest = str_sub(rest, cut, rest.len);
        room = FOLD_OCTETS - 1; // the blank counts
    }
    buf_put(out, rest);
    buf_put(out, STR("\r\n"));
    buf_clear(line);
}

static void put_line(struct buf *out, const char *text)
{
    struct buf line = {0};
    buf_put(&line, str_from(text));
    end_line(&line, out);
    buf_finish(&line);
}

// TEXT of RFC 5545, 3.3.11; what is no valid text was cleaned when written,
// but a hand may have been at the file since.
static void put_text(struct buf *line, struct str text)
{
    struct buf clean = {0};
    rec_clean(&clean, text);
    for (size_t i = 0; i < clean.len; i++) {
        char c = clean.at[i];
        if (c == '\n') {
            buf_put(line, STR("\\n"));
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') {
            buf_put_char(line, '\\');
        }
        buf_put_char(line, c);
    }
    buf_finish(&clean);
}

static void put_date(struct buf *line, struct day d)
{
    struct date date = day_date(d);
    buf_printf(line, "%04d%02d%02d", date.year, date.month, date.day);
}

static void put_event(struct buf *out, const struct plan *p, struct day d,
                      struct str stamp)
{
    struct buf line = {0};
    bool named = p->discreet.len > 0;
    put_line(out, "BEGIN:VEVENT");
    buf_put(&line, STR("UID:"));
    put_date(&line, d);
    buf_put(&line, STR("-"));
    put_text(&line, p->id);
    buf_put(&line, STR("@breathmark"));
    end_line(&line, out);
    buf_printf(&line, "DTSTAMP:%.*s", STR_ARG(stamp));
    end_line(&line, out);
    buf_put(&line, STR("DTSTART;VALUE=DATE:"));
    put_date(&line, d);
    end_line(&line, out);
    buf_put(&line, STR("DTEND;VALUE=DATE:"));
    put_date(&line, (struct day){d.number + 1});
    end_line(&line, out);
    buf_put(&line, STR("SUMMARY:"));
    put_text(&line, named ? p->discreet : STR("Breathing practice"));
    end_line(&line, out);
    put_line(out, "CLASS:PRIVATE");
    put_line(out, "TRANSP:TRANSPARENT");
    put_line(out, "END:VEVENT");
    buf_finish(&line);
}

// Whether d is past what is shown of the plan that is in force on first.
static bool is_past(const struct plan *p, const struct day_key *first,
                    const struct day_key *k, int32_t gone)
{
    // However long pauses are, it ends.
    const int32_t most = 2 * (PLAN_DAYS_MAX + PLAN_DAYS_MAX);
    return p->cycle_days > 0 ? k->cycle > first->cycle + 1 || gone > most
                             : gone >= OPEN_PLAN_DAYS;
}

static size_t put_plan(const struct calendar *c, struct day from,
                       struct str stamp, struct buf *out)
{
    const struct plan *p = calendar_plan(c, from);
    struct day_key first = calendar_key(c, from);
    size_t events = 0;
    for (struct day d = from; calendar_plan(c, d) == p; d.number++) {
        struct day_key k = calendar_key(c, d);
        if (is_past(p, &first, &k, d.number - from.number)) {
            break;
        }
        if (k.kind == DAY_DOSE) {
            put_event(out, p, d, stamp);
            events++;
        }
    }
    return events;
}

size_t calendar_ics(const struct calendar *c, struct day today,
                    const struct wall *now, struct buf *out)
{
    int64_t utc = wall_utc(now);
    int32_t day = (int32_t)((utc - (utc % 86400 + 86400) % 86400) / 86400);
    int32_t second = (int32_t)(utc - (int64_t)day * 86400);
    struct buf stamp = {0};
    put_date(&stamp, (struct day){day});
    buf_printf(&stamp, "T%02d%02d%02dZ", second / 3600, second / 60 % 60,
               second % 60);
    put_line(out, "BEGIN:VCALENDAR");
    put_line(out, "VERSION:2.0");
    put_line(out, "PRODID:-//Breathmark//Breathmark//EN");
    put_line(out, "CALSCALE:GREGORIAN");
    size_t events = 0;
    if (calendar_plan(c, today)) {
        events += put_plan(c, today, buf_view(&stamp), out);
    }
    const struct plan *p = calendar_next_plan(c, today);
    for (; p; p = calendar_next_plan(c, p->start)) {
        events += put_plan(c, p->start, buf_view(&stamp), out);
    }
    put_line(out, "END:VCALENDAR");
    buf_finish(&stamp);
    return events;
}

bool plan_from_days(const struct day *days, size_t count, struct arena *mem,
                    struct plan out[2])
{
    int64_t first = days[0].number;
    int64_t span = days[count - 1].number - first + 1;
    if (span > PLAN_SPAN_MAX) {
        return false;
    }
    enum day_kind *pattern = ARENA_ARRAY(mem, enum day_kind, (size_t)span);
    for (int64_t i = 0; i < span; i++) {
        pattern[i] = DAY_NORMAL;
    }
    for (size_t i = 0; i < count; i++) {
        pattern[days[i].number - first] = DAY_DOSE;
    }
    plan_init(&out[0]);
    out[0].start = days[0];
    out[0].rule = RULE_PATTERN;
    out[0].pattern = pattern;
    out[0].length = (int)span;
    plan_init(&out[1]);
    out[1].start.number = (int32_t)(first + span);
    out[1].rule = RULE_NONE;
    return true;
}
