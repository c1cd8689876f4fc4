// SPDX-License-Identifier: MIT
// Time is the count of frames that were handed over: paused, or at an open
// wait, the score is held, and its frame stands still, so nothing is lost or
// sounded twice. A score that is replaced is held too while it fades. The
// place is published through a sequence lock: its readers try again, the audio
// thread never waits.
#include "platform/stream.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum {
    PAUSE_MS = 400,
    RESUME_MS = 1200,
    PIECE = 256 // frames mixed at once
};
#define LOUD_STEP (1.0f / (PAUSE_MS * SCORE_FRAMES_MS))

void stream_init(struct stream *s)
{
    memset(s, 0, sizeof(*s));
    s->loud = 1;
}

bool stream_send(struct stream *s, struct stream_order order)
{
    size_t sent = atomic_load_explicit(&s->sent, memory_order_relaxed);
    size_t taken = atomic_load_explicit(&s->taken, memory_order_acquire);
    if (sent - taken == STREAM_ORDERS) {
        return false;
    }
    s->orders[sent % STREAM_ORDERS] = order;
    atomic_store_explicit(&s->sent, sent + 1, memory_order_release);
    return true;
}

// --- scores in use --------------------------------------------------------

bool stream_keep(struct stream *s, struct score *score)
{
    for (int i = 0; i < STREAM_SCORES; i++) {
        if (atomic_load(&s->scores[i]) == NULL) {
            atomic_store(&s->scores[i], score);
            return true;
        }
    }
    return false;
}

void stream_let_go(struct stream *s, const struct score *score)
{
    for (int i = 0; i < STREAM_SCORES; i++) {
        if (atomic_load(&s->scores[i]) == score) {
            atomic_store(&s->scores[i], NULL);
            return;
        }
    }
}

bool stream_uses(const struct stream *s, const struct score *score)
{
    for (int i = 0; i < STREAM_SCORES; i++) {
        if (atomic_load(&s->scores[i]) == score) {
            return true;
        }
    }
    return false;
}

bool stream_silent(const struct stream *s)
{
    for (int i = 0; i < STREAM_SCORES; i++) {
        if (atomic_load(&s->scores[i]) != NULL) {
            return false;
        }
    }
    return true;
}

// The score that plays begins to fade; it goes on reading it until it has.
static void leave(struct stream *s)
{
    struct stream_leaving *room = &s->leaving[0];
    if (s->score == NULL) {
        return;
    }
    if (s->gain <= 0 || score_silent(s->score)) {
        stream_let_go(s, s->score);
        s->score = NULL;
        return;
    }
    for (int i = 0; i < STREAM_LEAVING; i++) {
        struct stream_leaving *l = &s->leaving[i];
        if (l->score == NULL || l->gain < room->gain) {
            room = l;
        }
        if (l->score == NULL) {
            break;
        }
    }
    if (room->score != NULL) {
        stream_let_go(s, room->score);
    }
    *room = (struct stream_leaving){s->score, s->gain};
    s->score = NULL;
}

// --- orders ---------------------------------------------------------------

static void gain_to(struct stream *s, float to, int ms)
{
    s->gain_to = to;
    s->gain_step = 1.0f / (float)(ms * SCORE_FRAMES_MS);
}

// A score that has sounded before, and whose device went, comes back as after
// a pause; one that has not brings its own fade.
static void play(struct stream *s, const struct stream_order *order)
{
    leave(s);
    s->gain = score_begun(order->score) ? 0 : 1;
    for (int i = 0; i < STREAM_LEAVING; i++) {
        struct stream_leaving *l = &s->leaving[i];
        if (l->score == order->score) {
            s->gain = l->gain;
            stream_let_go(s, l->score); // it was kept twice
            *l = (struct stream_leaving){0};
        }
    }
    s->gain = order->paused ? 0 : s->gain;
    s->score = order->score;
    score_seek(s->score, order->frame, order->order, false);
    gain_to(s, order->paused ? 0 : 1, RESUME_MS);
    s->running = !order->paused;
    s->finished = false;
}

static void carry_out(struct stream *s, const struct stream_order *order)
{
    switch (order->act) {
    case STREAM_PLAY:
        play(s, order);
        break;
    case STREAM_PAUSE:
        s->running = false;
        gain_to(s, 0, PAUSE_MS);
        break;
    case STREAM_RESUME:
        if (s->score != NULL && s->gain <= 0) {
            score_resume(s->score);
        }
        s->running = s->score != NULL && !s->finished;
        gain_to(s, 1, RESUME_MS);
        break;
    case STREAM_SEEK:
        if (s->score != NULL) {
            score_seek(s->score, order->frame, order->order, order->tap);
        }
        break;
    case STREAM_PASS:
        if (s->score != NULL) {
            score_pass(s->score);
        }
        break;
    case STREAM_FINISH:
        // What was paused stays silent: nothing comes back only to go.
        s->running = false;
        s->finished = true;
        if (s->score != NULL) {
            score_end(s->score);
        }
        break;
    case STREAM_SILENCE:
        leave(s);
        s->running = false;
        break;
    }
    s->now.serial = order->serial;
}

static void take_orders(struct stream *s)
{
    size_t taken = atomic_load_explicit(&s->taken, memory_order_relaxed);
    size_t sent = atomic_load_explicit(&s->sent, memory_order_acquire);
    while (taken != sent) {
        const struct stream_order *order = &s->orders[taken % STREAM_ORDERS];
        carry_out(s, order);
        if (order->act == STREAM_PLAY || order->act == STREAM_SEEK) {
            s->now.start = s->now.end = order->frame;
        }
        atomic_store_explicit(&s->taken, ++taken, memory_order_release);
    }
}

// --- the mix --------------------------------------------------------------

static struct levels levels_now(struct stream *s)
{
    return (struct levels){
        .cue = (enum cue_mode)atomic_load(&s->cue),
        .cue_db = (float)atomic_load(&s->cue_centibel) / 100,
        .bed_db = (float)atomic_load(&s->bed_centibel) / 100,
        .bells_db = (float)atomic_load(&s->bells_centibel) / 100,
        .voice_db = (float)atomic_load(&s->voice_centibel) / 100,
        .voice = atomic_load(&s->voice),
    };
}

// The next frames of the current score: on, held, or nothing.
static void score_piece(struct stream *s, float *stereo, size_t frames)
{
    while (frames > 0) {
        size_t n = frames;
        int64_t until_wait = score_gate(s->score) - score_position(s->score);
        if (s->running && until_wait > 0) {
            n = until_wait < (int64_t)n ? (size_t)until_wait : n;
            score_mix(stereo, n, score_position(s->score), s->score);
        } else if (s->gain > 0 || s->gain_to > 0) {
            score_hold(stereo, n, s->score);
        } else {
            memset(stereo, 0, 2 * n * sizeof(*stereo));
        }
        stereo += 2 * n;
        frames -= n;
    }
}

static float approach(float now, float to, float step)
{
    return now < to ? fminf(now + step, to) : fmaxf(now - step, to);
}

static void add_leaving(struct stream *s, struct stream_leaving *l,
                        float *stereo, size_t frames)
{
    float held[2 * PIECE];
    score_hold(held, frames, l->score);
    for (size_t i = 0; i < frames; i++) {
        l->gain = approach(l->gain, 0, LOUD_STEP);
        stereo[2 * i] += l->gain * held[2 * i];
        stereo[2 * i + 1] += l->gain * held[2 * i + 1];
    }
    if (l->gain <= 0) {
        stream_let_go(s, l->score);
        *l = (struct stream_leaving){0};
    }
}

static void piece(struct stream *s, float *stereo, size_t frames)
{
    float loud_to = atomic_load(&s->mute) ? 0.0f : 1.0f;
    if (s->score != NULL) {
        score_piece(s, stereo, frames);
    } else {
        memset(stereo, 0, 2 * frames * sizeof(*stereo));
    }
    for (size_t i = 0; i < frames; i++) {
        s->gain = approach(s->gain, s->gain_to, s->gain_step);
        stereo[2 * i] *= s->gain;
        stereo[2 * i + 1] *= s->gain;
    }
    for (int i = 0; i < STREAM_LEAVING; i++) {
        if (s->leaving[i].score != NULL) {
            add_leaving(s, &s->leaving[i], stereo, frames);
        }
    }
    for (size_t i = 0; i < frames; i++) {
        s->loud = approach(s->loud, loud_to, LOUD_STEP);
        stereo[2 * i] *= s->loud;
        stereo[2 * i + 1] *= s->loud;
    }
}

// --- the place ------------------------------------------------------------

static int64_t frames_ns(int64_t frames)
{
    return frames * 62500 / 3; // 1e9 / 48000
}

// A device asks in bursts and late, never early for long: its beat is smoothed
// over some twenty calls, and taken anew when it is off by 50 ms.
static int64_t smooth_ns(struct stream *s, int64_t now_ns)
{
    int64_t length_ns = frames_ns(s->frames);
    int64_t off = now_ns - length_ns - s->origin_ns;
    if (s->frames == 0 || off > 50000000 || off < -50000000) {
        s->origin_ns += off;
    } else {
        s->origin_ns += off / 20;
    }
    return s->origin_ns + length_ns;
}

// --- how the device does --------------------------------------------------

// A device asks for the next buffer while it plays the last, some for several
// at once: it has starved when all that it was given was over a buffer ago.
static void watch(struct stream *s, size_t frames, int64_t now_ns)
{
    int64_t length_ns = frames_ns((int64_t)frames);
    if (s->lasts_ns != 0) {
        atomic_fetch_add(&s->passed_ns, now_ns - atomic_load(&s->called_ns));
        atomic_fetch_add(&s->starved, now_ns > s->lasts_ns + length_ns);
    }
    s->lasts_ns = (s->lasts_ns > now_ns ? s->lasts_ns : now_ns) + length_ns;
    atomic_store(&s->called_ns, now_ns);
    atomic_store(&s->rendered, s->frames + (int64_t)frames);
}

void stream_reset(struct stream *s)
{
    for (int i = 0; i < STREAM_SCORES; i++) {
        atomic_store(&s->scores[i], NULL);
    }
    for (int i = 0; i < STREAM_LEAVING; i++) {
        s->leaving[i] = (struct stream_leaving){0};
    }
    s->score = NULL;
    s->running = false;
    size_t sent = atomic_load(&s->sent);
    if (sent > 0) {
        s->now.serial = s->orders[(sent - 1) % STREAM_ORDERS].serial;
    }
    atomic_store(&s->taken, sent);
    s->lasts_ns = 0; // no call was missed while it was closed
    stream_publish(s);
}

void stream_render(struct stream *s, float *stereo, size_t frames,
                   int64_t now_ns)
{
    if (atomic_load(&s->dead)) {
        memset(stereo, 0, 2 * frames * sizeof(*stereo));
        return;
    }
    watch(s, frames, now_ns);
    if (s->frames == 0 && atomic_load(&s->mute)) {
        s->loud = 0; // muted from the start
    }
    take_orders(s);
    s->now.ns = smooth_ns(s, now_ns);
    s->now.heard_start = s->now.start;
    s->now.heard_end = s->now.end;
    s->now.start = s->score != NULL ? score_position(s->score) : s->now.end;
    if (s->score != NULL) {
        struct levels levels = levels_now(s);
        score_levels(s->score, &levels);
    }
    for (size_t left = frames; left > 0;) {
        size_t n = left < PIECE ? left : PIECE;
        piece(s, stereo, n);
        stereo += 2 * n;
        left -= n;
    }
    s->frames += (int64_t)frames;
    s->now.frames = (int64_t)frames;
    s->now.end = s->score != NULL ? score_position(s->score) : s->now.start;
    stream_publish(s);
}
