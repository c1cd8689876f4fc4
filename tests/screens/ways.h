// SPDX-License-Identifier: MIT
// Where each screen is, as a person gets there by keys from Today, and the
// harness that walks it. A new screen without a way here is a red test.
#pragma once

#include <stdlib.h>

#include "evening.h"

static const char *const way_names[SCREEN_COUNT] = {
    [SCREEN_TODAY] = "Today",       [SCREEN_SESSIONS] = "Sessions",
    [SCREEN_PLAYER] = "Player",     [SCREEN_REFLECTION] = "Reflection",
    [SCREEN_CARE] = "Care",         [SCREEN_GROUND] = "Ground",
    [SCREEN_NOTICE] = "Notice",     [SCREEN_SETTINGS] = "Settings",
    [SCREEN_CALENDAR] = "Calendar", [SCREEN_PLAN] = "Plan",
    [SCREEN_SETUP] = "Setup",       [SCREEN_WELCOME] = "First run",
    [SCREEN_INSIGHT] = "Insight",   [SCREEN_JOURNAL] = "Journal",
    [SCREEN_CAUTIONS] = "Cautions",
};

// Down from the last card is the menu, whose first word is Today.
static const char *const ways_by_keys[SCREEN_COUNT] = {
    [SCREEN_TODAY] = "",
    [SCREEN_SESSIONS] = "Down Down Down Right Enter",
    [SCREEN_PLAYER] = "Enter",
    [SCREEN_REFLECTION] = "Enter wait:4000 Esc wait:5000",
    [SCREEN_CARE] = "F1",
    [SCREEN_GROUND] = "g",
    [SCREEN_NOTICE] = "Down Down Down Right Enter End Enter",
    [SCREEN_SETTINGS] =
        "Down Down Down Right Right Right Right Right Right Enter",
    [SCREEN_CALENDAR] = "Down Down Down Right Right Enter",
    [SCREEN_PLAN] = "Down Down Down Right Right Enter n",
    [SCREEN_SETUP] = "Right",
    [SCREEN_WELCOME] = "",
    [SCREEN_INSIGHT] = "Down Down Down Right Right Right Right Enter",
    [SCREEN_JOURNAL] = "Down Down Down Right Right Right Enter",
    [SCREEN_CAUTIONS] = "F1 c",
};

static const struct {
    const char *word;
    enum key key;
    unsigned mods;
} way_keys[] = {
    {"Enter", KEY_ENTER, 0},
    {"Esc", KEY_ESCAPE, 0},
    {"Tab", KEY_TAB, 0},
    {"Shift+Tab", KEY_TAB, MOD_SHIFT},
    {"Up", KEY_UP, 0},
    {"Down", KEY_DOWN, 0},
    {"Left", KEY_LEFT, 0},
    {"Right", KEY_RIGHT, 0},
    {"Space", KEY_SPACE, 0},
    {"PgUp", KEY_PAGE_UP, 0},
    {"PgDn", KEY_PAGE_DOWN, 0},
    {"Home", KEY_HOME, 0},
    {"End", KEY_END, 0},
    {"F1", KEY_F1, 0},
    {"Ctrl+Enter", KEY_ENTER, MOD_CTRL},
};

// One word of a way by keys: a key, a letter, or "wait:MS".
static inline void way_key(struct evening *v, struct str word)
{
    for (size_t i = 0; i < sizeof(way_keys) / sizeof(way_keys[0]); i++) {
        if (str_equal(word, str_from(way_keys[i].word))) {
            evening_key(v, way_keys[i].key, way_keys[i].mods);
            return;
        }
    }
    if (str_starts(word, STR("wait:"))) {
        evening_to(v, v->now_ms + atoi(word.at + 5));
        return;
    }
    assert_int_equal(word.len, 1);
    evening_type(v, (char[]){word.at[0], '\0'});
}

// Presses the middle of a text, where it stands on the screen: the whole of it,
// else one that begins so. "_" is any byte.
static inline bool way_click_on(struct evening *v, struct str words, bool whole)
{
    for (size_t i = v->scene.count; i-- > 0;) { // what lies above first
        const struct shape *s = &v->scene.shapes[i];
        struct str text =
            s->kind == SHAPE_TEXT ? scene_text_of(&v->scene, s) : STR_NONE;
        size_t same = 0;
        while (same < words.len && same < text.len &&
               (words.at[same] == '_' || words.at[same] == text.at[same])) {
            same++;
        }
        if (words.len > 0 && same == words.len &&
            (!whole || same == text.len)) {
            float wide = fixed_width(NULL, s->face, s->size, text);
            float x = s->align == ALIGN_LEFT    ? s->x + wide / 2
                      : s->align == ALIGN_RIGHT ? s->x - wide / 2
                                                : s->x;
            evening_click(v, x, s->y - s->size / 3);
            return true;
        }
    }
    return false;
}

static inline void way_click(struct evening *v, struct str words)
{
    evening_draw(v);
    if (!way_click_on(v, words, true) && !way_click_on(v, words, false)) {
        fail_msg("\"%.*s\" does not stand there", STR_ARG(words));
    }
}

// Each word of the way, with a moment between them.
static inline void way_walk(struct evening *v, const char *way,
                            void (*step)(struct evening *v, struct str word))
{
    struct str rest = str_from(way);
    while (str_trim(rest).len > 0) {
        rest = str_trim(rest);
        struct str word = str_cut(&rest, ' ');
        evening_to(v, v->now_ms + 500);
        step(v, word);
    }
    evening_to(v, v->now_ms + 1000);
    evening_draw(v);
}

// Today in the evening, with a script that has a mistake, or the first run.
static inline void way_start(struct evening *v, enum screen to)
{
    evening_start(v, false, "", 21 * 3600);
    struct practice *wrong = &v->practices[PAGES];
    if (to == SCREEN_NOTICE) {
        evening_mistake(wrong);
        wrong->title = STR("Zigzag"); // the last in the list
    }
    program_facts(&v->program, &v->facts);
    v->program.today.offered[0] = TIDE; // gentle, and without settling
    if (to == SCREEN_WELCOME) {
        program_welcome(&v->program, true);
    }
}

static inline void way_to(struct evening *v, enum screen to)
{
    way_start(v, to);
    if (!ways_by_keys[to]) {
        fail_msg("screen %d has no way by keys", (int)to);
        return; // never reached
    }
    way_walk(v, ways_by_keys[to], way_key);
    if (v->program.screen != to) {
        fail_msg("\"%s\" leads to %s, not to %s", ways_by_keys[to],
                 way_names[v->program.screen], way_names[to]);
    }
}

static inline void way_print(struct evening *v, struct buf *out)
{
    buf_clear(out);
    evening_draw(v);
    scene_print(&v->scene, out);
}
