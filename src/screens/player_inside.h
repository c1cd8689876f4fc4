// SPDX-License-Identifier: MIT
// What the player's files share among themselves. Private to player*.c.
#pragma once

#include "screens/player.h"

enum { VEIL_MS = 400, TOAST_MS = 1600, TOAST_OUT_MS = 500 };
enum { PLAYER_PRESSES = 4 }; // words on the veil of the pause

// What is shown at session_ms: as timeline_at, but on the open wait while the
// clock stands on it.
struct moment player_moment(const struct player *p, int64_t session_ms);
// The person's, else the script's.
enum pacer player_pacer(const struct player *p, int64_t session_ms);
// How much of a pacer is seen, which the person's choice changes.
float player_shows(const struct player *p, enum pacer pacer, struct instant at);
// Whether at m, while its step begins, what pacer shows comes out of something
// else, and when that was last seen and by which pacer.
struct crossing {
    bool is;
    enum pacer from;
    struct moment before;
};
struct crossing player_crossing(const struct player *p, enum pacer pacer,
                                const struct moment *m);
void player_advance(struct player *p, int64_t session_ms);
void player_tap(struct player *p, struct instant at, struct requests *ask);
// To the start of the next step (way > 0), or back.
void player_step(struct player *p, int way, struct instant at,
                 struct requests *ask);
// The calm end: by itself, after Esc, or after the overtime.
void player_land(struct player *p, struct instant at, struct requests *ask);
void player_begin(struct player *p, struct instant at, struct requests *ask);
void player_touch(struct player *p, int64_t now_ms, struct requests *ask);
bool player_may_sit_on(const struct player *p);
// The key that a pointer down comes to.
struct input player_pressed(const struct player *p, const struct input *in);

// Pages of the player, over the ground.
struct player_canvas {
    struct scene *sc;
    const struct ruler *ruler;
    float scale; // of text
};
// Type that is so large where nobody wishes for larger, and nothing is too
// small to be read.
float player_type(const struct player_canvas *c, float size);
// The same at the window's edges, which are not shown larger with the light.
float player_edge_type(const struct player_canvas *c, float size);
void player_draw_cautions(const struct player *p,
                          const struct player_canvas *c);
void player_draw_keys(float alpha, const struct player_canvas *c);
