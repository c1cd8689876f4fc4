// SPDX-License-Identifier: MIT
#include "frame/score_plan.h"

#include "frame/synth_bed.h"

static struct str bell_name(const struct event *e)
{
    return e->kind == EVENT_TICK ? STR("tick")
           : e->name.len == 0    ? STR("bowl")
                                 : e->name;
}

static bool struck_ours(struct str name)
{
    return str_equal(name, STR("bowl")) || str_equal(name, STR("rubbed")) ||
           str_equal(name, STR("chime")) || str_equal(name, STR("tick"));
}

struct str score_plan_bed(const struct score_plan *plan, struct str name)
{
    if (name.len == 0 || str_equal(name, STR("off")) ||
        str_equal(plan->bed, STR("off"))) {
        return STR_NONE;
    }
    return plan->bed.len > 0 ? plan->bed : name;
}

struct str score_plan_bed_at_start(const struct score_plan *plan)
{
    return score_plan_bed(plan, plan->bed.len > 0 ? plan->bed : plan->tl->bed);
}

static bool is_struck(const struct event *e)
{
    return e->kind == EVENT_BELL || e->kind == EVENT_TICK;
}

static size_t want_find(const struct score_plan *plan, enum want_kind kind,
                        struct str name)
{
    size_t i = 0;
    while (i < plan->want_count && (plan->wants[i].kind != kind ||
                                    !str_equal(plan->wants[i].name, name))) {
        i++;
    }
    return i;
}

struct sample score_plan_struck(const struct score_plan *plan,
                                const struct event *e)
{
    size_t want = is_struck(e) ? want_find(plan, WANT_STRUCK, bell_name(e))
                               : plan->want_count;
    return want < plan->want_count ? plan->samples[want] : (struct sample){0};
}

static void want_add(struct score_plan *plan, enum want_kind kind,
                     struct str name)
{
    if (name.len > 0 && want_find(plan, kind, name) == plan->want_count) {
        enum bed_kind bed;
        bool ours = kind == WANT_BED ? bed_from(name, &bed) : struck_ours(name);
        plan->wants[plan->want_count++] = (struct want){kind, name, ours};
    }
}

static void plan_wants(struct score_plan *plan, bool no_bells,
                       struct arena *mem)
{
    const struct timeline *tl = plan->tl;
    size_t most = 2;
    for (size_t i = 0; i < tl->event_count; i++) {
        most += is_struck(&tl->events[i]) || tl->events[i].kind == EVENT_BED;
    }
    struct arena scratch = {0};
    plan->wants = ARENA_ARRAY(&scratch, struct want, most);
    want_add(plan, WANT_BED, score_plan_bed_at_start(plan));
    for (size_t i = 0; i < tl->event_count; i++) {
        const struct event *e = &tl->events[i];
        if (e->kind == EVENT_BED) {
            want_add(plan, WANT_BED, score_plan_bed(plan, e->name));
        } else if (is_struck(e) && !no_bells) {
            want_add(plan, WANT_STRUCK, bell_name(e));
        }
    }
    struct want *kept = ARENA_ARRAY(mem, struct want, plan->want_count + 1);
    for (size_t i = 0; i < plan->want_count; i++) {
        kept[i] = plan->wants[i];
    }
    plan->wants = kept;
    plan->samples = ARENA_ARRAY(mem, struct sample, plan->want_count + 1);
    arena_finish(&scratch);
}

static void plan_beds(struct score_plan *plan, struct arena *mem)
{
    plan->beds = ARENA_ARRAY(mem, struct str, plan->want_count + 1);
    for (size_t i = 0; i < plan->want_count; i++) {
        if (plan->wants[i].kind == WANT_BED) {
            plan->beds[plan->bed_count++] = plan->wants[i].name;
        }
    }
}

bool score_plan_moves(const struct score_plan *plan)
{
    for (size_t i = 0; i < plan->tl->row_count; i++) {
        if (plan->tl->rows[i].verb == VERB_MOVE) {
            return true;
        }
    }
    return false;
}

static void plan_gates(struct score_plan *plan, struct arena *mem)
{
    const struct timeline *tl = plan->tl;
    size_t most = 1;
    for (size_t i = 0; i < tl->row_count; i++) {
        most += row_waits(&tl->rows[i]);
    }
    plan->gates = ARENA_ARRAY(mem, size_t, most);
    for (size_t i = 0; i < tl->row_count; i++) {
        if (row_waits(&tl->rows[i])) {
            plan->gates[plan->gate_count++] = i;
        }
    }
}

void score_plan_make(struct score_plan *plan, const struct timeline *tl,
                     const struct score_options *options, struct arena *mem)
{
    *plan = (struct score_plan){.tl = tl, .bed = options->bed};
    plan_wants(plan, options->no_bells, mem);
    plan_beds(plan, mem);
    plan_gates(plan, mem);
}

static const struct str cue_words[CUE_COUNT] = {
    [CUE_BREATH] = {"breath", 6}, [CUE_NOISE] = {"noise", 5},
    [CUE_TONE] = {"tone", 4},     [CUE_BELLS] = {"bells", 5},
    [CUE_OFF] = {"off", 3},
};

struct str cue_mode_word(enum cue_mode mode)
{
    return cue_words[mode];
}

bool cue_mode_from(struct str word, enum cue_mode *out)
{
    for (int i = 0; i < CUE_COUNT; i++) {
        if (str_equal(word, cue_words[i])) {
            *out = (enum cue_mode)i;
            return true;
        }
    }
    return false;
}
