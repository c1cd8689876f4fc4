// SPDX-License-Identifier: MIT
// One drawing of the player: what its files share, player_draw.c and those that
// it calls.
#pragma once

#include "screens/player_inside.h"

#define LOOK_MARGIN 0.074f // at both sides of the stage

struct player_look { // one drawing
    const struct player *p;
    struct player_canvas c;
    int64_t now_ms, t_ms;
    struct moment m;
    enum pacer pacer;
    struct pacer_place place;
    float veil, chrome;
    float shown; // of the words: what the veil leaves, and another pacer
    bool settled;
};

struct shape look_text(enum face face, enum role role, float size);
// Nothing when it is not to be seen.
void look_put(const struct player_look *l, struct shape s, struct str text);
// Smaller, where it would be wider than its room.
void look_put_whole(const struct player_look *l, struct shape s,
                    struct str text, float room);
// The word, what stands about it, count and arrow.
void look_draw_word(const struct player_look *l);
// A quiet line above the bar: what a key does now.
void look_draw_hint(const struct player_look *l, struct str text, float alpha);
// All that is said about the pacer, as much of it as the person likes.
void look_draw_hud(const struct player_look *l);
// Of that, what stands where the pacer has it.
void look_draw_words(const struct player_look *l);
// Ground, pacer and all that is said; both of two where one gives way to
// another.
void look_draw_pacers(const struct player_look *l);
// Where words stand by the pacer.
struct pacer_place look_place(const struct player_look *l);
struct pacer_options look_options(const struct player_look *l);
// Takes from what was added since first.
void look_fade(struct scene *sc, size_t first, float alpha);
// The cards of two who practise: whose turn it is, and for how long.
bool look_has_pair(const struct player_look *l);
void look_draw_pair(const struct player_look *l);
// The words on the veil of the pause, and the two answers to what is asked.
void look_draw_presses(const struct player_look *l);
void look_draw_answers(const struct player_look *l);
// A line of guidance: two at most, three in large text; never wider than the
// stage.
void look_draw_line(const struct player_look *l, struct str text, float alpha);
// Two quiet lines at the top, for whoever writes the script.
void look_draw_mistake(const struct player *p, const struct player_canvas *c);
