// SPDX-License-Identifier: MIT
#include "core/practice.h"

#include <assert.h>

#include "base/buf.h"

static const char *const manners[] = {
    [VERB_SETTLE] = WORD("quiet"),
    [VERB_BREATHE] = WORD("breath"),
    [VERB_RETAIN] = WORD("held breath"),
    [VERB_SIT] = WORD("stillness"),
    [VERB_MOVE] = WORD("movement"),
    [VERB_SQUEEZE] = WORD("muscle work"),
    [VERB_RELEASE] = WORD("muscle work"),
    [VERB_SCAN] = WORD("body scan"),
    [VERB_TURN] = WORD("in turns"),
    [VERB_REST] = WORD("rest"),
    [VERB_WRITE] = WORD("writing"),
    [VERB_WAIT] = WORD("at your own pace"),
};
static_assert(sizeof(manners) / sizeof(manners[0]) == VERB_COUNT,
              "a word for each verb");

static const char *const phases[] = {
    [PHASE_NONE] = "",
    [PHASE_IN] = WORD("{1} in"),
    [PHASE_TOP] = WORD("{1} sip"),
    [PHASE_HOLD_FULL] = WORD("{1} hold"),
    [PHASE_OUT] = WORD("{1} out"),
    [PHASE_HOLD_EMPTY] = WORD("{1} hold"),
    [PHASE_REST] = WORD("{1} rest"),
};
static_assert(sizeof(phases) / sizeof(phases[0]) == PHASE_COUNT,
              "words for each phase");

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
static struct str phase_text(const struct row *r, const struct tongue *t,
                             struct arena *mem)
{
    int64_t tenths = (length_of(r) + 50) / 100;
    struct str number =
        tenths % 10 > 0
            ? arena_printf(mem, "%lld.%lld", (long long)(tenths / 10),
                           (long long)(tenths % 10))
            : arena_printf(mem, "%lld", (long long)(tenths / 10));
    struct buf out = {0};
    tongue_fill(&out, say(t, str_from(phases[r->phase])), &number, 1);
    struct str text = arena_copy(mem, buf_view(&out));
    buf_finish(&out);
    return text;
}

static struct str breath_manner(const struct timeline *tl,
                                const struct tongue *t, struct arena *mem,
                                struct str *pace)
{
    enum { PHASES_SAID = 5 };
    static const char *const patterns[1 + PHASES_SAID] = {
        "{1}",
        WORD("{1}, {2}"),
        WORD("{1}, {2} and {3}"),
        WORD("{1}, {2}, {3}, {4}"),
        WORD("{1}, {2}, {3}, {4}, {5}"),
        WORD("{1}, {2}, {3}, {4}, {5}, {6}"),
    };
    size_t first = 0;
    size_t end = first_breath(tl, &first);
    int64_t cycle_ms = tl->rows[end - 1].end_ms - tl->rows[first].start_ms;
    bool told = even(tl, first, end) && end - first <= PHASES_SAID;
    size_t count = told ? end - first : 0;
    struct str args[1 + PHASES_SAID];
    args[0] = say(t, cycle_ms >= 8000   ? STR("slow breath")
                     : cycle_ms >= 4000 ? STR("steady breath")
                                        : STR("fast breath"));
    *pace = args[0];
    for (size_t i = 0; i < count; i++) {
        args[1 + i] = phase_text(&tl->rows[first + i], t, mem);
    }
    struct buf out = {0};
    tongue_fill(&out, say(t, str_from(patterns[count])), args, 1 + count);
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
                 const struct timeline *tl, const struct tongue *t,
                 struct arena *mem)
{
    out->session = s;
    out->title = say(t, s->title);
    out->about = say(t, s->about);
    out->kind = s->kind;
    out->effect = s->effect;
    out->classes = s->classes;
    out->days = s->days;
    out->pacer = s->pacer;
    out->cautions = s->cautions;
    out->caution_count = s->caution_count;
    out->manner = out->pace = STR_NONE;
    out->length_ms = out->longest_hold_ms = 0;
    out->phase_count = 0;
    if (!tl || tl->row_count == 0) {
        return;
    }
    out->length_ms = tl->length_ms;
    out->longest_hold_ms = longest_hold(tl);
    breath_of(out, tl, mem);
    practice_arc(tl, out->arc);
    enum verb verb = longest_verb(tl);
    out->pace = say(t, str_from(manners[verb]));
    out->manner = verb == VERB_BREATHE ? breath_manner(tl, t, mem, &out->pace)
                                       : out->pace;
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

static bool suits_all(const struct practice *p)
{
    bool all = true;
    for (int kind = 0; kind < DAY_KIND_COUNT && all; kind++) {
        all = practice_suits(p, (enum day_kind)kind);
    }
    return all;
}

bool practice_suits(const struct practice *p, enum day_kind kind)
{
    if (kind == DAY_KIND_COUNT) {
        return suits_all(p);
    }
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
    bool named = kind != DAY_KIND_COUNT && kind != DAY_NONE &&
                 p->days != SUITS_ANY && (p->days & day_bit(kind));
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
