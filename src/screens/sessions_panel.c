// SPDX-License-Identifier: MIT
// The right half of the session list: what the focused one is.
#include "core/lung.h"
#include "screens/sessions_inside.h"

static const float panel = 0.87f, panel_wide = 0.79f;

static float draw_cautions(const struct practice *p, const struct page *pg,
                           float y)
{
    for (size_t i = 0; i < p->caution_count && y < 0.72f; i++) {
        care_sign(pg->sc, panel + 0.013f, y - 0.009f, 0.013f);
        struct words w = {
            .face = FACE_REGULAR, .role = ROLE_INK, .size = 0.024f};
        struct area at = {panel + 0.045f, y, panel_wide - 0.045f, 0};
        y = words_paragraph(pg, w, at, 0.035f, 4,
                            say(pg->ruler->tongue, p->cautions[i])) +
            0.014f;
    }
    return y;
}

// How the body is held, where the script says it. Gives where the words end.
static float draw_posture(const struct practice *p, const struct page *pg,
                          struct words w, float y)
{
    static const char *const words[POSTURE_COUNT] = {
        [POSTURE_SITTING] = WORD("Sitting|posture"),
        [POSTURE_LYING] = WORD("Lying down|posture"),
        [POSTURE_STANDING] = WORD("Standing|posture"),
        [POSTURE_WALKING] = WORD("Walking|posture"),
    };
    if (!words[p->session->posture]) {
        return panel;
    }
    struct str text =
        say(pg->ruler->tongue, str_from(words[p->session->posture]));
    words_draw(pg->sc, w, panel, y, text);
    return panel + 0.03f +
           pg->ruler->width(pg->ruler->fonts, w.face, w.size, text);
}

// The posture, and the days that the script names, when it names some.
static void draw_suits(const struct practice *p, const struct page *pg, float y)
{
    static const struct {
        unsigned bit;
        enum day_kind kind;
    } days[] = {{SUITS_DOSE, DAY_DOSE},
                {SUITS_TRANSITION, DAY_TRANSITION},
                {SUITS_NORMAL, DAY_NORMAL},
                {SUITS_BREAK, DAY_BREAK}};
    struct words w = {.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.0195f};
    float x = draw_posture(p, pg, w, y);
    if ((p->days & SUITS_ANY) == SUITS_ANY) {
        return;
    }
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
        if (p->days & days[i].bit) {
            day_kind_draw(pg->sc, x + 0.008f, y - 0.007f, days[i].kind, false);
            words_draw(pg->sc, w, x + 0.026f, y,
                       say(pg->ruler->tongue, day_kind_word(days[i].kind)));
            x += 0.15f;
        }
    }
}

// Two breaths, as the lungs fill and empty.
static void draw_curve(const struct practice *p, struct scene *sc)
{
    enum { BREATHS = 2, STEPS = 12, PHASES_MOST = 8 };
    const float top = 0.625f, high = 0.065f, wide = 0.62f;
    int64_t whole_ms = 0;
    for (size_t i = 0; i < p->phase_count; i++) {
        whole_ms += BREATHS * p->breath[i].length_ms;
    }
    if (p->phase_count > PHASES_MOST || whole_ms == 0) {
        return;
    }
    float x = panel;
    for (size_t i = 0; i < BREATHS * p->phase_count; i++) {
        const struct practice_phase *b = &p->breath[i % p->phase_count];
        float w = wide * (float)b->length_ms / (float)whole_ms;
        bool still = b->from >= b->to && b->from <= b->to;
        int steps = still ? 1 : STEPS;
        for (int k = 0; k < steps; k++) {
            double u = (double)k / steps;
            double v = (double)(k + 1) / steps;
            float from = (float)lung_level((double)b->from, (double)b->to, u);
            float to = (float)lung_level((double)b->from, (double)b->to, v);
            line_draw(sc, ROLE_BREATH, 0.0028f,
                      (float[]){x + w * (float)u, top + high * (1 - from),
                                x + w * (float)v, top + high * (1 - to)});
        }
        x += w;
    }
}

// The arc of the whole: how much is asked for, over the minutes.
static void draw_arc(const struct practice *p, const struct page *pg)
{
    const float foot = 0.766f, high = 0.048f, wide = 0.62f;
    struct point points[PRACTICE_ARC];
    for (int i = 0; i < PRACTICE_ARC; i++) {
        points[i].x = panel + wide * (float)i / (PRACTICE_ARC - 1);
        points[i].y = foot - high * (float)p->arc[i] / 100;
    }
    line_draw(pg->sc, ROLE_LINE, 0.0015f,
              (float[]){panel, foot, panel + wide, foot});
    scene_path(pg->sc,
               (struct shape){.role = ROLE_WARM, .alpha = 1, .width = 0.0024f},
               points, PRACTICE_ARC);
    struct phrase minutes = {0};
    practice_minutes(p, pg->ruler->tongue, &minutes);
    words_draw(pg->sc,
               (struct words){
                   .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f},
               panel + wide + 0.018f, foot + 0.004f, phrase_view(&minutes));
}

void sessions_panel_draw(const struct practice *p, const struct page *pg)
{
    struct words w = {.face = FACE_SERIF, .role = ROLE_INK, .size = 0.044f};
    struct area at = {panel, 0.262f, panel_wide, 0};
    float y = words_paragraph(pg, w, at, 0.052f, 2,
                              p->title.len > 0 ? p->title : p->name);
    w.role = ROLE_INK2;
    w.size = 0.031f;
    at.y = y + 0.008f;
    y = words_paragraph(pg, w, at, 0.045f, 4, p->about);
    y = draw_cautions(p, pg, y + 0.022f);
    draw_suits(p, pg, y + 0.016f);
    if (y < 0.58f) {
        draw_curve(p, pg->sc);
    }
    if (y < 0.68f && p->length_ms > 0) {
        draw_arc(p, pg);
    }
    bool wrong = p->mistake_count > 0;
    button_draw(pg->sc, sessions_begin(),
                say(pg->ruler->tongue, wrong ? STR("Show") : STR("Begin")),
                BUTTON_MAIN, false);
    words_whole(pg,
                (struct words){
                    .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0185f},
                (struct area){panel + 0.215f, 0.838f,
                              sessions_setup().x - panel - 0.219f, 0},
                say(pg->ruler->tongue, STR("Enter")));
}
