// SPDX-License-Identifier: MIT
// How much a session asks of a person as it goes: our own reading, for a
// picture in the list, from how fast the breath goes, held breath and
// movement. Nothing is measured or claimed by it.
#include "core/practice.h"

enum { STILL = 10, SEATED = 18, SCANNED = 24, WORK = 55, HELD = 82 };

// Of a breath that takes so long: 10 s is calm, 2 s is near the top.
static int of_breath(int64_t cycle_ms)
{
    int64_t level = 25 + 130000 / (cycle_ms > 500 ? cycle_ms : 500);
    return level < 95 ? (int)level : 95;
}

// The whole pass of the pattern that row i belongs to.
static int64_t cycle_ms(const struct timeline *tl, size_t i)
{
    const struct row *r = &tl->rows[i];
    size_t first = i, end = i + 1;
    while (first > 0 && tl->rows[first - 1].verb == VERB_BREATHE &&
           tl->rows[first - 1].breath == r->breath &&
           tl->rows[first - 1].step == r->step) {
        first--;
    }
    while (end < tl->row_count && tl->rows[end].verb == VERB_BREATHE &&
           tl->rows[end].breath == r->breath && tl->rows[end].step == r->step) {
        end++;
    }
    return tl->rows[end - 1].end_ms - tl->rows[first].start_ms;
}

static int of_row(const struct timeline *tl, size_t i)
{
    switch (tl->rows[i].verb) {
    case VERB_BREATHE:
        return of_breath(cycle_ms(tl, i));
    case VERB_RETAIN:
        return HELD;
    case VERB_MOVE:
    case VERB_SQUEEZE:
        return WORK;
    case VERB_SCAN:
    case VERB_RELEASE:
    case VERB_TURN:
        return SCANNED;
    case VERB_SIT:
    case VERB_WRITE:
        return SEATED;
    case VERB_SETTLE:
    case VERB_REST:
    case VERB_WAIT:
    case VERB_COUNT:
        break;
    }
    return STILL;
}

void practice_arc(const struct timeline *tl, unsigned char out[PRACTICE_ARC])
{
    size_t row = 0;
    for (int i = 0; i < PRACTICE_ARC; i++) {
        int64_t from_ms = tl->length_ms * i / PRACTICE_ARC;
        int64_t to_ms = tl->length_ms * (i + 1) / PRACTICE_ARC;
        int most = 0;
        while (row + 1 < tl->row_count && tl->rows[row].end_ms <= from_ms) {
            row++;
        }
        for (size_t r = row;
             r < tl->row_count && (r == row || tl->rows[r].start_ms < to_ms);
             r++) {
            int level = of_row(tl, r);
            most = level > most ? level : most;
        }
        out[i] = (unsigned char)most;
    }
}
