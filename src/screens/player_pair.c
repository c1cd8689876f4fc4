// SPDX-License-Identifier: MIT
// The cards of two who practise: A on the left, B on the right, each by name.
// Whose turn it is has a frame, a fuller letter and the time that is left; the
// other one listens.
#include "frame/caption.h"
#include "screens/area.h"
#include "screens/player_look.h"

static const float wide = 0.42f, high = 0.15f;
static const float room = 0.36f; // for words

// Beside the pacer; above it where that reaches across the stage.
static struct area card_area(const struct player_look *l, int i)
{
    bool across = l->pacer == PACER_WAVE || l->pacer == PACER_BAR ||
                  l->pacer == PACER_BODY;
    float x = 0.16f;
    return (struct area){i == 0 ? x : STAGE_WIDTH - x - wide,
                         across ? 0.12f : 0.366f, wide, high};
}

static void draw_box(const struct player_look *l, struct area a, bool turn)
{
    struct shape box = {.kind = SHAPE_BOX,
                        .role = ROLE_SURFACE,
                        .alpha = turn ? l->shown : 0,
                        .x = a.x,
                        .y = a.y,
                        .w = a.w,
                        .h = a.h,
                        .r = 0.026f};
    if (turn) {
        scene_add(l->c.sc, box);
    }
    box.alpha = l->shown;
    box.role = turn ? ROLE_BREATH : ROLE_LINE;
    box.width = turn ? 0.0035f : 0.0015f;
    scene_add(l->c.sc, box);
}

static void draw_card(const struct player_look *l, int i, bool turn)
{
    static const char *const letters[] = {"A", "B"};
    const struct row *r = &l->p->tl->rows[l->m.row];
    struct area a = card_area(l, i);
    struct str letter = str_from(letters[i]);
    struct str name = l->p->options.names[i];
    draw_box(l, a, turn);
    struct shape s =
        look_text(FACE_REGULAR, ROLE_INK2, player_type(&l->c, 0.0205f));
    s.align = ALIGN_CENTRE;
    s.alpha = l->shown;
    s.x = a.x + a.w / 2;
    s.y = a.y + 0.035f;
    if (name.len > 0) {
        look_put(l, s, letter);
    }
    s.face = turn ? FACE_MEDIUM : FACE_REGULAR;
    s.role = turn ? ROLE_INK : ROLE_INK2;
    s.size = player_type(&l->c, 0.036f);
    s.y = a.y + 0.085f;
    look_put_whole(l, s, name.len > 0 ? name : letter, room);
    if (turn) {
        struct phrase left =
            caption_left(r->end_ms - l->t_ms, l->c.ruler->tongue);
        s.face = FACE_REGULAR;
        s.role = ROLE_INK2;
        s.size = player_type(&l->c, 0.022f);
        s.y = a.y + 0.127f;
        look_put_whole(l, s, phrase_view(&left), room);
    }
}

// In turns; and before the first one, to say who is A, who is B.
bool look_has_pair(const struct player_look *l)
{
    const struct row *r = &l->p->tl->rows[l->m.row];
    bool named =
        l->p->options.names[0].len > 0 || l->p->options.names[1].len > 0;
    return r->verb == VERB_TURN || (r->verb == VERB_SETTLE && named &&
                                    l->p->session->kind == KIND_PARTNER);
}

void look_draw_pair(const struct player_look *l)
{
    const struct row *r = &l->p->tl->rows[l->m.row];
    if (!look_has_pair(l) || l->shown < 0.01f) {
        return;
    }
    bool both = str_equal(r->place, STR("both"));
    draw_card(l, 0, both || str_equal(r->place, STR("A")));
    draw_card(l, 1, both || str_equal(r->place, STR("B")));
}
