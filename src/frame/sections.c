// SPDX-License-Identifier: MIT
// Up to ten steps stand as they are. Where there are more, the passes of a
// repeat stand as one section each: a pass begins where the script's line goes
// back. What is still too many is joined, the shortest neighbours first.
#include "frame/sections.h"

enum { STEPS_AS_THEY_ARE = 10 };

struct pass { // one pass of one step
    int line;
    bool again; // its line comes more than once
    struct section span;
};

static size_t list_passes(const struct timeline *tl, struct pass *out)
{
    size_t count = 0;
    for (size_t i = 0; i < tl->row_count; i++) {
        const struct row *r = &tl->rows[i];
        bool first = i == 0 || tl->rows[i - 1].step != r->step;
        if (first && r->step_end_ms > r->step_start_ms) {
            out[count++] = (struct pass){
                .line = r->line, .span = {r->step_start_ms, r->step_end_ms}};
        }
    }
    return count;
}

// A line that goes back starts a repeat again: every pass back to the one of
// the same line stands inside it.
static void mark_repeats(struct pass *p, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (p[i].line > p[i - 1].line) {
            continue;
        }
        for (size_t k = i; k-- > 0 && p[k].line >= p[i].line;) {
            if (p[k].again) {
                break;
            }
            p[k].again = true;
        }
        p[i].again = true;
    }
    int last = 0; // the rest of the last round
    for (size_t i = 0; i < count; i++) {
        if (p[i].again && p[i].line > last) {
            last = p[i].line;
        } else if (!p[i].again && p[i].line <= last) {
            p[i].again = true;
        }
    }
}

static size_t join(struct section *s, size_t count, size_t at)
{
    s[at].end_ms = s[at + 1].end_ms;
    for (size_t i = at + 1; i + 1 < count; i++) {
        s[i] = s[i + 1];
    }
    return count - 1;
}

static size_t shortest_pair(const struct section *s, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i + 1 < count; i++) {
        if (s[i + 1].end_ms - s[i].start_ms <
            s[best + 1].end_ms - s[best].start_ms) {
            best = i;
        }
    }
    return best;
}

void sections_build(struct sections *out, const struct timeline *tl,
                    struct arena *mem)
{
    struct pass *p = ARENA_ARRAY(mem, struct pass, tl->row_count);
    size_t count = list_passes(tl, p);
    bool whole = count <= STEPS_AS_THEY_ARE;
    if (!whole) {
        mark_repeats(p, count);
    }
    out->count = 0;
    for (size_t i = 0; i < count; i++) {
        bool joins = !whole && i > 0 && p[i].again && p[i - 1].again &&
                     p[i].line > p[i - 1].line;
        if (joins) {
            out->items[out->count - 1].end_ms = p[i].span.end_ms;
            continue;
        }
        if (out->count == SECTIONS_MOST) {
            out->count = join(out->items, out->count,
                              shortest_pair(out->items, out->count));
        }
        out->items[out->count++] = p[i].span;
    }
}
