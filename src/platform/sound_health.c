// SPDX-License-Identifier: MIT
#include "platform/clock.h"
#include "platform/sound_inside.h"

#include <SDL.h>

int64_t sound_deaf_ms(const struct sound *s, int64_t now_ns)
{
    int64_t called_ns = stream_health(&s->stream).called_ns;
    int64_t opened_ns = atomic_load(&s->opened_ns);
    int64_t since_ns = called_ns > opened_ns ? called_ns : opened_ns;
    bool open = sound_status(s) == SOUND_READY;
    return open && now_ns > since_ns ? (now_ns - since_ns) / NS_PER_MS : 0;
}

int sound_losses(const struct sound *s)
{
    return atomic_load(&s->losses);
}

struct sound_health sound_health(const struct sound *s)
{
    struct stream_health h = stream_health(&s->stream);
    double played_ns = (double)h.frames * 1e9 / SCORE_RATE;
    double buffer_ns = (double)s->source.buffer_frames * 1e9 / SCORE_RATE;
    bool open = sound_status(s) == SOUND_READY;
    return (struct sound_health){
        .open = open,
        .driver = open ? str_from(s->driver) : STR_NONE,
        .rate = s->source.rate,
        .buffer_frames = s->source.buffer_frames,
        .played_ms = h.frames / SCORE_FRAMES_MS,
        .passed_ms = h.passed_ns / NS_PER_MS,
        .underruns = h.starved,
        .load = played_ns > 0 ? (double)h.mixing_ns / played_ns : 0,
        .slowest = (double)h.slowest_ns / buffer_ns,
    };
}

struct sound_health sound_probe(const struct sound_setup *setup, int ms,
                                struct arena *mem, struct str *why)
{
    enum { OPENING_MS = 3000, TURN_MS = 5 };
    struct sound *s = sound_create(setup);
    struct buf line = {0};
    for (int waited_ms = 0;
         sound_status(s) == SOUND_OPENING && waited_ms < OPENING_MS;
         waited_ms += TURN_MS) {
        SDL_Delay(TURN_MS);
    }
    if (sound_status(s) == SOUND_READY) {
        SDL_Delay((Uint32)ms);
    }
    struct sound_health health = sound_health(s);
    health.driver = arena_copy(mem, health.driver);
    *why = STR_NONE;
    if (sound_line(s, &line)) {
        *why = arena_copy(mem, buf_view(&line));
    } else if (health.open && health.played_ms == 0) {
        *why = STR("the sound device is open and never asks for sound");
    } else if (!health.open) {
        *why = STR("the sound device takes more than three seconds to open");
    }
    sound_destroy(s);
    buf_finish(&line);
    return health;
}
