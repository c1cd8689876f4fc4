// SPDX-License-Identifier: MIT
// The device opens on a thread of its own. Until it is there, up to a second,
// time stands at the start; should it take longer, the session begins by the
// monotonic clock and the sound joins where it then stands. The same when a
// device goes, or is there and asks for nothing.
#include "app/conductor.h"
#include "platform/clock.h"

enum {
    LONGEST_OPENING_MS = 1000,
    LONGEST_MUTE_MS = 1000, // of a device that has never asked
    LONGEST_DEAF_MS = 3000, // of one that has: some ask for seconds at once
    OFTEN_MS = 500
};

void conductor_init(struct conductor *c, const struct sound_setup *setup,
                    bool muted)
{
    *c = (struct conductor){.sound = muted ? NULL : sound_create(setup)};
}

void conductor_finish(struct conductor *c)
{
    sound_destroy(c->sound);
    *c = (struct conductor){0};
}

void conductor_load(struct conductor *c, const struct timeline *tl,
                    const struct score_options *options, struct arena *mem)
{
    if (c->sound) {
        sound_silence(c->sound); // so that the score before is let go
        sound_voice(c->sound, c->pack, options->lang);
    }
    c->tl = tl;
    c->score = c->sound ? score_create(tl, options, mem) : NULL;
    c->state = CONDUCTOR_IDLE;
    c->by_sound = false;
    c->levels = options->levels;
    transport_init(&c->transport, NS_PER_S, 0);
}

void conductor_swap(struct conductor *c, const struct timeline *tl,
                    const struct score_options *options, struct arena *mem)
{
    c->tl = tl;
    c->levels = options->levels;
    if (c->sound) {
        sound_voice(c->sound, c->pack, options->lang);
    }
    c->score = c->sound ? score_create(tl, options, mem) : NULL;
}

bool conductor_uses(const struct conductor *c, const struct score *score)
{
    return c->sound && score && sound_uses(c->sound, score);
}

static enum sound_status status_of(const struct conductor *c)
{
    return c->sound ? sound_status(c->sound) : SOUND_NONE;
}

// What stands at ms counts as past up to the row before this one.
static size_t order_of(const struct conductor *c, int row)
{
    size_t i = row > 0 ? (size_t)row : 0;
    i = i > c->tl->row_count ? c->tl->row_count : i;
    return i > 0 ? c->tl->rows[i - 1].order + 1 : 0;
}

static void begin_sound(struct conductor *c, int64_t ms, size_t order)
{
    c->losses = sound_losses(c->sound);
    sound_levels(c->sound, &c->levels);
    sound_play(c->sound, c->score, ms * SCORE_FRAMES_MS, order,
               c->state == CONDUCTOR_PAUSED);
    c->by_sound = true;
}

void conductor_go_on(struct conductor *c, int64_t ms, int64_t now_ns)
{
    transport_seek(&c->transport, now_ns, ms);
    if (c->by_sound) {
        begin_sound(c, ms, 0);
    }
}

static void play(struct conductor *c, int64_t ms, int64_t now_ns)
{
    c->state = CONDUCTOR_PLAYING;
    c->asked_ns = now_ns;
    c->by_sound = false;
    transport_seek(&c->transport, now_ns, ms);
    if (status_of(c) == SOUND_READY) {
        begin_sound(c, ms, 0);
    } else if (status_of(c) != SOUND_OPENING) {
        transport_run(&c->transport, now_ns);
    }
}

static void seek(struct conductor *c, const struct request *r, int64_t now_ns)
{
    transport_seek(&c->transport, now_ns, r->ms);
    if (c->by_sound) {
        sound_seek(c->sound, r->ms * SCORE_FRAMES_MS, order_of(c, r->value),
                   r->kind == REQUEST_TAP);
    }
}

static void pause(struct conductor *c, int64_t now_ns)
{
    transport_pause(&c->transport, now_ns);
    c->state = CONDUCTOR_PAUSED;
    if (c->by_sound) {
        sound_pause(c->sound);
    }
}

// Time runs on from a pause, or out of an open wait. The sound arrives at a
// wait a buffer or two before it is heard: what was paused there has not been
// waited for yet, and is not to be passed.
static void resume(struct conductor *c, bool hold, int64_t now_ns)
{
    bool was_paused = c->state == CONDUCTOR_PAUSED;
    c->state = CONDUCTOR_PLAYING;
    if (!hold) {
        transport_run(&c->transport, now_ns);
    }
    if (c->by_sound && was_paused) {
        sound_resume(c->sound);
    }
    if (c->by_sound && !was_paused && !hold) {
        sound_pass(c->sound);
    }
}

bool conductor_do(struct conductor *c, const struct request *r, int64_t now_ns)
{
    if (r->kind == REQUEST_PLAY) {
        play(c, r->ms, now_ns);
    } else if (r->kind == REQUEST_PAUSE) {
        pause(c, now_ns);
    } else if (r->kind == REQUEST_RESUME) {
        resume(c, false, now_ns);
    } else if (r->kind == REQUEST_HOLD) {
        transport_hold(&c->transport, now_ns, r->ms);
        resume(c, true, now_ns);
    } else if (r->kind == REQUEST_SEEK || r->kind == REQUEST_TAP) {
        seek(c, r, now_ns);
    } else if (r->kind == REQUEST_FINISH || r->kind == REQUEST_SILENCE) {
        transport_pause(&c->transport, now_ns);
        c->state = CONDUCTOR_ENDED;
        if (c->by_sound && r->kind == REQUEST_FINISH) {
            sound_finish(c->sound);
        } else if (c->by_sound) {
            sound_silence(c->sound);
        }
    } else {
        return false;
    }
    return true;
}

void conductor_levels(struct conductor *c, const struct levels *levels)
{
    c->levels = *levels;
    if (c->sound) {
        sound_levels(c->sound, levels);
    }
}

void conductor_gate(struct conductor *c, int64_t gate_ms)
{
    transport_gate(&c->transport,
                   gate_ms == INT64_MAX ? TRANSPORT_NO_GATE : gate_ms);
}

struct sound_health conductor_health(const struct conductor *c)
{
    return c->sound ? sound_health(c->sound) : (struct sound_health){0};
}

void conductor_latency(struct conductor *c, int latency_ms)
{
    if (c->sound) {
        sound_latency(c->sound, latency_ms);
    }
}

void conductor_mute(struct conductor *c, bool mute)
{
    if (c->sound) {
        sound_mute(c->sound, mute);
    }
}

void conductor_voice(struct conductor *c, struct str pack)
{
    c->pack = pack;
}

static void leave_sound(struct conductor *c, int64_t now_ns)
{
    transport_seek(&c->transport, now_ns, sound_position_ms(c->sound, now_ns));
    sound_silence(c->sound);
    c->by_sound = false;
    if (c->state == CONDUCTOR_PLAYING) {
        transport_run(&c->transport, now_ns);
    }
}

// A machine that slept is not told from a device that hangs by the gap in its
// asking alone: only where time was asked for all along does it count.
static bool is_deaf(struct conductor *c, int64_t now_ns)
{
    if (now_ns - c->told_ns > OFTEN_MS * NS_PER_MS) {
        c->awake_ns = now_ns;
    }
    c->told_ns = now_ns;
    bool asked = c->sound && sound_health(c->sound).played_ms > 0;
    int64_t most_ms = asked ? LONGEST_DEAF_MS : LONGEST_MUTE_MS;
    return c->sound && now_ns - c->awake_ns > most_ms * NS_PER_MS &&
           sound_deaf_ms(c->sound, now_ns) > most_ms;
}

// A deaf one is so until it asks often again.
static void listen_to_device(struct conductor *c, int64_t now_ns)
{
    bool deaf = is_deaf(c, now_ns) ||
                (c->deaf && sound_deaf_ms(c->sound, now_ns) > OFTEN_MS);
    c->deaf_told &= c->deaf;
    c->deaf = deaf;
}

// The clock takes over from a device that went or asks for nothing.
static void leave_device(struct conductor *c, enum sound_status status,
                         int64_t now_ns)
{
    bool gone = status == SOUND_LOST || status == SOUND_NONE ||
                sound_losses(c->sound) != c->losses;
    if (gone || (c->deaf && c->state == CONDUCTOR_PLAYING)) {
        leave_sound(c, now_ns);
        c->lost |= gone;
    }
}

// The sound takes over from the clock, or the clock begins without it.
static void join_device(struct conductor *c, enum sound_status status,
                        int64_t now_ns)
{
    bool playing = c->state == CONDUCTOR_PLAYING;
    bool active = playing || c->state == CONDUCTOR_PAUSED;
    bool stands = playing && c->transport.state == TRANSPORT_PAUSED;
    bool waited = status != SOUND_OPENING ||
                  now_ns - c->asked_ns > LONGEST_OPENING_MS * NS_PER_MS;
    if (!active || c->lost) {
        return;
    }
    if (status == SOUND_READY && !c->deaf) {
        begin_sound(c, transport_ms(&c->transport), 0);
    } else if (stands && waited) {
        transport_run(&c->transport, now_ns);
    }
}

static void follow_device(struct conductor *c, int64_t now_ns)
{
    enum sound_status status = status_of(c);
    listen_to_device(c, now_ns);
    if (c->by_sound) {
        leave_device(c, status, now_ns);
    }
    if (!c->by_sound) {
        join_device(c, status, now_ns);
    }
}

int64_t conductor_ms(struct conductor *c, int64_t now_ns)
{
    follow_device(c, now_ns);
    if (c->by_sound) {
        int64_t ms = sound_position_ms(c->sound, now_ns);
        return ms < c->tl->length_ms ? ms : c->tl->length_ms;
    }
    c->stalled |= transport_advance(&c->transport, now_ns) == TRANSPORT_STALLED;
    return transport_ms(&c->transport);
}

bool conductor_stalled(struct conductor *c)
{
    bool stalled = c->stalled;
    c->stalled = false;
    return stalled;
}

bool conductor_line(struct conductor *c, struct buf *line)
{
    return c->sound && sound_line(c->sound, line);
}

bool conductor_deaf(struct conductor *c)
{
    bool news = c->deaf && !c->by_sound && !c->deaf_told;
    c->deaf_told |= news;
    return news;
}

bool conductor_lost(struct conductor *c)
{
    bool lost = c->lost;
    c->lost = false;
    return lost;
}
