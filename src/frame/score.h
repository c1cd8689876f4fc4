// SPDX-License-Identifier: MIT
// What sounds at a sample position: breath cue, bed, bells, ticks and spoken
// lines of one timeline, mixed at their exact frame. Live sound and export use
// the same score_mix. No SDL, no lock, no allocation and no file in what mixes.
//
// One thread at a time mixes a score; score_give, score_levels and score_seek
// belong to that thread too. The device does not: see platform/sound.h.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/timeline.h"
#include "frame/ring.h"
#include "frame/sample.h"
#include "frame/speaker.h"

enum {
    SCORE_RATE = 48000,   // frames a second
    SCORE_FRAMES_MS = 48, // a millisecond is 48 frames exactly
    SCORE_FADE_IN_MS = 3000,
    SCORE_FADE_OUT_MS = 8000, // ends with the timeline
    SCORE_RING_MS = 30000     // what rings is cut this long after the end
};

enum cue_mode {
    CUE_BREATH = 0, // noise and tone
    CUE_NOISE,
    CUE_TONE,
    CUE_BELLS, // no cue of the breath; the script's bells go on
    CUE_OFF,   // the same for the sound; a person's word for it
    CUE_COUNT
};
// "breath", "noise", "tone", "bells", "off"; false for any other word.
struct str cue_mode_word(enum cue_mode mode);
bool cue_mode_from(struct str word, enum cue_mode *out);

// The person's volumes over the planned levels, in dB; 0 as planned, from
// SCORE_MUTE_DB down nothing sounds.
struct levels {
    enum cue_mode cue;
    float cue_db, bed_db, bells_db, voice_db;
    bool voice; // lines are spoken
};
#define SCORE_MUTE_DB (-60.0f)

struct score_options {
    struct levels levels;
    struct str bed;  // in place of the script's; "off" for none; empty: as is
    bool no_bells;   // neither bells nor ticks
    bool sleep;      // the bed sinks to silence, see sleep.h
    struct str lang; // of the lines that are spoken, as in the script's head
    uint64_t seed;
};

struct score; // opaque; lives in an arena

// Builds the plan for tl, which must outlive it. The first score_mix may begin
// anywhere.
struct score *score_create(const struct timeline *tl,
                           const struct score_options *options,
                           struct arena *mem);

// The recorded sounds that the score asks for, each name once: bells and
// ticks, given as samples, and beds that a person's own file may replace, given
// as rings. What is not given, or has no frames, is silent; a bed of ours is
// then synthesised.
enum want_kind { WANT_STRUCK = 0, WANT_BED };
struct want {
    enum want_kind kind;
    struct str name; // "bowl", "tick", "ocean", "gong"
    bool ours;       // a name of the language; its bed needs no file
};
size_t score_wants(const struct score *score, const struct want **wants);
void score_give(struct score *score, size_t want, struct sample sample);
// ring is kept filled while the score is mixed; NULL for none.
void score_give_ring(struct score *score, size_t want, struct ring *ring);
// The lines that it speaks; they are brought while it is mixed (speaker.h).
struct speaker *score_speaker(struct score *score);

// Writes frames of interleaved stereo, the session's sound from session frame
// from_frame on. Consecutive calls continue; a jump of from_frame is a seek
// without a click that fades what was struck. Frames after the end ring out
// what still rings. Open waits take no time here.
void score_mix(float *stereo, size_t frames, int64_t from_frame,
               struct score *score);
// The same while the session's time stands still where the mix has arrived:
// bed and ringing go on. At an open wait (score_gate) what the script plays
// before it has sounded and the cue is silent; elsewhere the cue stays as it
// is.
void score_hold(float *stereo, size_t frames, struct score *score);

// The next session frame the mix will write.
int64_t score_position(const struct score *score);
// The end of the timeline.
int64_t score_length(const struct score *score);
// Goes to a place. Of the rows and events at that very frame those with a
// smaller order count as past (0: none). ring: what was struck rings on, as
// after a tap; else it fades fast.
void score_seek(struct score *score, int64_t frame, size_t order, bool ring);
// Where the next open wait that was not passed stands, at or after the
// position; INT64_MAX when there is none.
int64_t score_gate(const struct score *score);
// The tap: passes the open wait at the position, if one stands there.
void score_pass(struct score *score);

// Something of it was mixed before.
bool score_begun(const struct score *score);

// After a pause in which nothing was heard: a line that it cut is said again.
void score_resume(struct score *score);

// Changes the volumes and the cue, smoothly.
void score_levels(struct score *score, const struct levels *levels);
// The practice ends here: the cue fades at once and the bed over
// SCORE_FADE_OUT_MS of mixing or holding; what was struck rings out.
void score_end(struct score *score);
// A bell or tick rings, or is still to come, or a line is being said.
bool score_rings(const struct score *score);
// Nothing sounds any more, and nothing will without a seek.
bool score_silent(const struct score *score);
