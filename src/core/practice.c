// SPDX-License-Identifier: MIT
#include "core/practice.h"

#include <assert.h>

#include "base/buf.h"

static const char *const manners[] = {
    [VERB_SETTLE] = "quiet",        [VERB_BREATHE] = "breath",
    [VERB_RETAIN] = "held breath",  [VERB_SIT] = "stillness",
    [VERB_MOVE] = "movement",       [VERB_SQUEEZE] = "muscle work",
    [VERB_RELEASE] = "muscle work", [VERB_SCAN] = "body scan",
    [VERB_TURN] = "in turns",       [VERB_REST] = "rest",
    [VERB_WRITE] = "writing",       [VERB_WAIT] = "at your own pace",
};
static_assert(sizeof(manners) / sizeof(manners[0]) == VERB_COUNT,
              "a word for each verb");

static const char *const phases[] = {
    [PHASE_NONE] = "",     [PHASE_IN] = "in",
    [PHASE_TOP] = "sip",   [PHASE_HOLD_FULL] = "hold",
    [PHASE_OUT] = "out",   [PHASE_HOLD_EMPTY] = "hold",
    [PHASE_REST] = "rest",
};
static_assert(sizeof(phases) / sizeof(phases[0]) == PHASE_COUNT,
              "a word for each phase");

static int64_t length_of(const struct row *r)
{
    return r->end_ms - r->start_ms;
}

static enum verb longest_verb(const struct timeline *tl)
{
    int64_t total[VERB_COUNT] = {0};
    enum verb best = VERB_SETTLE;
    for (size_t i = 0; i < tl->row_count; i++) {
        total[tl->rows[i].verb] += length_of(&tl->rows[i]);
    }
    for (size_t v = 0; v < VERB_COUNT; v++) {
        best = total[v] > total[best] ? (enum verb)v : best;
    }
    return best;
}

// Rows of the first breath: [*first, end).
static size_t first_breath(const struct timeline *tl, size_t *first)
{
    size_t i = 0;
    while (i < tl->row_count && tl->rows[i].verb != VERB_BREATHE) {
        i++;
    }
    *first = i;
    size_t step = i < tl->row_count ? tl->rows[i].step : 0;
    while (i < tl->row_count && tl->rows[i].verb == VERB_BREATHE &&
           tl->rows[i].breath == 1 && tl->rows[i].step == step) {
        i++;
    }
    return i;
}

// Whether every breath goes like the first.
static bool even(const struct timeline *tl, size_t first, size_t end)
{
    size_t at = first;
    for (size_t i = end; i < tl->row_count; i++) {
        const struct row *r = &tl->rows[i];
        if (r->verb != VERB_BREATHE) {
            continue;
        }
        if (r->phase != tl->rows[at].phase ||
            length_of(r) != length_of(&tl->rows[at])) {
            return false;
        }
        at = at + 1 < end ? at + 1 : first;
    }
    return true;
}

// To the tenth: finer steps of a pattern are felt, not read.
static void put_seconds(struct buf *out, int64_t ms)
{
    int64_t tenths = (ms + 50) / 100;
    buf_printf(out, "%lld", (long long)(tenths / 10));
    if (tenths % 10 > 0) {
        buf_printf(out, ".%lld", (long long)(tenths % 10));
    }
}

static struct str breath_manner(const struct timeline *tl, struct arena *mem)
{
    size_t first = 0;
    size_t end = first_breath(tl, &first);
    int64_t cycle_ms = tl->rows[end - 1].end_ms - tl->rows[first].start_ms;
    struct buf out = {0};
    buf_put(&out, cycle_ms >= 8000   ? STR("slow breath")
                  : cycle_ms >= 4000 ? STR("steady breath")
                                     : STR("fast breath"));
    if (even(tl, first, end) && end - first <= 5) {
        for (size_t i = first; i < end; i++) {
            const struct row *r = &tl->rows[i];
            bool pair = end - first == 2 && i > first;
            buf_put(&out, pair ? STR(" and ") : STR(", "));
            put_seconds(&out, length_of(r));
            buf_printf(&out, " %s", phases[r->phase]);
        }
    }
    struct str text = arena_copy(mem, buf_view(&out));
    buf_finish(&out);
    return text;
}

static void breath_of(struct practice *out, const struct timeline *tl,
                      struct arena *mem)
{
    size_t first = 0;
    size_t end = first_breath(tl, &first);
    struct practice_phase *breath =
        ARENA_ARRAY(mem, struct practice_phase, end - first);
    for (size_t i = first; i < end; i++) {
        const struct row *r = &tl->rows[i];
        breath[i - first] =
            (struct practice_phase){length_of(r), r->from, r->to};
    }
    out->breath = breath;
    out->phase_count = end - first;
}

static int64_t longest_hold(const struct timeline *tl)
{
    int64_t longest_ms = 0;
    for (size_t i = 0; i < tl->row_count; i++) {
        const struct row *r = &tl->rows[i];
        bool held = r->phase == PHASE_HOLD_FULL ||
                    r->phase == PHASE_HOLD_EMPTY || r->verb == VERB_RETAIN;
        if (held && length_of(r) > longest_ms) {
            longest_ms = length_of(r);
        }
    }
    return longest_ms;
}

void practice_of(struct practice *out, const struct session *s,
                 const struct timeline *tl, struct arena *mem)
{
    out->session = s;
    out->title = s->title;
    out->about = s->about;
    out->kind = s->kind;
    out->effect = s->effect;
    out->classes = s->classes;
    out->days = s->days;
    out->pacer = s->pacer;
    out->cautions = s->cautions;
    out->caution_count = s->caution_count;
    out->manner = STR_NONE;
    out->length_ms = out->longest_hold_ms = 0;
    out->phase_count = 0;
    if (!tl || tl->row_count == 0) {
        return;
    }
    out->length_ms = tl->length_ms;
    out->longest_hold_ms = longest_hold(tl);
    breath_of(out, tl, mem);
    enum verb verb = longest_verb(tl);
    out->manner =
        verb == VERB_BREATHE ? breath_manner(tl, mem) : str_from(manners[verb]);
}

static unsigned day_bit(enum day_kind kind)
{
    static const unsigned bits[] = {
        [DAY_NONE] = SUITS_ANY,
        [DAY_DOSE] = SUITS_DOSE,
        [DAY_TRANSITION] = SUITS_TRANSITION,
        [DAY_NORMAL] = SUITS_NORMAL,
        [DAY_BREAK] = SUITS_BREAK,
    };
    static_assert(sizeof(bits) / sizeof(bits[0]) == DAY_KIND_COUNT, "days");
    return bits[kind];
}

bool practice_suits(const struct practice *p, enum day_kind kind)
{
    bool strong =
        (p->classes & CLASS_FAST) || p->longest_hold_ms > PRACTICE_DOSE_HOLD_MS;
    return p->mistake_count == 0 && p->left_out.len == 0 &&
           !(kind == DAY_DOSE && strong) && (p->days & day_bit(kind)) != 0;
}

// A shuffle: the same for a name and a day, of no pattern over days.
static uint32_t shuffle(struct str name, struct day day)
{
    uint32_t hash = 2166136261u ^ (uint32_t)day.number;
    for (size_t i = 0; i < name.len; i++) {
        hash = (hash ^ (unsigned char)name.at[i]) * 16777619u; // FNV-1a
    }
    hash ^= hash >> 15;
    hash *= 2246822519u;
    return hash ^ (hash >> 13);
}

// The lower, the sooner it is offered; the upper bits are reasons, the lower
// ones chance.
static uint64_t rank(const struct practice *p, struct day day,
                     enum day_kind kind)
{
    bool named =
        p->days != SUITS_ANY && (p->days & day_bit(kind)) && kind != DAY_NONE;
    uint64_t strong = p->classes == CLASS_GENTLE ? 0 : 1;
    uint64_t both = p->kind == KIND_PARTNER ? 1 : 0;
    uint64_t reasons = strong << 2 | both << 1 | (named ? 0u : 1u);
    return reasons << 32 | shuffle(p->name, day);
}

static bool taken(const size_t *out, size_t count, size_t i)
{
    for (size_t k = 0; k < count; k++) {
        if (out[k] == i) {
            return true;
        }
    }
    return false;
}

size_t practice_offer(const struct practice *all, size_t count, struct str last,
                      struct day day, enum day_kind kind,
                      size_t out[PRACTICE_OFFERED])
{
    size_t found = 0;
    for (size_t i = 0; i < count && found == 0; i++) {
        if (last.len > 0 && str_equal(all[i].name, last) &&
            practice_suits(&all[i], kind)) {
            out[found++] = i;
        }
    }
    while (found < PRACTICE_OFFERED) {
        size_t best = count;
        uint64_t best_rank = UINT64_MAX;
        for (size_t i = 0; i < count; i++) {
            uint64_t r = rank(&all[i], day, kind);
            if (r < best_rank && practice_suits(&all[i], kind) &&
                !(all[i].classes & CLASS_FAST) && !taken(out, found, i)) {
                best = i;
                best_rank = r;
            }
        }
        if (best == count) {
            break;
        }
        out[found++] = best;
    }
    return found;
}
