// SPDX-License-Identifier: MIT
// The player: one session from its cautions to the end of the Landing, as a
// model that is told inputs and times, asks for what it needs (request.h), and
// draws itself. It holds no clock and makes no sound: session time is told to
// it with each call and obeys its requests before the next one.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/session.h"
#include "core/timeline.h"
#include "frame/fade.h"
#include "frame/guidance.h"
#include "frame/input.h"
#include "frame/pacer.h"
#include "frame/phrase.h"
#include "frame/played.h"
#include "frame/scene.h"
#include "frame/score.h"
#include "frame/sections.h"
#include "screens/reflow.h"
#include "screens/request.h"

enum hud { HUD_FULL = 0, HUD_MINIMAL, HUD_NONE, HUD_COUNT };

enum player_stage {
    PLAYER_CAUTIONS = 0, // waits for Enter; gentle sessions skip it
    PLAYER_PLAYING,
    PLAYER_LANDING,  // the calm end, goes on by itself
    PLAYER_OVERTIME, // sitting on after a sit
    PLAYER_DONE      // the program goes on to the Reflection
};

// The Landing: the orb sinks, then stays; well within 5 s together.
enum {
    LANDING_CROSS_MS = 600, // to the orb, from another pacer
    LANDING_WORDS_MS = 400, // until the words of the practice are gone
    LANDING_SINK_MS = 1500,
    LANDING_STAY_MS = 2500,
    PLAYER_FROM_BLACK_MS = 3000,
    PLAYER_CROSS_MS = 450, // from a pacer to another
    PLAYER_IDLE_MS = 4000, // then title and minutes hide
    PLAYER_BACK_MS = 2000 // Left this soon after a step's start: the one before
};

struct player_options {
    enum hud hud;
    bool reduced_motion;
    bool pacer_chosen; // pacer in place of the script's
    enum pacer pacer;
    enum cue_mode cue;
    int volume_db;       // as it stands, to be shown
    int dim_percent;     // 35..100; 0: 100
    float text_scale;    // 1, 1.35, 1.7; 0: 1
    int64_t from_ms;     // where to begin
    struct str names[2]; // of two who practise, A and B; empty: not known.
                         // They live as long as the player
};

struct held {
    size_t row;
    int seconds;
};

// What was done, for the reflection. done_ms counts what was really played
// (see played.h) and the overtime. holds live as long as the player's arena.
struct player_report {
    int64_t planned_ms, done_ms;
    int breaths;              // whole passes of patterns
    const struct held *holds; // each hold that a tap, or its cap, ended
    size_t hold_count;
    bool ended_early;
    bool left; // a second Esc: straight out, no Landing
};

// Read stage, paused and dim_percent; the rest is the player's own.
struct player {
    const struct session *session;
    const struct timeline *tl;
    struct player_options options;
    struct guidance guidance;
    struct sections sections;
    enum player_stage stage;
    bool paused;
    bool stalled;   // the pause came from a stall
    bool unplugged; // the pause came from the sound device, which went
    bool holding;   // session time stands at the gate for a tap
    bool asking;    // at the end of the overtime: is it to be kept
    bool refuses;   // no, says the answer that has the focus
    bool keys_shown, cursor_hidden, ended_early, left, sat_on;
    size_t gate;        // row of the next open wait ahead; row_count: none
    int64_t session_ms; // as last told
    int64_t began_ms, stage_ms, hold_ms, touched_ms, toast_ms; // now_ms of each
    int64_t over_ms;                                           // sat on
    float sunk_from; // the level that the Landing sinks from
    struct fade veil, chrome, keys;
    struct fade shows[PACER_COUNT]; // once one was chosen while it played
    struct str toast;               // English, to be said with its value
    struct phrase toast_value;      // for {1}
    struct phrase mistake, cure;    // in the script's file; empty: none
    struct played played;
    struct held *holds;
    size_t hold_count;
};

// Takes memory for the whole session from mem; session and tl outlive p.
void player_init(struct player *p, const struct session *session,
                 const struct timeline *tl,
                 const struct player_options *options, struct arena *mem);
// The session was changed while it is open: goes on at the moment last told, or
// the end of a shorter one. Takes memory as player_init; that of before may
// then go.
void player_reload(struct player *p, const struct session *session,
                   const struct timeline *tl, struct arena *mem,
                   struct requests *ask);
// Begins: asks for REQUEST_PLAY at once, or after Enter on the cautions.
void player_start(struct player *p, struct instant at, struct requests *ask);
// False when the input is none of the player's: what is typed in a write step
// belongs to its editor, and what is typed in the Landing to the Reflection
// (the player is done then, and the same input is to be given on).
bool player_input(struct player *p, const struct input *in, struct instant at,
                  struct requests *ask);
// Once a frame, before drawing, and at least four times a second.
void player_tick(struct player *p, struct instant at, struct requests *ask);
void player_draw(const struct player *p, struct scene *sc, struct instant at,
                 const struct ruler *ruler);

// Pauses a session that runs.
void player_pause(struct player *p, struct instant at, struct requests *ask);
// Something comes over the player: a session that runs is paused. Landing and
// overtime stand still until player_return tells how long it was.
void player_aside(struct player *p, struct instant at, struct requests *ask);
void player_return(struct player *p, int64_t away_ms);

// Milliseconds until the picture changes by itself: 0 while it moves, INT64_MAX
// when it stands. (A session that runs is to be told the time at least four
// times a second all the same.)
int64_t player_due(const struct player *p, struct instant at);

// The picture command: what stands on the screen at options.from_ms once all
// fades are over, of a player that was only initialised. Pure.
void player_scene_at(struct player *p, struct scene *sc,
                     const struct ruler *ruler);

// How it fills a window that reaches so far above and below the stage.
struct reflow player_reflow(const struct player *p, float reach);

// The moment that session time must not pass before a tap (an open wait);
// INT64_MAX when there is none ahead. For frame/transport's gate.
int64_t player_gate_ms(const struct player *p);
// The current step is one of timed writing: its editor has the keys.
bool player_writes(const struct player *p);
struct player_report player_report(const struct player *p);
