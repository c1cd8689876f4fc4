// SPDX-License-Identifier: MIT
// The player as a scene: ground, pacer, word, guidance, bar, chrome, veil. All
// but what the person's own doing fades is a function of session time.
#include <math.h>

#include "core/lung.h"
#include "screens/player_look.h"
#include "screens/widgets.h"

// Of a line, less where the light fills a high window.
static float line_room(const struct player_look *l, float room)
{
    const float zoomed = 1.08f;
    return l->c.ruler->zoom > 1 && room > zoomed ? zoomed : room;
}

static void draw_veil(struct scene *sc, float alpha)
{
    if (alpha > 0.002f) {
        page_veil(sc, alpha);
    }
}

static void draw_toast(const struct player_look *l)
{
    int64_t left_ms = l->p->toast_ms + TOAST_MS + TOAST_OUT_MS - l->now_ms;
    float alpha = (float)left_ms / TOAST_OUT_MS;
    if (l->p->toast.len == 0 || alpha <= 0) {
        return;
    }
    struct shape s =
        look_text(FACE_REGULAR, ROLE_INK2, player_edge_type(&l->c, 0.022f));
    s.align = ALIGN_CENTRE;
    s.x = STAGE_WIDTH / 2;
    s.y = 0.0845f;
    s.alpha = alpha < 1 ? alpha : 1;
    struct phrase text = {0};
    struct str arg = phrase_view(&l->p->toast_value);
    phrase_fill(&text, say(l->c.ruler->tongue, l->p->toast), &arg, 1);
    look_put(l, s, phrase_view(&text));
}

static void draw_pause(const struct player_look *l)
{
    if (l->veil < 0.002f) {
        return;
    }
    const struct tongue *t = l->c.ruler->tongue;
    struct player_look words = *l; // they go while the keys lie over them
    words.veil *= 1 - fade_at(&l->p->keys, l->now_ms);
    draw_veil(l->c.sc, 0.55f * l->veil);
    if (words.veil < 0.002f) {
        return;
    }
    struct shape s =
        look_text(FACE_LIGHT, ROLE_INK, player_type(&l->c, 0.054f));
    s.align = ALIGN_CENTRE;
    s.x = STAGE_WIDTH / 2;
    s.y = 0.4545f;
    s.alpha = words.veil;
    look_put(l, s, say(t, STR("Paused")));
    s.face = FACE_REGULAR;
    s.role = ROLE_INK2;
    s.size = player_type(&l->c, 0.024f);
    s.y = 0.76f;
    if (l->p->stalled) {
        look_put(l, s,
                 say(t, STR("The computer stood still, so the session "
                            "waited.")));
    } else if (l->p->unplugged) {
        look_put(l, s,
                 say(t, STR("The sound device was unplugged, so the session "
                            "waited.")));
    }
    s.y = 0.8f;
    look_put(l, s,
             say(t, STR("Space goes on \xc2\xb7 Esc ends \xc2\xb7 ? keys")));
    look_draw_presses(&words);
}

struct pacer_options look_options(const struct player_look *l)
{
    return (struct pacer_options){.pacer = l->pacer,
                                  .reduced_motion =
                                      l->p->options.reduced_motion,
                                  .tongue = l->c.ruler->tongue,
                                  .text_scale = l->c.scale,
                                  .least = l->c.ruler->least,
                                  .hush = l->veil,
                                  .level = -1};
}

static void draw_playing(const struct player_look *l)
{
    look_draw_pacers(l);
    draw_pause(l);
}

// Large words may need two lines, of which the last stands at s.y.
static void put_lines(const struct player_look *l, struct shape s,
                      struct str text, float room)
{
    struct words w = {.face = s.face, .size = s.size};
    struct str rest = text;
    struct str line = words_line(l->c.ruler, w, room, &rest);
    if (rest.len > 0 && l->p->options.text_scale > 1) {
        struct shape upper = s;
        upper.y -= 1.3f * s.size;
        look_put(l, upper, line);
        text = rest;
    }
    look_put_whole(l, s, text, room);
}

static void draw_asking(const struct player_look *l)
{
    struct phrase minutes = {0}, line = {0};
    phrase_number(&minutes, (l->p->over_ms + 30000) / 60000);
    struct str arg = phrase_view(&minutes);
    phrase_fill(&line,
                say(l->c.ruler->tongue,
                    STR("Keep the extra minutes ({1})? \xc2\xb7 Enter keeps "
                        "them \xc2\xb7 Backspace leaves them out")),
                &arg, 1);
    struct shape s =
        look_text(FACE_REGULAR, ROLE_INK, player_type(&l->c, 0.026f));
    s.align = ALIGN_CENTRE;
    s.x = STAGE_WIDTH / 2;
    s.y = 0.8f;
    put_lines(l, s, phrase_view(&line),
              line_room(l, STAGE_WIDTH - 2 * LOOK_MARGIN));
    look_draw_answers(l);
}

// How long each hold was that a tap ended: plain facts, no record.
static void draw_holds(const struct player_look *l, float alpha)
{
    enum { SHOWN = 8 };
    struct phrase times = {0}, line = {0};
    for (size_t i = 0; i < l->p->hold_count && i < SHOWN; i++) {
        phrase_put(&times, i == 0 ? STR_NONE : STR("  \xc2\xb7  "));
        phrase_clock(&times, l->p->holds[i].seconds);
    }
    if (times.len == 0) {
        return;
    }
    struct str arg = phrase_view(&times);
    phrase_fill(&line, say(l->c.ruler->tongue, STR("Held for {1}")), &arg, 1);
    struct shape s =
        look_text(FACE_REGULAR, ROLE_INK2, player_type(&l->c, 0.024f));
    s.align = ALIGN_CENTRE;
    s.x = STAGE_WIDTH / 2;
    s.y = 0.86f;
    s.alpha = alpha;
    look_put(l, s, phrase_view(&line));
}

void look_fade(struct scene *sc, size_t first, float alpha)
{
    for (; first < sc->count; first++) {
        sc->shapes[first].alpha *= alpha;
    }
}

// The practice's own pacer gives way to the orb that sinks.
static void draw_sinking(const struct player_look *l, int64_t gone_ms)
{
    struct scene *sc = l->c.sc;
    struct pacer_options o = look_options(l), own = o;
    own.pacer = player_pacer(l->p, l->t_ms);
    own.level = l->p->sunk_from;
    own.hush = 1;
    float in = (float)gone_ms / LANDING_CROSS_MS;
    in = in > 1 || own.pacer == o.pacer ? 1 : in;
    struct shape ground = pacer_ground(&own);
    scene_ground_back(&ground, 1 - in);
    scene_add(sc, ground);
    size_t first = sc->count;
    if (in < 1) {
        pacer_draw(sc, l->p->tl, &l->m, &own);
    }
    look_fade(sc, first, 1 - in);
    first = sc->count;
    double u = (double)gone_ms / LANDING_SINK_MS;
    o.level = (float)lung_level((double)l->p->sunk_from, 0, u);
    pacer_draw(sc, l->p->tl, &l->m, &o);
    look_fade(sc, first, in);
}

struct pacer_place look_place(const struct player_look *l)
{
    struct pacer_options o = look_options(l);
    struct pacer_place place = pacer_place_at(l->p->tl, &l->m, &o);
    if (place.line_align != ALIGN_CENTRE && look_has_pair(l)) {
        place.line_x = STAGE_WIDTH / 2; // below: the cards stand above
        place.line_y = 0.805f;
        place.line_align = ALIGN_CENTRE;
        place.line_room = STAGE_WIDTH - 2 * LOOK_MARGIN;
    }
    place.line_room = line_room(l, place.line_room);
    return place;
}

// What was said while it played goes from where it stood; after a pause its
// words and its veil do.
static void draw_leaving(const struct player_look *l, int64_t gone_ms)
{
    float left = 1 - (float)gone_ms / LANDING_WORDS_MS;
    if (left <= 0) {
        return;
    }
    struct player_look then = *l;
    then.pacer = player_pacer(l->p, l->t_ms);
    then.place = look_place(&then);
    size_t first = l->c.sc->count;
    look_draw_hud(&then);
    left *= 1 - fade_at(&l->p->veil, l->p->stage_ms);
    look_fade(l->c.sc, first, left);
    draw_pause(l);
}

static void draw_landing(const struct player_look *l)
{
    const struct player *p = l->p;
    int64_t gone_ms = l->now_ms - p->stage_ms;
    bool over = p->stage == PLAYER_OVERTIME || p->sat_on;
    draw_sinking(l, over ? LANDING_SINK_MS : gone_ms);
    draw_leaving(l, over ? LANDING_WORDS_MS : gone_ms);
    float in = (float)(gone_ms - LANDING_WORDS_MS) / GUIDANCE_IN_MS;
    in = in < 0 ? 0 : in > 1 ? 1 : in;
    if (p->asking) {
        draw_asking(l);
        return;
    }
    if (p->stage == PLAYER_OVERTIME) {
        look_draw_hint(l, STR(WORD("Space when you have sat enough")),
                       l->chrome);
        return;
    }
    look_draw_line(
        l, say(l->c.ruler->tongue, STR("Let the breath be its own.")), in);
    draw_holds(l, in);
    if (player_may_sit_on(p)) {
        look_draw_hint(l, STR(WORD("Space to sit on a while")), in);
    }
}

static struct player_look look_at(const struct player *p,
                                  struct player_canvas c, struct instant at)
{
    struct player_look l = {
        .p = p, .c = c, .now_ms = at.now_ms, .t_ms = p->session_ms};
    if (p->stage == PLAYER_PLAYING && !p->paused && !p->holding &&
        at.session_ms > l.t_ms) {
        l.t_ms = at.session_ms;
    }
    l.t_ms = l.t_ms < player_gate_ms(p) ? l.t_ms : player_gate_ms(p);
    l.m = player_moment(p, l.t_ms);
    l.t_ms = l.m.t_ms;
    l.pacer = player_pacer(p, l.t_ms);
    if (p->stage != PLAYER_PLAYING && l.pacer != PACER_NONE) {
        l.pacer = PACER_ORB;
    }
    l.place = look_place(&l);
    l.veil = fade_at(&p->veil, at.now_ms);
    l.shown = 1 - l.veil;
    l.chrome = fade_at(&p->chrome, at.now_ms);
    l.chrome = l.veil > l.chrome ? l.veil : l.chrome;
    if (c.scale > 1) { // then the page of keys reaches over it
        l.chrome *= 1 - fade_at(&p->keys, at.now_ms);
    }
    return l;
}

void player_draw(const struct player *p, struct scene *sc, struct instant at,
                 const struct ruler *ruler)
{
    struct player_canvas c = {sc, ruler, p->options.text_scale};
    if (p->stage == PLAYER_CAUTIONS) {
        c.scale = 1; // it is a page, which grows as one
        scene_add(sc, (struct shape){.kind = SHAPE_GROUND, .alpha = 1});
        player_draw_cautions(p, &c);
        return;
    }
    struct player_look l = look_at(p, c, at);
    if (p->stage == PLAYER_PLAYING) {
        draw_playing(&l);
    } else {
        draw_landing(&l);
    }
    draw_toast(&l);
    look_draw_mistake(p, &c);
    size_t first = sc->count;
    player_draw_keys(fade_at(&p->keys, at.now_ms), &c);
    // The pacer is not turned, see program_mirrors; the page of keys is.
    if (ruler->tongue && ruler->tongue->right_to_left) {
        scene_mirror(sc, first, STAGE_WIDTH / 2);
    }
    float light = (float)(at.now_ms - p->began_ms) / PLAYER_FROM_BLACK_MS;
    draw_veil(sc, light < 1 ? 1 - light : 0);
}

void player_scene_at(struct player *p, struct scene *sc,
                     const struct ruler *ruler)
{
    p->stage = PLAYER_PLAYING;
    p->holding = player_gate_ms(p) == p->session_ms;
    struct player_canvas c = {sc, ruler, p->options.text_scale};
    struct instant at = {.session_ms = p->session_ms};
    struct player_look l = look_at(p, c, at);
    l.settled = true;
    l.chrome = 1;
    draw_playing(&l);
    struct reflow reflow = player_reflow(p, ruler->reach);
    reflow_scene(&reflow, sc, 0);
}
