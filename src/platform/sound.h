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
    struct str packs;   // the person's voice packs; may be empty
    struct str modules; // where the parts that are loaded lie
    int buffer_frames;  // 0: 1024
};

enum sound_status {
    SOUND_OPENING = 0, // not yet known; time stands at the start
    SOUND_READY,
    SOUND_NONE, // no device: the caller goes by the monotonic clock
    SOUND_LOST  // unplugged: time stands still; pause, and go on without. Once
                // another device can be had it is SOUND_READY again, with
                // nothing that plays
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
// 400 ms. order as in score_seek; paused: not before sound_resume.
// The score stays the caller's and must live, untouched, until sound_uses says
// false.
void sound_play(struct sound *sound, struct score *score, int64_t from_frame,
                size_t order, bool paused);
bool sound_uses(const struct sound *sound, const struct score *score);

// The session's time stops at once, the sound fades in 400 ms; resuming takes
// 1200 ms from the same frame.
void sound_pause(struct sound *sound);
void sound_resume(struct sound *sound);
// Goes to a session frame, paused or not. order as in sound_play; tap: the
// person ended a hold, so what was struck rings on.
void sound_seek(struct sound *sound, int64_t frame, size_t order, bool tap);
// Time stops by itself, to the frame, at each open wait; bed and ringing go on.
// This passes it; without effect elsewhere.
void sound_pass(struct sound *sound);
// The practice ends here: time stops, the bed fades over 8 s, bells ring out.
// What is paused stays silent.
void sound_finish(struct sound *sound);
// Everything fades in 400 ms, and the score is let go.
void sound_silence(struct sound *sound);

// What speaks the lines of scores played later: a pack of the person's, else
// the built-in voice; lang as in a script's head. levels say whether.
void sound_voice(struct sound *sound, struct str pack, struct str lang);

// Volumes and cue from now on, also for scores played later.
void sound_levels(struct sound *sound, const struct levels *levels);
void sound_mute(struct sound *sound, bool mute);
// How much later than it tells the device is heard, as wireless ones are, in
// ms; negative for earlier. The session's time follows what is heard.
void sound_latency(struct sound *sound, int latency_ms);

// The session's time that is heard at the monotonic time now_ns (clock_now_ns):
// frames handed to the device, smoothed between its calls, less its latency.
// Never runs back but by a play or seek, which it shows at once; runs past
// the timeline's length while the ending rings.
int64_t sound_position_ms(struct sound *sound, int64_t now_ns);

// How long ago the device last asked for sound, in ms, or since it opened; 0
// while it is not open. One that is well asks many times a second.
int64_t sound_deaf_ms(const struct sound *sound, int64_t now_ns);

// How often a device went; the next may be there already when this is asked.
int sound_losses(const struct sound *sound);

// How the device does, for people who look for the cause of a fault.
struct sound_health {
    bool open;
    struct str driver; // "pulseaudio"; empty when closed; lives as sound does
    int rate, buffer_frames;
    int64_t played_ms; // handed to it
    int64_t passed_ms; // from its first call to its last, by the clock
    int underruns;     // gaps that were heard: it was served too late
    double load;       // of a core, spent on mixing
    double slowest;    // buffer's mixing, over the buffer's length
};
struct sound_health sound_health(const struct sound *sound);
// Opens the device of setup, lets it ask for silence for ms, and closes it
// again: what `doctor` asks. driver lives in mem; why is a line for the person
// when no device could be had, else empty.
struct sound_health sound_probe(const struct sound_setup *setup, int ms,
                                struct arena *mem, struct str *why);
