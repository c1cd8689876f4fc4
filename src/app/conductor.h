// SPDX-License-Identifier: MIT
// The session's time and its sound in one hand. While sound plays, time is
// what the device has played; without a device, muted or lost, it is the
// monotonic clock. Which of the two nobody else needs to know.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/timeline.h"
#include "frame/score.h"
#include "frame/transport.h"
#include "platform/sound.h"
#include "screens/request.h"

enum conductor_state {
    CONDUCTOR_IDLE = 0,
    CONDUCTOR_PLAYING,
    CONDUCTOR_PAUSED,
    CONDUCTOR_ENDED // sound may still ring
};

struct conductor {
    struct sound *sound; // NULL: no sound is wanted
    const struct timeline *tl;
    struct score *score; // of tl; NULL without sound
    struct levels levels;
    struct str pack; // of the voice
    enum conductor_state state;
    bool by_sound; // the sound tells the time
    bool lost;     // the device went; not told yet
    bool deaf;     // it does not ask for sound any more
    bool deaf_told;
    int losses;                 // of devices, that were noticed
    int64_t told_ns;            // when the time was last asked for
    int64_t awake_ns;           // since when it is asked often
    bool stalled;               // the clock stood still; not told yet
    int64_t asked_ns;           // when it was to begin
    struct transport transport; // tells the time otherwise
};

// Starts opening the sound device unless muted. The folders are copied.
void conductor_init(struct conductor *c, const struct sound_setup *setup,
                    bool muted);
void conductor_finish(struct conductor *c);

// The session that REQUEST_PLAY will play; what sounds fades. tl, and the score
// in mem, must stay where they are until the next load and then as long as
// conductor_uses the score.
void conductor_load(struct conductor *c, const struct timeline *tl,
                    const struct score_options *options, struct arena *mem);
// The same session, changed: time and state stay as they are. Until
// conductor_go_on the sound plays the score of before.
void conductor_swap(struct conductor *c, const struct timeline *tl,
                    const struct score_options *options, struct arena *mem);
// Goes on at session time ms by the new score; the one before fades.
void conductor_go_on(struct conductor *c, int64_t ms, int64_t now_ns);
// Whether the sound still reads this score, whose memory then must stay.
bool conductor_uses(const struct conductor *c, const struct score *score);

// Performs one of REQUEST_PLAY PAUSE RESUME HOLD SEEK TAP FINISH SILENCE; false
// for any other.
bool conductor_do(struct conductor *c, const struct request *r, int64_t now_ns);
void conductor_levels(struct conductor *c, const struct levels *levels);
// How the device did so far; nothing played without one.
struct sound_health conductor_health(const struct conductor *c);
// See sound_latency and sound_mute.
void conductor_latency(struct conductor *c, int latency_ms);
void conductor_mute(struct conductor *c, bool mute);
// The voice pack of the sessions that are loaded from now on; a view, kept
// until the next.
void conductor_voice(struct conductor *c, struct str pack);

// The moment that time must not pass before a tap (an open wait); INT64_MAX
// when there is none. The sound knows it by itself.
void conductor_gate(struct conductor *c, int64_t gate_ms);

// The session time heard at now_ns. Call it at least four times a second while
// playing.
int64_t conductor_ms(struct conductor *c, int64_t now_ns);
// Between two calls of conductor_ms more than a second went by, which was not
// played. Told once.
bool conductor_stalled(struct conductor *c);
// A line for the person (no device, a sound that is missing); false when there
// is none.
bool conductor_line(struct conductor *c, struct buf *line);
// The device was unplugged: pause, and the next one joins in. Told once.
bool conductor_lost(struct conductor *c);
// The device is open and asks for no sound, for a second from the start or
// three later: the session goes on by the clock, and the sound joins in when it
// does. Told once.
bool conductor_deaf(struct conductor *c);
