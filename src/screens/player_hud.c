// SPDX-License-Identifier: MIT
// What the player says about its pacer: word, bar, guidance, title and time.
#include "frame/caption.h"
#include "screens/player_look.h"

void look_draw_hint(const struct player_look *l, struct str text, float alpha)
{
    struct shape s =
        look_text(FACE_REGULAR, ROLE_INK3, player_type(&l->c, 0.0185f));
    s.align = ALIGN_CENTRE;
    s.x = STAGE_WIDTH / 2;
    s.y = 0.905f;
    s.alpha = alpha;
    look_put(l, s, say(l->c.ruler->tongue, text));
}

static void draw_guidance(const struct player_look *l)
{
    const struct row *r = &l->p->tl->rows[l->m.row];
    struct guidance_line line =
        guidance_at(&l->p->guidance, l->t_ms, l->settled);
    if (l->p->holding) {
        float in = (float)(l->now_ms - l->p->hold_ms) / GUIDANCE_IN_MS;
        line.text = r->text;
        line.alpha = l->settled || in > 1 ? 1 : in;
    }
    if (line.text.len > 0) {
        look_draw_line(l, line.text, line.alpha);
    }
    if (r->until_tap) {
        look_draw_hint(l,
                       r->verb == VERB_RETAIN ? STR(WORD("Space ends the hold"))
                                              : STR(WORD("Space goes on")),
                       l->shown);
    } else if (r->verb == VERB_SETTLE) {
        look_draw_hint(l, STR(WORD("Space begins now")), l->chrome * l->shown);
    }
}

static void draw_bar(const struct player_look *l)
{
    const float gap = 0.00926f;
    const float high = 0.0037f;
    const float least = 0.012f;
    const struct sections *s = &l->p->sections;
    float alpha = 0.25f + 0.75f * l->chrome;
    float room = STAGE_WIDTH - 2 * LOOK_MARGIN - gap * (float)(s->count - 1) -
                 least * (float)s->count;
    struct shape box = {.kind = SHAPE_BOX,
                        .alpha = alpha,
                        .x = LOOK_MARGIN,
                        .y = 0.9333f,
                        .h = high,
                        .r = high / 2};
    float bead = LOOK_MARGIN;
    for (size_t i = 0; i < s->count; i++) {
        const struct section *part = &s->items[i];
        float length = (float)(part->end_ms - part->start_ms);
        float wide = least + room * length / (float)l->p->tl->length_ms;
        float u = ((float)l->t_ms - (float)part->start_ms) / length;
        u = u < 0 ? 0 : u > 1 ? 1 : u;
        box.w = wide;
        box.role = u < 1 ? ROLE_LINE : ROLE_INK2;
        scene_add(l->c.sc, box);
        if (u > 0 && u < 1) {
            box.w = wide * u > high ? wide * u : high;
            box.role = ROLE_INK2;
            scene_add(l->c.sc, box);
        }
        if (l->t_ms >= part->start_ms) {
            bead = box.x + wide * u;
        }
        box.x += wide + gap;
    }
    scene_add(l->c.sc, (struct shape){.kind = SHAPE_DISC,
                                      .role = ROLE_INK,
                                      .alpha = alpha,
                                      .x = bead,
                                      .y = 0.9333f + high / 2,
                                      .r = 0.0074f});
}

static void draw_chrome(const struct player_look *l)
{
    struct shape s =
        look_text(FACE_REGULAR, ROLE_INK2, player_edge_type(&l->c, 0.024f));
    s.alpha = l->chrome;
    s.x = LOOK_MARGIN;
    s.y = 0.0845f;
    struct phrase title = {0};
    phrase_put(&title, say(l->c.ruler->tongue, l->p->session->title));
    struct phrase pattern =
        caption_pattern(l->p->tl, l->m.row, l->c.ruler->tongue);
    if (pattern.len > 0 && title.len + pattern.len + 6 < PHRASE_BYTES) {
        phrase_put(&title, STR("  \xc2\xb7  "));
        phrase_put(&title, phrase_view(&pattern));
    }
    look_put_whole(l, s, phrase_view(&title),
                   STAGE_WIDTH - 2 * LOOK_MARGIN - 0.3f * l->c.scale);
    struct phrase left =
        caption_left(l->p->tl->length_ms - l->t_ms, l->c.ruler->tongue);
    s.role = ROLE_INK;
    s.align = ALIGN_RIGHT;
    s.x = STAGE_WIDTH - LOOK_MARGIN;
    look_put(l, s, phrase_view(&left));
}

// edges: also what stands at the window's.
static void draw_said(const struct player_look *l, bool edges)
{
    enum hud hud = l->p->options.hud;
    if (hud != HUD_NONE) {
        look_draw_word(l);
    }
    if (hud != HUD_NONE && edges) {
        draw_bar(l);
    }
    if (hud == HUD_FULL) {
        look_draw_pair(l);
        draw_guidance(l);
    }
    if (hud == HUD_FULL && edges) {
        draw_chrome(l);
    }
}

void look_draw_words(const struct player_look *l)
{
    draw_said(l, false);
}

void look_draw_hud(const struct player_look *l)
{
    draw_said(l, true);
}
