// SPDX-License-Identifier: MIT
// The pages that are written: one's own, and in a session for two the
// partner's, each with an entry of its own. Where there is room they stand side
// by side, else one after the other; one has the keys, and one turns to the
// other at any time; who is done with one is led to the other.
#include "screens/program_inside.h"
#include "screens/writing.h"

struct reflection *program_page(struct program *p)
{
    return p->page == 0 ? &p->reflection : &p->partner;
}

const struct reflection *program_page_seen(const struct program *p)
{
    return p->page == 0 ? &p->reflection : &p->partner;
}

static bool is_shared(const struct program *p)
{
    return p->reflection.about.shared;
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

void program_open_partner(struct program *p, const struct session *session)
{
    const struct reflected *own = &p->reflection.about;
    if (!own->shared) {
        return;
    }
    struct str who = p->facts->settings->text[SETTING_PARTNER];
    struct reflected about = {.session = session,
                              .name = own->name,
                              .title = own->title,
                              .day = own->day,
                              .key = key_of(p, who),
                              .intention = own->intention,
                              .shared = true,
                              .page = 1,
                              .who = who,
                              .called = who};
    reflection_open(&p->partner, &about);
}

bool program_side_by_side(const struct program *p)
{
    return is_shared(p) && !p->options.ruler->narrow;
}

void program_set_pages(struct program *p)
{
    struct reflection *pages[] = {&p->reflection, &p->partner};
    for (int i = 0; i < (is_shared(p) ? 2 : 1); i++) {
        enum reflection_side side = !program_side_by_side(p) ? SIDE_WHOLE
                                    : i == 0                 ? SIDE_LEFT
                                                             : SIDE_RIGHT;
        if (p->reflecting) {
            reflection_place(pages[i], side);
        } else {
            writing_place(&pages[i]->text, side,
                          ruler_growth(p->options.ruler));
        }
    }
}

void program_draw_pages(const struct program *p, const struct page *pg)
{
    const struct reflection *const pages[] = {&p->reflection, &p->partner};
    if (program_side_by_side(p)) {
        reflection_draw_both(pages, p->page, pg->sc);
    } else {
        reflection_draw(program_page_seen(p), pg->sc);
    }
}

void program_draw_writing(const struct program *p, const struct page *pg)
{
    struct writing_page pages[] = {
        {&p->reflection, !program_side_by_side(p) ? SIDE_WHOLE : SIDE_LEFT,
         p->page == 0},
        {&p->partner, SIDE_RIGHT, p->page == 1}};
    if (program_side_by_side(p)) {
        writing_draw(&p->player, pages, 2, pg);
    } else {
        pages[0].page = program_page_seen(p);
        pages[0].writes = true;
        writing_draw(&p->player, pages, 1, pg);
    }
}

static bool is_open(const struct reflection *r)
{
    return r->state <= REFLECTION_KEEPING;
}

static void turn(struct program *p, enum reflection_turn way,
                 struct requests *ask)
{
    struct reflection *from = program_page(p);
    editor_settle(&from->text);
    if (from->state == REFLECTION_ASKING) {
        from->state = REFLECTION_WRITING;
    }
    p->page = 1 - p->page;
    reflection_enter(program_page(p), way);
    program_type(p, ask);
}

void program_turn_page(struct program *p, struct requests *ask)
{
    struct reflection *from = program_page(p);
    const struct reflection *other =
        p->page == 0 ? &p->partner : &p->reflection;
    enum reflection_turn way = from->turns;
    from->turns = TURN_NONE;
    if (way != TURN_NONE && is_open(other)) {
        turn(p, way, ask);
    }
}

static bool presses_other(const struct program *p, const struct input *in)
{
    struct area other = reflection_area(p->page == 0 ? SIDE_RIGHT : SIDE_LEFT);
    return program_side_by_side(p) && in->kind == INPUT_POINTER_DOWN &&
           area_has(other, in->x, in->y);
}

void program_page_at(struct program *p, const struct input *in,
                     struct requests *ask)
{
    if (presses_other(p, in) && program_page(p)->state != REFLECTION_KEEPING) {
        program_page(p)->turns = TURN_OVER;
        program_turn_page(p, ask);
    }
}

bool program_write(struct program *p, const struct input *in, struct instant at,
                   struct requests *ask)
{
    bool tab = in->kind == INPUT_KEY && in->key == KEY_TAB;
    if ((is_shared(p) && tab) || presses_other(p, in)) {
        turn(p, TURN_NONE, ask);
    }
    return tab || reflection_write(program_page(p), in, at, ask);
}

// A writing step opens and closes its page.
void program_follow_writing(struct program *p, struct requests *ask)
{
    bool writes = p->screen == SCREEN_PLAYER && player_writes(&p->player);
    if (writes && !p->writing) {
        program_set_pages(p);
        request_add(ask, (struct request){.kind = REQUEST_TYPING, .value = 1});
    } else if (!writes && p->writing) {
        editor_settle(&p->reflection.text);
        editor_settle(&p->partner.text);
        if (p->player.stage != PLAYER_LANDING) {
            request_add(ask,
                        (struct request){.kind = REQUEST_TYPING, .value = 0});
        }
    }
    p->writing = writes;
}

void program_tick_pages(struct program *p, struct instant at,
                        struct requests *ask)
{
    struct reflection *pages[] = {&p->reflection, &p->partner};
    for (int i = 0; i < (is_shared(p) ? 2 : 1); i++) {
        if (p->writing) {
            pages[i]->done = player_report(&p->player);
        }
        if (p->writing || p->reflecting) {
            reflection_tick(pages[i], at, ask);
        }
    }
}

int64_t program_pages_due(const struct program *p, struct instant at)
{
    int64_t due_ms = reflection_due(&p->reflection, at);
    int64_t other_ms =
        is_shared(p) ? reflection_due(&p->partner, at) : INT64_MAX;
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
        turn(p, TURN_NONE, ask);
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

void program_keep_waits(struct program *p)
{
    program_page(p)->waits = true;
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

void program_undrafted(struct program *p, int page, struct str why)
{
    reflection_undrafted(page == 0 ? &p->reflection : &p->partner, why);
}

struct entry program_entry(const struct program *p, int page, struct arena *mem)
{
    struct entry e;
    entry_init(&e);
    reflection_entry(page == 0 ? &p->reflection : &p->partner, &e, mem);
    return e;
}
