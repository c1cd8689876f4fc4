// SPDX-License-Identifier: MIT
// The audio thread's half of live sound: takes orders, mixes scores into the
// device's buffers, and publishes where the session stands. It knows no device
// and no lock: one thread sends, one renders, one reads.
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frame/score.h"

enum stream_act {
    STREAM_PLAY = 0, // score, frame, order, paused
    STREAM_PAUSE,
    STREAM_RESUME,
    STREAM_SEEK, // frame, order, tap
    STREAM_PASS,
    STREAM_FINISH,
    STREAM_SILENCE
};

struct stream_order {
    enum stream_act act;
    struct score *score;
    int64_t frame;
    size_t order;
    bool tap;
    bool paused;    // begins standing still and silent, until a resume
    int64_t serial; // greater than that of every order before
};

// Where the session stands, as of the last buffer, which was handed over at ns
// (smoothed): its session frames are those from start up to end, none where
// time stands. The buffer before it is taken to be heard from then on.
struct stream_place {
    int64_t serial; // of the last order carried out
    int64_t heard_start, heard_end;
    int64_t start, end;
    int64_t ns;
    int64_t frames; // in a buffer
};

enum { STREAM_ORDERS = 64, STREAM_LEAVING = 4, STREAM_SCORES = 8 };
enum { STREAM_PLACE = 7 }; // values of a place

struct stream_leaving {
    struct score *score;
    float gain;
};

struct stream {
    // Orders, from one sending thread.
    struct stream_order orders[STREAM_ORDERS];
    _Atomic size_t sent, taken;
    // The person's, from any thread.
    _Atomic int cue, cue_centibel, bed_centibel, bells_centibel;
    _Atomic int voice_centibel;
    _Atomic bool mute, voice;
    _Atomic bool dead; // nothing is read here any more, ever
    // Scores that may still be read here; the one that plays sets, this
    // thread clears.
    struct score *_Atomic scores[STREAM_SCORES];
    // The place, written between two steps of version.
    _Atomic uint32_t version;
    _Atomic int64_t place[STREAM_PLACE];
    // How the device does, see stream_health.
    _Atomic int64_t called_ns, rendered, passed_ns, mixing_ns, slowest_ns;
    _Atomic int starved;

    // The rendering thread's own.
    struct score *score;
    struct stream_leaving leaving[STREAM_LEAVING];
    bool running, finished;
    float gain, gain_to, gain_step; // of score: pause and resume
    float loud;                     // 0 when muted
    int64_t frames;                 // of the device
    int64_t origin_ns;              // when frame 0 was due; smoothed
    int64_t lasts_ns; // until then all that was handed over lasts; 0: not known
    struct stream_place now;
};

// Before the device runs.
void stream_init(struct stream *s);
// False when the queue is full: try again after the next buffer.
bool stream_send(struct stream *s, struct stream_order order);
// The device's call: writes frames of interleaved stereo at now_ns.
void stream_render(struct stream *s, float *stereo, size_t frames,
                   int64_t now_ns);
struct stream_place stream_place(const struct stream *s);
// Makes s->now what stream_place gives, from the rendering thread.
void stream_publish(struct stream *s);

// What the device was given and how that went.
struct stream_health {
    int64_t called_ns; // when it last asked; 0: never
    int64_t frames;    // given to it
    int64_t passed_ns; // from its first call to its last while it was open
    int64_t mixing_ns, slowest_ns; // spent on that, and on one buffer at most
    int starved; // how often it asked a buffer and more after its last frame
};
struct stream_health stream_health(const struct stream *s);
// Notes what one call of stream_render took, from its thread.
void stream_took(struct stream *s, int64_t ns);
// Forgets every order and score. No stream_render is running or comes
// meanwhile: the device is closed.
void stream_reset(struct stream *s);

// Marks a score as read here; false when too many are.
bool stream_keep(struct stream *s, struct score *score);
void stream_let_go(struct stream *s, const struct score *score);
bool stream_uses(const struct stream *s, const struct score *score);
bool stream_silent(const struct stream *s); // no score is read here
