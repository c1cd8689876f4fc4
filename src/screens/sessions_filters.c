// SPDX-License-Identifier: MIT
// The two lines of words above the list, and what of them is lit.
#include <assert.h>

#include "screens/sessions_inside.h"

static const float size = 0.0195f, gap = 0.0225f;

struct str sessions_filter_word(enum effect e)
{
    static const char *const words[] = {
        [EFFECT_NONE] = WORD("All"),
        [EFFECT_CALM] = WORD("Calm"),
        [EFFECT_FOCUS] = WORD("Focus"),
        [EFFECT_ENERGY] = WORD("Energy"),
        [EFFECT_SLEEP] = WORD("Sleep"),
        [EFFECT_GROUND] = WORD("Ground"),
        [EFFECT_RELEASE] = WORD("Release"),
        [EFFECT_CONNECT] = WORD("Connect"),
        [EFFECT_INSIGHT] = WORD("Insight|effect"),
    };
    static_assert(sizeof(words) / sizeof(words[0]) == EFFECT_COUNT, "effects");
    return str_from(words[e]);
}

struct str sessions_which_word(enum sessions_which w)
{
    static const char *const words[] = {
        [SESSIONS_ALL] = WORD("Everything"),
        [SESSIONS_RECENT] = WORD("Recent"),
        [(int)SESSIONS_KIND + KIND_BREATHWORK] = WORD("Breath|kind"),
        [(int)SESSIONS_KIND + KIND_MEDITATION] = WORD("Sitting"),
        [(int)SESSIONS_KIND + KIND_SOMATIC] = WORD("Body|kind"),
        [(int)SESSIONS_KIND + KIND_PARTNER] = WORD("For two"),
        [(int)SESSIONS_KIND + KIND_REFLECTION] = WORD("Writing|kind"),
    };
    static_assert(sizeof(words) / sizeof(words[0]) == SESSIONS_WHICH_COUNT,
                  "kinds");
    return str_from(words[w]);
}

// Moves *a on to the next word, which is as wide as it is, or not there.
static void next_word(struct area *a, const struct ruler *ruler, bool there,
                      struct str word)
{
    a->x += a->w > 0 ? a->w + gap : 0;
    a->w = there
               ? ruler->width(ruler->fonts, FACE_REGULAR,
                              ruler_size(ruler, size), say(ruler->tongue, word))
               : 0;
}

// Where the word stands; one of an effect that no session has stands nowhere
// (w 0).
static struct area sessions_filter(const struct sessions *s,
                                   const struct ruler *ruler, enum effect e)
{
    struct area a = {0.111f, 0.165f, 0, 0.046f};
    for (int i = 0; i <= (int)e; i++) {
        next_word(&a, ruler, sessions_offers(s, i),
                  sessions_filter_word((enum effect)i));
    }
    return a;
}

static struct area sessions_which_area(const struct sessions *s,
                                       const struct ruler *ruler,
                                       enum sessions_which w)
{
    struct area a = {0.111f, 0.119f, 0, 0.046f};
    for (int i = 0; i <= (int)w; i++) {
        next_word(&a, ruler, s->of[i],
                  sessions_which_word((enum sessions_which)i));
    }
    return a;
}

static void draw_word(const struct page *pg, struct area a, struct str word,
                      bool up, bool focused)
{
    float y = a.y + 0.0285f;
    if (!(a.w > 0)) {
        return;
    }
    words_draw(pg->sc,
               (struct words){.face = FACE_REGULAR,
                              .role = up ? ROLE_INK : ROLE_INK2,
                              .size = ruler_size(pg->ruler, size)},
               a.x, y, say(pg->ruler->tongue, word));
    if (up && !focused) {
        line_draw(pg->sc, ROLE_BREATH, 0.0025f,
                  (float[]){a.x, y + 0.0115f, a.x + a.w, y + 0.0115f});
    } else if (focused) {
        box_line(pg->sc, area_inset(a, -0.011f, 0.003f), 0.014f, ROLE_BREATH,
                 0.0028f);
    }
}

void sessions_filters_draw(const struct sessions *s, const struct page *pg)
{
    for (int w = 0; w < SESSIONS_WHICH_COUNT; w++) {
        enum sessions_which which = (enum sessions_which)w;
        bool up = which == s->which;
        draw_word(pg, sessions_which_area(s, pg->ruler, which),
                  sessions_which_word(which), up, up && s->zone == ZONE_WHICH);
    }
    for (int e = 0; e < EFFECT_COUNT; e++) {
        enum effect effect = (enum effect)e;
        bool up = effect == s->filter;
        draw_word(pg, sessions_filter(s, pg->ruler, effect),
                  sessions_filter_word(effect), up,
                  up && s->zone == ZONE_EFFECT);
    }
}

bool sessions_filters_press(struct sessions *s, const struct facts *f,
                            const struct ruler *ruler, const struct input *in)
{
    for (int w = 0; w < SESSIONS_WHICH_COUNT; w++) {
        struct area a = sessions_which_area(s, ruler, (enum sessions_which)w);
        if (a.w > 0 && area_has(area_inset(a, -0.011f, 0), in->x, in->y)) {
            sessions_which_set(s, f, (enum sessions_which)w);
            return true;
        }
    }
    for (int e = 0; e < EFFECT_COUNT; e++) {
        struct area a = sessions_filter(s, ruler, (enum effect)e);
        if (a.w > 0 && area_has(area_inset(a, -0.011f, 0), in->x, in->y)) {
            sessions_filter_set(s, f, (enum effect)e);
            return true;
        }
    }
    return false;
}
