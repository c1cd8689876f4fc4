// SPDX-License-Identifier: MIT
// A player without a window: a clock that is told, keys at their times, and
// what it asked for, performed and written down.
#pragma once

#include "../frame/rows.h"
#include "../golden.h"
#include "../scene_print.h"
#include "base/utf8.h"
#include "frame/transport.h"
#include "screens/player.h"

struct replay {
    struct made made;
    struct session session;
    struct player player;
    struct transport transport;
    struct arena mem;
    struct scene scene;
    struct buf log;
    int64_t now_ms;
};

static inline float fixed_width(void *fonts, enum face face, float size,
                                struct str text)
{
    (void)fonts;
    (void)face;
    return 0.5f * size * (float)utf8_length(text);
}

static const struct ruler fixed_ruler = {.width = fixed_width};

static inline struct instant replay_instant(const struct replay *r)
{
    return (struct instant){r->now_ms, transport_ms(&r->transport)};
}

static inline void replay_perform(struct replay *r, const struct requests *ask)
{
    static const char *const words[] = {
        [REQUEST_PLAY] = "play",
        [REQUEST_PAUSE] = "pause",
        [REQUEST_RESUME] = "resume",
        [REQUEST_HOLD] = "hold",
        [REQUEST_SEEK] = "seek",
        [REQUEST_TAP] = "tap",
        [REQUEST_FINISH] = "finish",
        [REQUEST_SILENCE] = "silence",
        [REQUEST_VOLUME] = "volume",
        [REQUEST_CUE] = "cue",
        [REQUEST_DIM] = "dim",
        [REQUEST_CURSOR] = "cursor",
        [REQUEST_FULLSCREEN] = "fullscreen",
        [REQUEST_CARE] = "care",
        [REQUEST_GROUND] = "ground",
        [REQUEST_TYPING] = "typing",
        [REQUEST_KIND_COUNT] = NULL,
    };
    int64_t clock = r->now_ms * 1000000;
    for (size_t i = 0; i < ask->count; i++) {
        const struct request *q = &ask->items[i];
        buf_printf(&r->log, "%lld %s %d %lld\n", (long long)r->now_ms,
                   words[q->kind], q->value, (long long)q->ms);
        if (q->kind == REQUEST_PLAY) {
            transport_seek(&r->transport, clock, q->ms);
            transport_run(&r->transport, clock);
        } else if (q->kind == REQUEST_RESUME) {
            transport_run(&r->transport, clock);
        } else if (q->kind == REQUEST_PAUSE || q->kind == REQUEST_FINISH) {
            transport_pause(&r->transport, clock);
        } else if (q->kind == REQUEST_HOLD) {
            transport_hold(&r->transport, clock, q->ms);
        } else if (q->kind == REQUEST_SEEK || q->kind == REQUEST_TAP) {
            transport_seek(&r->transport, clock, q->ms);
        }
        transport_gate(&r->transport, player_gate_ms(&r->player));
    }
}

static inline void replay_start(struct replay *r,
                                const struct player_options *options)
{
    transport_init(&r->transport, 1000000000, 0);
    player_init(&r->player, &r->session, &r->made.tl, options, &r->mem);
    transport_gate(&r->transport, player_gate_ms(&r->player));
    struct requests ask = {0};
    player_start(&r->player, replay_instant(r), &ask);
    replay_perform(r, &ask);
}

static inline void replay_draw(struct replay *r)
{
    scene_begin(&r->scene, 0, 0, STAGE_WIDTH, 1);
    player_draw(&r->player, &r->scene, replay_instant(r), &fixed_ruler);
    assert_false(r->scene.overflow);
}

// Runs on to now_ms, a frame every 16 ms.
static inline void replay_to(struct replay *r, int64_t now_ms)
{
    while (r->now_ms < now_ms) {
        r->now_ms = r->now_ms + 16 < now_ms ? r->now_ms + 16 : now_ms;
        transport_advance(&r->transport, r->now_ms * 1000000);
        struct requests ask = {0};
        player_tick(&r->player, replay_instant(r), &ask);
        replay_perform(r, &ask);
    }
}

static inline bool replay_input(struct replay *r, struct input in)
{
    struct requests ask = {0};
    transport_advance(&r->transport, r->now_ms * 1000000);
    bool used = player_input(&r->player, &in, replay_instant(r), &ask);
    replay_perform(r, &ask);
    return used;
}

// A key at a time: KEY_… or, when it is none, a letter.
static inline bool replay_key(struct replay *r, int64_t now_ms, enum key key,
                              uint32_t letter)
{
    replay_to(r, now_ms);
    return replay_input(r, (struct input){.kind = INPUT_KEY,
                                          .key = letter ? KEY_CHAR : key,
                                          .letter = letter});
}

static inline void replay_finish(struct replay *r)
{
    arena_finish(&r->mem);
    buf_finish(&r->log);
}
