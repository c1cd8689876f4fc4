// SPDX-License-Identifier: MIT
// The Calendar within the program, and what app asks of it.
#include "screens/calendar_inside.h"
#include "screens/program_inside.h"

void program_go_calendar(struct program *p, enum wish wish, struct instant at,
                         struct requests *ask)
{
    struct person_facts person = calendar_screen_person(&p->calendar, p->facts);
    if (wish == WISH_CALENDAR) {
        if (p->screen != SCREEN_PLAN) {
            calendar_screen_open(&p->calendar, p->facts);
        }
        program_go(p, SCREEN_CALENDAR, at);
        return;
    }
    plan_screen_open(&p->plan, p->facts, &person, wish == WISH_SUPPORT, ask);
    program_go(p, SCREEN_PLAN, at);
}

struct str program_person(const struct program *p)
{
    return calendar_screen_person(&p->calendar, p->facts).name;
}

void program_marked(struct program *p, struct str words, bool undoable)
{
    calendar_screen_marked(&p->calendar, words, undoable);
}

struct plan program_plan(struct program *p)
{
    return plan_screen_plan(&p->plan, p->facts);
}

struct support program_support(const struct program *p)
{
    return plan_screen_support(&p->plan, p->facts);
}

void program_support_kept(struct program *p, bool well)
{
    plan_screen_kept(&p->plan, well);
}

bool program_rests(const struct program *p)
{
    return !p->reflecting &&
           (p->screen == SCREEN_TODAY || p->screen == SCREEN_SESSIONS ||
            p->screen == SCREEN_CALENDAR);
}
