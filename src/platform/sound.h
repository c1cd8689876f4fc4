// SPDX-License-Identifier: MIT
// Plays scores on the sound device and tells the session's time from the
// frames handed to it. Not a mixer: what sounds is frame/score's.
//
// Everything here is called from the main thread and, but for sound_destroy,
// returns at once: the device is opened and sounds are decoded on a thread of
// its own.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "frame/score.h"

struct sound;

struct sound_setup {
    struct str own;     // the person's sounds folder, looked into first
    struct str shipped; // ours
    struct str modules; // where the part that opens the device lies
    int buffer_frames;  // 0: 1024
};

enum sound_status {
    SOUND_OPENING = 0, // not yet known; time stands at the start
    SOUND_READY,
    SOUND_NONE, // no device: the caller goes by the monotonic clock
    SOUND_LOST  // unplugged: time stands still; pause, and go on without
};

// The strings of setup are copied. Never NULL.
struct sound *sound_create(const struct sound_setup *setup);
// Closes the device and waits for the thread. What sounds fades before, which
// takes some 450 ms, 600 with a device that hangs. Accepts NULL.
void sound_destroy(struct sound *sound);

enum sound_status sound_status(const struct sound *sound);
// Takes the next line for the person ("no sound device: …", "bowl.ogg cannot
// be decoded …"); false when there is none.
bool sound_line(struct sound *sound, struct buf *line);

// Plays score from a session frame on, in place of what plays, which fades in
// 400 ms. order as in score_seek. The score stays the caller's and must live,
// untouched, until sound_uses says false.
void sound_play(struct sound *sound, struct score *score, int64_t from_frame,
                size_t order);
bool sound_uses(const struct sound *sound, const struct score *score);

// The session's time stops at once, the sound fades in 400 ms; resuming takes
// 1200 ms from the same frame.
void sound_pause(struct sound *sound);
void sound_resume(struct sound *sound);
// Goes to a session frame, paused or not. order as in score_seek; tap: the
// person ended a hold, so what was struck rings on.
void sound_seek(struct sound *sound, int64_t frame, size_t order, bool tap);
// Time stops by itself, to the frame, at each open wait (timeline_gate); bed
// and ringing go on. This passes it; without effect elsewhere.
void sound_pass(struct sound *sound);
// The practice ends here: time stops, the bed fades over 8 s, bells ring out.
void sound_finish(struct sound *sound);
// Everything fades in 400 ms, and the score is let go.
void sound_silence(struct sound *sound);

// Volumes and cue from now on, also for scores played later.
void sound_levels(struct sound *sound, const struct levels *levels);
void sound_mute(struct sound *sound, bool mute);

// The session frame that is heard at the monotonic time now_ns (clock_now_ns):
// frames handed to the device, smoothed between its calls, less its latency.
// Never runs back but by a play or seek, which it shows at once; runs past
// the timeline's length while the ending rings.
int64_t sound_frame(struct sound *sound, int64_t now_ns);
int64_t sound_position_ms(struct sound *sound, int64_t now_ns); // the same
// An open wait holds the time.
bool sound_waits(const struct sound *sound);

// For tests: the device's frame, counted from its first call, at which the
// last sound_play began; -1 before.
int64_t sound_began_at(const struct sound *sound);
