// SPDX-License-Identifier: MIT
// The schedule is made in one pass over rows and says in playing order. Each
// text is due at its own moment, and shown then or when the one before it has
// had its least time. So that nothing piles up in a session with a text on
// every phase, a phase's text goes with its phase, and a say that waited
// longer than GUIDANCE_LATE_MS goes when another one is due.
#include "frame/guidance.h"

#include "base/utf8.h"

struct due { // a text on its way to the screen
    struct str text;
    int64_t at_ms;
    int64_t stale_ms; // not shown from then on
    int64_t gone_ms;  // leaves the screen then at the latest
    bool say;
    size_t order;
};

struct cursor { // over rows and says in playing order
    const struct timeline *tl;
    size_t row, event;
};

static struct due due_of_row(const struct row *r)
{
    bool later = r->verb == VERB_BREATHE && r->breath > 1;
    return (struct due){
        .text = r->text,
        .at_ms = r->start_ms,
        .stale_ms = later ? r->end_ms : r->step_end_ms,
        .gone_ms = r->until_tap ? r->end_ms : INT64_MAX,
        .order = r->order,
    };
}

static bool next_due(struct cursor *c, struct due *out)
{
    const struct timeline *tl = c->tl;
    while (c->row < tl->row_count && tl->rows[c->row].text.len == 0) {
        c->row++;
    }
    while (c->event < tl->event_count &&
           (tl->events[c->event].kind != EVENT_SAY ||
            tl->events[c->event].text.len == 0)) {
        c->event++;
    }
    bool row = c->row < tl->row_count;
    bool event = c->event < tl->event_count;
    if (row && event) {
        const struct row *r = &tl->rows[c->row];
        const struct event *e = &tl->events[c->event];
        row = r->start_ms < e->at_ms ||
              (r->start_ms == e->at_ms && r->order < e->order);
    }
    if (row) {
        *out = due_of_row(&tl->rows[c->row++]);
        return true;
    }
    if (event) {
        const struct event *e = &tl->events[c->event++];
        *out = (struct due){e->text,   e->at_ms, INT64_MAX,
                            INT64_MAX, true,     e->order};
        return true;
    }
    return false;
}

static int64_t least_ms(struct str text)
{
    return GUIDANCE_LEAST_MS +
           GUIDANCE_PER_LETTER_MS * (int64_t)utf8_length(text);
}

static int width_of(uint32_t c)
{
    static const uint32_t wide[][2] = {
        {0x1100, 0x115f}, {0x2e80, 0xa4cf},   {0xac00, 0xd7a3},
        {0xf900, 0xfaff}, {0xfe30, 0xfe6f},   {0xff00, 0xff60},
        {0xffe0, 0xffe6}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd},
    };
    if (c >= 0x300 && c <= 0x36f) {
        return 0;
    }
    for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++) {
        if (c >= wide[i][0] && c <= wide[i][1]) {
            return 2;
        }
    }
    return 1;
}

static int units_of(struct str s)
{
    int units = 0;
    for (size_t at = 0; at < s.len;) {
        units += width_of(utf8_next(s, &at));
    }
    return units;
}

// Bytes of the longest start of s that fits and ends where a line may end.
static size_t fit(struct str s, int units)
{
    size_t good = 0;
    int used = 0;
    for (size_t at = 0; at < s.len;) {
        size_t before = at;
        uint32_t c = utf8_next(s, &at);
        int width = width_of(c);
        if (c == ' ' || (width == 2 && before > 0)) {
            good = before;
        }
        // A mark that closes the line hangs over its end.
        bool closes = c == '.' || c == ',' || c == '!' || c == '?';
        if (used + width > units + closes && c != ' ') {
            return good > 0 ? good : before > 0 ? before : at;
        }
        used += width;
    }
    return s.len;
}

static struct str cut_line(struct str *rest, int units)
{
    size_t len = fit(*rest, units);
    struct str line = str_trim(str_sub(*rest, 0, len));
    *rest = str_trim(str_sub(*rest, len, rest->len));
    return line;
}

// Where a sentence ends so that it and what follows fit in a line each; of
// several the last. 0 when none does.
static size_t sentence_end(struct str text, int units)
{
    size_t end = 0;
    for (size_t at = 1; at < text.len; at++) {
        bool stop = text.at[at - 1] == '.' || text.at[at - 1] == '!' ||
                    text.at[at - 1] == '?';
        if (stop && text.at[at] == ' ' &&
            units_of(str_sub(text, 0, at)) <= units &&
            units_of(str_sub(text, at + 1, text.len)) <= units) {
            end = at;
        }
    }
    return end;
}

size_t guidance_break(struct str text, int units, struct str *lines,
                      size_t most)
{
    struct str rest = str_trim(text);
    size_t count = 0;
    while (rest.len > 0 && count < most) {
        lines[count++] = cut_line(&rest, units);
    }
    if (count != 2 || rest.len > 0) {
        return count;
    }
    size_t end = sentence_end(str_trim(text), units);
    if (end > 0) {
        lines[0] = str_sub(str_trim(text), 0, end);
        lines[1] = str_trim(str_sub(str_trim(text), end, text.len));
        return count;
    }
    // Two even lines rather than a full one and a word.
    for (int even = units_of(text) / 2; even < units; even++) {
        struct str second = str_trim(text);
        struct str first = cut_line(&second, even);
        if (units_of(second) <= even) {
            lines[0] = first;
            lines[1] = second;
            break;
        }
    }
    return count;
}

// Cuts off what fits on the screen at once.
static struct str cut_part(struct str *rest)
{
    const char *start = rest->at;
    struct str line = cut_line(rest, GUIDANCE_UNITS);
    if (rest->len > 0) {
        line = cut_line(rest, GUIDANCE_UNITS);
    }
    return (struct str){start, (size_t)(line.at + line.len - start)};
}

static size_t parts_of(struct str text)
{
    size_t count = 0;
    for (struct str rest = str_trim(text); rest.len > 0; count++) {
        cut_part(&rest);
    }
    return count;
}

struct list {
    struct guidance_item *items;
    size_t count;
    int64_t free_ms; // the last one has had its least time
};

static void add(struct list *l, const struct due *d, int64_t show_ms)
{
    struct str rest = str_trim(d->text);
    struct str whole = rest;
    while (rest.len > 0 && show_ms < d->gone_ms) {
        struct str part = cut_part(&rest);
        if (l->count > 0 && l->items[l->count - 1].end_ms > show_ms) {
            l->items[l->count - 1].end_ms = show_ms;
        }
        l->items[l->count++] =
            (struct guidance_item){show_ms, d->gone_ms, part, whole, d->order};
        whole = STR_NONE;
        show_ms += least_ms(part);
    }
    l->free_ms = show_ms < d->gone_ms ? show_ms : d->gone_ms;
}

void guidance_build(struct guidance *out, const struct timeline *tl,
                    struct arena *mem)
{
    size_t most = 0;
    struct due d = {0};
    for (struct cursor c = {tl, 0, 0}; next_due(&c, &d);) {
        most += parts_of(d.text);
    }
    struct list l = {.items = ARENA_ARRAY(mem, struct guidance_item, most)};
    struct cursor c = {tl, 0, 0};
    bool more = next_due(&c, &d);
    struct str last = STR_NONE;
    int64_t last_gone_ms = 0;
    while (more) {
        struct due now = d;
        more = next_due(&c, &d);
        int64_t show_ms = now.at_ms > l.free_ms ? now.at_ms : l.free_ms;
        bool stale = now.say ? show_ms - now.at_ms > GUIDANCE_LATE_MS && more &&
                                   d.at_ms <= show_ms
                             : show_ms >= now.stale_ms;
        bool same = str_equal(now.text, last) && now.at_ms < last_gone_ms;
        if (!stale && !same) {
            add(&l, &now, show_ms);
            last = now.text;
            last_gone_ms = now.gone_ms;
        }
    }
    *out = (struct guidance){l.items, l.count};
}

// The number of items that show at t or did before.
static size_t shown_by(const struct guidance *g, int64_t t_ms)
{
    size_t low = 0;
    size_t high = g->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (g->items[middle].show_ms <= t_ms) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

struct guidance_line guidance_at(const struct guidance *g, int64_t t_ms,
                                 bool settled)
{
    size_t shown = shown_by(g, t_ms);
    if (shown == 0 || t_ms >= g->items[shown - 1].end_ms) {
        return (struct guidance_line){0};
    }
    const struct guidance_item *item = &g->items[shown - 1];
    float in = (float)(t_ms - item->show_ms) / GUIDANCE_IN_MS;
    float out = item->end_ms == INT64_MAX
                    ? 1
                    : (float)(item->end_ms - t_ms) / GUIDANCE_OUT_MS;
    float alpha = in < out ? in : out;
    alpha = alpha > 1 || settled ? 1 : alpha;
    return (struct guidance_line){item->text, alpha};
}

int64_t guidance_due(const struct guidance *g, int64_t t_ms)
{
    size_t shown = shown_by(g, t_ms);
    int64_t due_ms =
        shown < g->count ? g->items[shown].show_ms - t_ms : INT64_MAX;
    if (shown == 0) {
        return due_ms;
    }
    const struct guidance_item *item = &g->items[shown - 1];
    if (t_ms - item->show_ms < GUIDANCE_IN_MS) {
        return 0;
    }
    if (item->end_ms == INT64_MAX || t_ms >= item->end_ms) {
        return due_ms;
    }
    int64_t fade_ms = item->end_ms - GUIDANCE_OUT_MS - t_ms;
    fade_ms = fade_ms > 0 ? fade_ms : 0;
    return fade_ms < due_ms ? fade_ms : due_ms;
}
