// SPDX-License-Identifier: MIT
// The pages of the Reflection: one's own, and after a session for two the
// partner's, each with an entry of its own. One turns from the one to the other
// at any time; who is done with one is led to the other.
#include "screens/program_inside.h"

struct reflection *program_page(struct program *p)
{
    return p->page == 0 ? &p->reflection : &p->partner;
}

const struct reflection *program_page_seen(const struct program *p)
{
    return p->page == 0 ? &p->reflection : &p->partner;
}

static struct day_key key_of(const struct program *p, struct str who)
{
    const struct facts *f = p->facts;
    for (size_t i = 1; i < f->person_count; i++) {
        if (str_equal(f->people[i].name, who)) {
            return calendar_key(f->people[i].calendar, p->today.day);
        }
    }
    return (struct day_key){0};
}

void program_open_partner(struct program *p, const struct player_report *done,
                          struct instant at, struct requests *ask)
{
    const struct reflected *own = &p->reflection.about;
    if (!own->shared) {
        return;
    }
    struct str who = p->facts->settings->text[SETTING_PARTNER];
    struct reflected about = {.session = p->player.session,
                              .name = own->name,
                              .title = own->title,
                              .day = own->day,
                              .key = key_of(p, who),
                              .intention = own->intention,
                              .shared = true,
                              .page = 1,
                              .who = who};
    reflection_open(&p->partner, &about);
    reflection_begin(&p->partner, done, at, ask);
}

static bool is_open(const struct reflection *r)
{
    return r->state <= REFLECTION_KEEPING;
}

static void turn(struct program *p, struct requests *ask)
{
    struct reflection *from = program_page(p);
    editor_settle(&from->text);
    if (from->state == REFLECTION_ASKING) {
        from->state = REFLECTION_WRITING;
    }
    p->page = 1 - p->page;
    program_type(p, ask);
}

void program_turn_page(struct program *p, struct requests *ask)
{
    struct reflection *from = program_page(p);
    const struct reflection *other =
        p->page == 0 ? &p->partner : &p->reflection;
    if (from->turns) {
        from->turns = false;
        if (is_open(other)) {
            turn(p, ask);
        }
    }
}

void program_tick_pages(struct program *p, struct instant at,
                        struct requests *ask)
{
    if (p->reflecting) {
        reflection_tick(&p->reflection, at, ask);
    }
    if (p->reflecting && p->reflection.about.shared) {
        reflection_tick(&p->partner, at, ask);
    }
}

int64_t program_pages_due(const struct program *p, struct instant at)
{
    int64_t due_ms = reflection_due(&p->reflection, at);
    int64_t other_ms = p->reflecting && p->reflection.about.shared
                           ? reflection_due(&p->partner, at)
                           : INT64_MAX;
    return due_ms < other_ms ? due_ms : other_ms;
}

void program_reflection_over(struct program *p, struct instant at,
                             struct requests *ask)
{
    struct reflection *r = program_page(p);
    const struct reflection *other =
        p->page == 0 ? &p->partner : &p->reflection;
    if (!p->reflecting || is_open(r)) {
        return;
    }
    p->kept |= r->state == REFLECTION_KEPT;
    if (r->about.shared && is_open(other)) {
        turn(p, ask);
        return;
    }
    p->reflecting = false;
    request_add(ask, (struct request){.kind = REQUEST_TYPING, .value = 0});
    if (r->about.amends) {
        program_go(p, p->under[SCREEN_REFLECTION], at);
        return;
    }
    program_go_home(p, at, ask);
    p->today.kept = p->kept;
}

// The name is asked once.
static void remember_partner(struct program *p, struct requests *ask)
{
    const struct reflection *r = &p->partner;
    if (r->about.who.len == 0 && reflection_named(r)) {
        request_add(ask, (struct request){.kind = REQUEST_SETTING,
                                          .value = SETTING_PARTNER,
                                          .text = reflection_who(r)});
    }
}

void program_kept(struct program *p, struct instant at, struct requests *ask)
{
    if (p->page == 1) {
        remember_partner(p, ask);
    }
    reflection_kept(program_page(p));
    program_reflection_over(p, at, ask);
}

void program_keep_failed(struct program *p, struct str path, struct str why)
{
    reflection_failed(program_page(p), path, why);
}

void program_entry(const struct program *p, struct entry *e, struct arena *mem)
{
    program_entry_of(p, 0, e, mem);
}

void program_entry_of(const struct program *p, int page, struct entry *e,
                      struct arena *mem)
{
    reflection_entry(page == 0 ? &p->reflection : &p->partner, e, mem);
}
