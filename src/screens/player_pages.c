// SPDX-License-Identifier: MIT
// The two pages of words that the player has: the cautions before a session
// that is more than gentle, and the keys.
#include "screens/player_inside.h"
#include "screens/widgets.h"

static const float margin = 0.111f;

// Breaks text by the ruler, puts it down from *y on, and moves *y below it.
static void put_paragraph(const struct player_canvas *c, struct shape s,
                          struct str text, float room, float *y)
{
    struct words w = {.face = s.face, .role = s.role, .size = s.size};
    while (str_trim(text).len > 0) {
        s.y = *y;
        scene_text(c->sc, s, words_line(c->ruler, w, room, &text));
        s.flows = true;
        *y += s.size * 1.45f;
    }
}

static float put_cautions(const struct player *p, const struct player_canvas *c,
                          float size, float y)
{
    struct shape s = {.face = FACE_SERIF,
                      .role = ROLE_INK,
                      .size = size,
                      .alpha = 1,
                      .x = margin};
    for (size_t i = 0; i < p->session->caution_count; i++) {
        put_paragraph(c, s, say(c->ruler->tongue, p->session->cautions[i]),
                      1.25f, &y);
        y += size * 0.6f;
    }
    return y;
}

void player_draw_cautions(const struct player *p, const struct player_canvas *c)
{
    struct shape s = {.face = FACE_SERIF,
                      .role = ROLE_INK,
                      .size = player_type(c, 0.054f),
                      .alpha = 1,
                      .x = margin,
                      .y = 0.19f};
    scene_text(c->sc, s, say(c->ruler->tongue, p->session->title));
    s.face = FACE_MEDIUM;
    s.role = ROLE_CARE;
    s.size = player_type(c, 0.024f);
    s.x = margin + 0.045f;
    s.y = 0.19f + 0.09f * c->scale + 0.008f;
    scene_text(c->sc, s, say(c->ruler->tongue, STR("Before you begin")));
    care_sign(c->sc, margin + 0.016f, s.y - 0.008f * c->scale, 0.016f);
    float first = s.y + 0.067f * c->scale;
    // As large as it may be so that all of it stands on the page.
    size_t count = c->sc->count;
    size_t text_len = c->sc->text_len;
    float size = player_type(c, 0.034f);
    while (put_cautions(p, c, size, first) > 0.86f && size > 0.012f) {
        size *= 0.9f;
        c->sc->count = count;
        c->sc->text_len = text_len;
    }
    s.face = FACE_REGULAR;
    s.role = ROLE_INK2;
    s.x = margin;
    s.y = 0.92f;
    s.size = player_type(c, 0.022f);
    scene_text(c->sc, s,
               say(c->ruler->tongue,
                   STR("Enter goes on \xc2\xb7 Esc goes back \xc2\xb7 F1 "
                       "care")));
}

void player_draw_keys(float alpha, const struct player_canvas *c)
{
    static const char *const keys[][2] = {
        {WORD("Space"), WORD("pause, go on, tap")},
        {WORD("Esc"), WORD("end; twice: leave at once")},
        {"\xe2\x86\x90  \xe2\x86\x92", WORD("step back, step on")},
        {"G", WORD("ground me")},
        {"F1", WORD("care")},
        {"H", WORD("how much is shown")},
        {"P", WORD("pacer")},
        {"M", WORD("breath cue")},
        {"+  \xe2\x88\x92", WORD("volume")},
        {"D", WORD("dim")},
        {"F", WORD("full screen")},
        {"?", WORD("these keys")},
    };
    enum { KEYS = sizeof(keys) / sizeof(keys[0]) };
    if (alpha < 0.002f) {
        return;
    }
    const float most = 1.4f; // so that all of them stand on the page
    float scale = player_type(c, 0.024f) / 0.024f;
    float spread = scale < most ? scale : most;
    float wide = 0.72f * scale;
    float high = 0.68f * spread;
    struct shape box = {.kind = SHAPE_BOX,
                        .role = ROLE_SURFACE,
                        .alpha = alpha,
                        .x = STAGE_WIDTH / 2 - wide / 2,
                        .y = 0.5f - high / 2,
                        .w = wide,
                        .h = high,
                        .r = 0.026f};
    scene_add(c->sc, box);
    box.role = ROLE_LINE;
    box.width =
        0.0018f; // as of what is asked; seen where both grounds are black
    scene_add(c->sc, box);
    struct shape s = {.face = FACE_MEDIUM,
                      .role = ROLE_BREATH,
                      .size = 0.024f * scale,
                      .alpha = alpha,
                      .y = box.y + 0.078f * spread};
    for (size_t i = 0; i < KEYS; i++) {
        s.face = FACE_MEDIUM;
        s.role = ROLE_BREATH;
        s.x = box.x + 0.07f * scale;
        scene_text(c->sc, s, say(c->ruler->tongue, str_from(keys[i][0])));
        s.face = FACE_REGULAR;
        s.role = ROLE_INK;
        s.x = box.x + 0.23f * scale;
        scene_text(c->sc, s, say(c->ruler->tongue, str_from(keys[i][1])));
        s.y += 0.0495f * spread;
    }
}
