// SPDX-License-Identifier: MIT
// The pacer with its words. Where the person chooses another, or a step has
// another than the one before it, one fades into the other: light alone, so
// that it is as calm in reduced motion. What the session changes is a function
// of its time; what the person does has its own fades, each turned round where
// it stands.
#include <math.h>

#include "screens/player_look.h"

enum { PICTURES_MOST = 2 * PACER_COUNT };

struct picture {
    enum pacer pacer;
    struct moment m; // of the pacer, not of the words
    float seen;
};

struct pictures {
    struct picture items[PICTURES_MOST];
    size_t count;
};

struct crossing player_crossing(const struct player *p, enum pacer pacer,
                                const struct moment *m)
{
    struct crossing c = {.from = pacer};
    int64_t start_ms = p->tl->rows[m->row].step_start_ms;
    if (start_ms > 0 && m->t_ms - start_ms < PLAYER_CROSS_MS) {
        c.before = timeline_at(p->tl, start_ms - 1);
        if (!p->options.pacer_chosen) {
            c.from = timeline_pacer(p->tl, c.before.t_ms);
        }
        c.is = c.from != pacer || pacer_differs(p->tl, &c.before, m, pacer);
    }
    return c;
}

static void put(struct pictures *all, enum pacer pacer, struct moment m,
                float seen)
{
    if (seen > 0) {
        all->items[all->count++] = (struct picture){pacer, m, seen};
    }
}

// A pacer as the row has it; while the step begins, also what it was at the end
// of the one before.
static void put_row(struct pictures *all, const struct player_look *l,
                    enum pacer pacer, float seen)
{
    struct crossing crossing = {0};
    float in = 1;
    if (!l->settled && seen > 0) {
        crossing = player_crossing(l->p, pacer, &l->m);
    }
    if (crossing.is) {
        int64_t gone_ms = l->t_ms - l->p->tl->rows[l->m.row].step_start_ms;
        in = (float)gone_ms / PLAYER_CROSS_MS;
        put(all, crossing.from, crossing.before, seen * (1 - in));
    }
    put(all, pacer, l->m, seen * in);
}

static void draw_ground(const struct player_look *l, const struct pictures *all)
{
    struct pacer_options o = look_options(l);
    float wave = 0;
    for (size_t i = 0; i < all->count; i++) {
        wave += all->items[i].pacer == PACER_WAVE ? all->items[i].seen : 0;
    }
    o.pacer = wave > 0 ? PACER_WAVE : o.pacer;
    struct shape ground = pacer_ground(&o);
    if (wave < 1) {
        scene_ground_back(&ground, wave);
    }
    scene_add(l->c.sc, ground);
}

static bool same_place(const struct pacer_place *a, const struct pacer_place *b)
{
    const float near = 0.0005f;
    return fabsf(a->word_x - b->word_x) < near &&
           fabsf(a->word_y - b->word_y) < near &&
           fabsf(a->word_size - b->word_size) < near &&
           fabsf(a->line_x - b->line_x) < near &&
           fabsf(a->line_y - b->line_y) < near;
}

// Where another pacer that is seen has its words; tells how much of them.
static float draw_words(const struct player_look *l, const struct picture *of)
{
    struct player_look there = *l;
    there.pacer = of->pacer;
    there.m = of->m;
    there.place = look_place(&there);
    there.m = l->m;
    there.shown = l->shown * of->seen;
    if (of->seen >= 1 || same_place(&there.place, &l->place)) {
        return 0;
    }
    look_draw_words(&there);
    return there.shown;
}

static void draw_picture(const struct player_look *l, const struct picture *of)
{
    struct pacer_options o = look_options(l);
    size_t first = l->c.sc->count;
    o.pacer = of->pacer;
    pacer_draw(l->c.sc, l->p->tl, &of->m, &o);
    if (of->seen < 1) {
        look_fade(l->c.sc, first, of->seen);
    }
}

void look_draw_pacers(const struct player_look *l)
{
    struct pictures all = {.count = 0};
    struct instant at = {.now_ms = l->now_ms, .session_ms = l->t_ms};
    for (int i = 0; i < PACER_COUNT; i++) {
        enum pacer pacer = (enum pacer)i;
        put_row(&all, l, pacer,
                l->settled ? pacer == l->pacer : player_shows(l->p, pacer, at));
    }
    draw_ground(l, &all);
    for (size_t i = 0; i < all.count; i++) {
        draw_picture(l, &all.items[i]);
    }
    struct player_look here = *l;
    for (size_t i = 0; i < all.count; i++) {
        here.shown -= draw_words(l, &all.items[i]);
    }
    here.shown = here.shown > 0 ? here.shown : 0;
    look_draw_hud(&here);
}
