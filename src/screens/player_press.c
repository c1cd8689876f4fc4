// SPDX-License-Identifier: MIT
// What a pointer presses in the player: the words on the veil of the pause, and
// the two answers after the minutes that were sat on. Each is a key as well.
#include "screens/area.h"
#include "screens/player_look.h"

static const struct press {
    const char *word;
    struct input key;
} presses[PLAYER_PRESSES] = {
    {WORD("Go on"), {.kind = INPUT_KEY, .key = KEY_SPACE}},
    {WORD("Ground me"), {.kind = INPUT_KEY, .key = KEY_CHAR, .letter = 'g'}},
    {WORD("Care"), {.kind = INPUT_KEY, .key = KEY_F1}},
    {WORD("End here"), {.kind = INPUT_KEY, .key = KEY_ESCAPE}},
};

static const float press_gap = 0.022f;

// As wide as the page has room for where words are large.
static struct area press_area(const struct player *p, int i, int count)
{
    float scale = p->options.text_scale > 1 ? p->options.text_scale : 1;
    float most = (1.09f - press_gap * (float)(count - 1)) / (float)count;
    float press_wide = 0.25f * scale < most ? 0.25f * scale : most;
    float high = 0.056f + 0.024f * (scale - 1);
    float all = press_wide * (float)count + press_gap * (float)(count - 1);
    return (struct area){STAGE_WIDTH / 2 - all / 2 +
                             (press_wide + press_gap) * (float)i,
                         0.908f - high, press_wide, high};
}

static void draw_press(const struct player_look *l, struct area a,
                       const char *word, bool focused)
{
    struct shape box = {.kind = SHAPE_BOX,
                        .role = focused ? ROLE_BREATH : ROLE_RING,
                        .alpha = l->veil,
                        .x = a.x,
                        .y = a.y,
                        .w = a.w,
                        .h = a.h,
                        .r = a.h / 2,
                        .width = focused ? 0.0028f : 0.0015f};
    scene_add(l->c.sc, box);
    struct shape s =
        look_text(FACE_REGULAR, ROLE_INK, player_type(&l->c, 0.022f));
    s.align = ALIGN_CENTRE;
    s.x = a.x + a.w / 2;
    s.y = a.y + a.h / 2 + 0.318f * s.size;
    s.alpha = l->veil;
    look_put_whole(l, s, say(l->c.ruler->tongue, str_from(word)), a.w - 0.02f);
}

void look_draw_presses(const struct player_look *l)
{
    for (int i = 0; i < PLAYER_PRESSES; i++) {
        struct area a = press_area(l->p, i, PLAYER_PRESSES);
        draw_press(l, a, presses[i].word, false);
    }
}

void look_draw_answers(const struct player_look *l)
{
    struct player_look whole = *l;
    whole.veil = 1;
    struct area keep = press_area(l->p, 0, 2), leave = press_area(l->p, 1, 2);
    draw_press(&whole, keep, WORD("Keep them"), !l->p->refuses);
    draw_press(&whole, leave, WORD("Leave them out"), l->p->refuses);
}

struct input player_pressed(const struct player *p, const struct input *in)
{
    struct input key = {.kind = INPUT_KEY, .key = KEY_SPACE};
    if (p->stage == PLAYER_CAUTIONS) {
        key.key = KEY_ENTER;
    } else if (p->asking) {
        bool keep = area_has(press_area(p, 0, 2), in->x, in->y);
        bool leave = area_has(press_area(p, 1, 2), in->x, in->y);
        key.key = keep ? KEY_ENTER : leave ? KEY_BACKSPACE : KEY_NONE;
    } else if (p->paused && !p->keys_shown) {
        for (int i = 0; i < PLAYER_PRESSES; i++) {
            if (area_has(press_area(p, i, PLAYER_PRESSES), in->x, in->y)) {
                key = presses[i].key;
            }
        }
    } else if (p->keys_shown) {
        key.key = KEY_ESCAPE; // closes them
    }
    return key;
}
