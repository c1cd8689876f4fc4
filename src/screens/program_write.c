// SPDX-License-Identifier: MIT
// The Reflection without a session before it: an entry that is changed.
#include "screens/program_inside.h"

// The questions of its session come with it, where the session is still there.
static struct reflected about_entry(const struct program *p,
                                    const struct entry *e)
{
    struct reflected about = {.name = e->session,
                              .title = facts_title(p->facts, e->session),
                              .day = e->day_date,
                              .key = {.kind = e->kind, .basis = e->basis},
                              .from = e};
    for (size_t i = 0; i < p->facts->practice_count; i++) {
        const struct practice *it = &p->facts->practices[i];
        if (e->session.len > 0 && str_equal(it->name, e->session)) {
            about.session = it->session;
        }
    }
    return about;
}

static void take_up(struct program *p, const struct reflected *about,
                    struct instant at, struct requests *ask)
{
    reflection_take_up(&p->reflection, about, at, ask);
    p->reflecting = true;
    p->under[SCREEN_REFLECTION] = p->screen;
    program_type(p, ask);
    program_go(p, SCREEN_REFLECTION, at);
}

void program_amend(struct program *p, const struct entry *e, struct instant at,
                   struct requests *ask)
{
    struct reflected about = about_entry(p, e);
    about.amends = true;
    take_up(p, &about, at, ask);
}

const struct entry *program_amended(const struct program *p)
{
    return p->reflection.about.amends ? p->reflection.about.from : NULL;
}
