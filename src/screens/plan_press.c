// SPDX-License-Identifier: MIT
// What a pointer presses on the pages of a plan. All but the choice of a
// rhythm comes to a key.
#include "screens/plan_inside.h"

size_t plan_rhythms(const struct facts *f)
{
    enum { ROOM = 7 };
    size_t count = f->protocol_count + OWN_COUNT;
    return count < ROOM ? count : ROOM;
}

size_t plan_rhythm_first(const struct plan_screen *s, const struct facts *f)
{
    size_t shown = plan_rhythms(f);
    return s->rhythm < shown ? 0 : s->rhythm + 1 - shown;
}

struct area plan_rhythm_area(size_t place)
{
    return (struct area){0.086f, 0.213f + 0.06f * (float)place, 1.05f, 0.054f};
}

// The baseline below them.
static float plan_rhythm_foot(const struct facts *f)
{
    return 0.262f + 0.06f * (float)plan_rhythms(f);
}

struct area plan_weekday_area(const struct facts *f, size_t i)
{
    // Below the two lines that explain the rhythm.
    return (struct area){0.111f + 0.15f * (float)i,
                         plan_rhythm_foot(f) + 0.059f, 0.14f, 0.052f};
}

struct area plan_step_area(const struct plan_screen *s, const struct facts *f,
                           int row, bool more)
{
    float y = s->page == PAGE_RHYTHM ? plan_rhythm_foot(f) - 0.036f
                                     : 0.3025f + 0.09f * (float)row;
    return (struct area){more ? 1.234f : 1.159f, y, 0.066f, 0.056f};
}

// How many rows of the page have a less and a more.
int plan_steps(const struct plan_screen *s, const struct facts *f)
{
    bool every =
        s->page == PAGE_RHYTHM && s->rhythm == f->protocol_count + OWN_EVERY;
    return s->page == PAGE_WEEKS || s->page == PAGE_DAY ? 2
           : s->page == PAGE_START || every             ? 1
                                                        : 0;
}

static bool press_rhythm(struct plan_screen *s, const struct facts *f,
                         const struct input *in, struct input *key)
{
    for (size_t i = 0; i < plan_rhythms(f); i++) {
        if (area_has(plan_rhythm_area(i), in->x, in->y)) {
            plan_rhythm_set(s, f, plan_rhythm_first(s, f) + i);
            return true;
        }
    }
    for (size_t i = 0; i < 7 && plan_rhythm_has_weekdays(s, f); i++) {
        if (area_has(plan_weekday_area(f, i), in->x, in->y)) {
            s->weekday = i;
            key->key = KEY_SPACE;
            return true;
        }
    }
    return false;
}

struct input plan_pressed(struct plan_screen *s, const struct facts *f,
                          const struct input *in)
{
    struct input key = {.kind = INPUT_KEY};
    if (in->y > 0.85f) { // on the line that says how to go on
        key.key = KEY_ENTER;
        key.mods = plan_field(s) ? MOD_CTRL : 0;
        return key;
    }
    if (s->page == PAGE_RHYTHM && press_rhythm(s, f, in, &key)) {
        return key;
    }
    for (int row = 0; row < plan_steps(s, f); row++) {
        for (int more = 0; more < 2; more++) {
            if (area_has(plan_step_area(s, f, row, more), in->x, in->y)) {
                s->row = row;
                key.key = more ? KEY_RIGHT : KEY_LEFT;
            }
        }
    }
    return key;
}
