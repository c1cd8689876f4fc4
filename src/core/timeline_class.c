// SPDX-License-Identifier: MIT
// The class a script needs, worked out from its steps with the longest hold,
// the shortest breath and the greatest number of breaths that the lets allow.
// Breaths in a row are followed through the script as a small state; a repeat
// is followed until a further pass no longer changes it.
#include "core/timing.h"

enum {
    HOLD_GENTLE_MS = 4000, // a longer one needs holds
    BREATH_FAST_MS = 4000, // a shorter one is fast
    FAST_GENTLE = 10       // more of them in a row need fast
};

// The breaths since something else took time.
struct run {
    int64_t open_ms;         // of the breath under way; -1 when none has begun
    int64_t fast;            // fast ones in a row before it
    const struct step *step; // in which it began
};

struct watch {
    const struct timing *least;    // every let at its least
    const struct timing *greatest; // every let at its greatest
    struct run run;
    const struct step *holds, *fast; // the first that needs it
    int64_t hold_ms;
};

// The breath under way is over: is it one more in the row?
static void close_breath(struct watch *w)
{
    if (w->run.open_ms < 0) {
        return;
    }
    w->run.fast = w->run.open_ms < BREATH_FAST_MS ? w->run.fast + 1 : 0;
    w->run.open_ms = -1;
    if (w->run.fast > FAST_GENTLE && !w->fast) {
        w->fast = w->run.step;
    }
}

static void follow_pass(struct watch *w, const struct step *s, int64_t i,
                        int64_t n)
{
    bool rising = false;
    for (size_t k = 0; k < s->first.count; k++) {
        enum phase phase = s->first.phases[k].phase;
        bool in = phase == PHASE_IN || phase == PHASE_TOP;
        if (in && !rising) {
            close_breath(w);
            w->run.open_ms = 0;
            w->run.step = s;
        }
        rising = in || (rising && phase != PHASE_OUT);
        if (w->run.open_ms >= 0) {
            w->run.open_ms += timing_phase_ms(w->least, s, k, i, n);
        }
    }
}

static bool same_run(struct run a, struct run b)
{
    return a.open_ms == b.open_ms && a.fast == b.fast && a.step == b.step;
}

static void watch_holds(struct watch *w, const struct step *s)
{
    for (size_t i = 0; i < s->first.count && !w->holds; i++) {
        enum phase phase = s->first.phases[i].phase;
        int64_t ms = timing_value(w->greatest, &s->first.phases[i].seconds);
        if (s->changes) {
            int64_t last =
                timing_value(w->greatest, &s->last.phases[i].seconds);
            ms = last > ms ? last : ms;
        }
        if ((phase == PHASE_HOLD_FULL || phase == PHASE_HOLD_EMPTY) &&
            ms > HOLD_GENTLE_MS) {
            w->holds = s;
            w->hold_ms = ms;
        }
    }
}

static void follow_breathe(struct watch *w, const struct step *s)
{
    struct step most = *s; // the greatest length or number, in short breaths
    most.duration.let = 0;
    most.duration.fixed = timing_value(w->greatest, &s->duration);
    most.count.let = 0;
    most.count.fixed = timing_value(w->greatest, &s->count);
    int64_t n = timing_breaths(w->least, &most);
    watch_holds(w, s);
    for (int64_t i = 0; i < n && !w->fast; i++) {
        struct run before = w->run;
        follow_pass(w, s, i, n);
        if (!s->changes && same_run(before, w->run)) {
            return;
        }
    }
}

static void follow_step(struct watch *w, const struct step *s)
{
    if (s->kind == STEP_EVENT || s->open) {
        return;
    }
    if (s->verb == VERB_BREATHE) {
        follow_breathe(w, s);
        return;
    }
    close_breath(w);
    w->run.fast = 0;
    if (s->verb == VERB_RETAIN && !w->holds) {
        w->holds = s;
    }
}

static void follow_range(struct watch *w, size_t from, size_t to)
{
    const struct step *steps = w->least->session->steps;
    for (size_t i = from; i < to; i++) {
        if (steps[i].kind != STEP_REPEAT) {
            follow_step(w, &steps[i]);
            continue;
        }
        int64_t times = timing_value(w->greatest, &steps[i].count) / 1000;
        struct run before = {0};
        do {
            before = w->run;
            follow_range(w, i + 1, i + 1 + steps[i].inside);
        } while (--times > 0 && !same_run(before, w->run));
        i += steps[i].inside;
    }
}

static void say_class(const struct timing *p, struct str message,
                      unsigned needed)
{
    const struct session *s = p->session;
    unsigned all = s->classes | needed;
    struct spot at = {s->class_line, s->class_column, s->class_width};
    timing_fault(
        p, &at, message,
        arena_printf(p->mem, "write \"class: %s%s%s%s%s\"",
                     all & CLASS_HOLDS ? "holds" : "",
                     all & CLASS_HOLDS && all != CLASS_HOLDS ? ", " : "",
                     all & CLASS_FAST ? "fast" : "",
                     all & CLASS_FAST && all & CLASS_ACTIVATING ? ", " : "",
                     all & CLASS_ACTIVATING ? "activating" : ""));
}

bool timing_check_class(const struct timing *least,
                        const struct timing *greatest)
{
    const struct session *session = least->session;
    struct watch w = {
        .least = least, .greatest = greatest, .run = {.open_ms = -1}};
    follow_range(&w, 0, session->step_count);
    close_breath(&w);
    unsigned needed = (w.holds ? CLASS_HOLDS : 0u) | (w.fast ? CLASS_FAST : 0u);
    if (w.holds && !(session->classes & CLASS_HOLDS)) {
        struct str how =
            w.holds->verb == VERB_RETAIN
                ? STR("retains the breath")
                : arena_printf(least->mem, "holds the breath for %.*s",
                               STR_ARG(timing_duration(least, w.hold_ms)));
        say_class(least,
                  arena_printf(least->mem,
                               "line %d %.*s, which needs the class holds",
                               w.holds->spot.line, STR_ARG(how)),
                  needed);
    }
    if (w.fast && !(session->classes & CLASS_FAST)) {
        say_class(least,
                  arena_printf(least->mem,
                               "line %d breathes more than %d times in a row "
                               "in less than 4 s each, which needs the class "
                               "fast",
                               w.fast->spot.line, FAST_GENTLE),
                  needed);
    }
    return (needed & ~session->classes) == 0;
}
