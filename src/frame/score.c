// SPDX-License-Identifier: MIT
// One position in session frames, one count of frames that were mixed. All
// that moves is set once a control block of the latter (a millisecond) and
// glides through it, so the result does not depend on how the frames are asked
// for. Bells fall on whole milliseconds and begin a piece of their own: their
// frame is exact. The plan is the timeline itself, read through cursors.
#include "frame/score.h"

#include <assert.h>

#include "frame/ambience.h"
#include "frame/chimes.h"
#include "frame/flush.h"
#include "frame/level.h"
#include "frame/score_breath.h"
#include "frame/score_fade.h"
#include "frame/score_plan.h"
#include "frame/synth_cue.h"

enum {
    SEEK_MS = 60,       // what was struck fades
    SEEK_CUE_MS = 100,  // the cue fades before it takes up its new place
    SEEK_BED_MS = 400,  // crossing to the bed of the new place
    BED_LEAST_MS = 500, // even where the script says at once
    END_CUE_MS = 1000,
    END_RING_MS = 1000, // what rings for ever fades at SCORE_RING_MS
    END_SAY_MS = 400
};
// What is spoken over becomes softer: the bed by 6 dB, the cue by 3.
#define DUCK_BED 0.4988f
#define DUCK_CUE 0.2921f

static_assert((int)SCORE_RATE == (int)SYNTH_RATE, "one rate");
static_assert((int)SYNTH_BLOCK == (int)SCORE_FRAMES_MS, "one grid");

struct score {
    const struct timeline *tl;
    struct score_plan plan;
    struct levels levels;

    int64_t position, length; // session frames
    size_t event, gate;       // the next that is not past
    bool ended;

    size_t left;    // frames of the current control block
    int64_t age_ms; // control blocks that were mixed
    int64_t tail_ms, end_ms;
    int cue_rest_ms; // after a seek
    bool sleeps;
    struct score_fade fade;
    float cue_level, bed_level;
    struct level bells, voice;

    struct breath_cursor breath;
    struct cue_aim aim;
    struct cue cue;
    struct ambience beds;
    struct chimes chimes;
    struct speaker speaker;
};

// --- time -----------------------------------------------------------------

static int64_t event_frame(const struct score *s, size_t i)
{
    return i < s->tl->event_count ? s->tl->events[i].at_ms * SCORE_FRAMES_MS
                                  : INT64_MAX;
}

int64_t score_gate(const struct score *score)
{
    return score->gate < score->plan.gate_count
               ? score->tl->rows[score->plan.gates[score->gate]].start_ms *
                     SCORE_FRAMES_MS
               : INT64_MAX;
}

int64_t score_position(const struct score *score)
{
    return score->position;
}

int64_t score_length(const struct score *score)
{
    return score->length;
}

static void event_sound(struct score *s, const struct event *e)
{
    switch (e->kind) {
    case EVENT_BELL:
    case EVENT_TICK:
        chimes_strike(&s->chimes, score_plan_struck(&s->plan, e));
        break;
    case EVENT_BED:
        ambience_turn(&s->beds, score_plan_bed(&s->plan, e->name),
                      e->over_ms > BED_LEAST_MS ? e->over_ms : BED_LEAST_MS);
        break;
    case EVENT_SAY:
    case EVENT_PACER:
    case EVENT_KIND_COUNT:
        break;
    }
}

// What stands at the position and, at an open wait, before it.
static void sound_events(struct score *s, size_t before_order)
{
    while (event_frame(s, s->event) <= s->position &&
           s->tl->events[s->event].order < before_order) {
        event_sound(s, &s->tl->events[s->event++]);
    }
}

void score_seek(struct score *score, int64_t frame, size_t order, bool ring)
{
    struct score *s = score;
    struct str bed = score_plan_bed_at_start(&s->plan);
    s->position = frame;
    s->event = 0;
    while (event_frame(s, s->event) < frame ||
           (event_frame(s, s->event) == frame &&
            s->tl->events[s->event].order < order)) {
        const struct event *e = &s->tl->events[s->event++];
        bed = e->kind == EVENT_BED ? score_plan_bed(&s->plan, e->name) : bed;
    }
    s->gate = 0;
    while (score_gate(s) < frame ||
           (score_gate(s) == frame &&
            s->tl->rows[s->plan.gates[s->gate]].order < order)) {
        s->gate++;
    }
    s->tail_ms = 0;
    ambience_turn(&s->beds, bed, s->age_ms > 0 ? SEEK_BED_MS : 0);
    s->cue_rest_ms = s->age_ms > 0 ? SEEK_CUE_MS : 0;
    if (!ring) {
        chimes_fade(&s->chimes, SEEK_MS);
    }
    speaker_seek(&s->speaker, frame / SCORE_FRAMES_MS, order, ring);
}

void score_pass(struct score *score)
{
    if (score_gate(score) == score->position) {
        score->gate++;
    }
}

// --- the mix --------------------------------------------------------------

static void fade(struct score *s)
{
    struct fade_moment m = {.position_ms = s->position / SCORE_FRAMES_MS,
                            .length_ms = s->tl->length_ms,
                            .age_ms = s->age_ms,
                            .end_ms = s->end_ms,
                            .sleeps = s->sleeps,
                            .row = breath_row(&s->breath, s->position)};
    score_fade_step(&s->fade, &m);
}

static void aim_cue(struct score *s, bool moving)
{
    int64_t at = s->position + (moving ? SCORE_FRAMES_MS : 0);
    enum cue_mode mode = s->levels.cue;
    if (s->cue_rest_ms > 0) {
        s->cue_rest_ms--;
        s->aim.gain = 0;
    } else {
        breath_aim(&s->breath, at, &s->aim);
        float duck = 1 - DUCK_CUE * synth_ease(s->speaker.duck);
        s->aim.gain = s->cue_level * s->fade.whole * duck *
                      synth_ease(1 - (float)s->end_ms / END_CUE_MS);
    }
    if (!moving && score_gate(s) == s->position) {
        s->aim.act = CUE_SILENT;
    }
    s->aim.noise = mode == CUE_BREATH || mode == CUE_NOISE;
    s->aim.tone = mode == CUE_BREATH || mode == CUE_TONE;
    cue_aim(&s->cue, &s->aim, SYNTH_BLOCK);
}

static void control(struct score *s, bool moving)
{
    const struct levels *levels = &s->levels;
    s->age_ms++;
    s->end_ms += s->ended;
    if (s->ended || (moving && s->position >= s->length)) {
        s->tail_ms++;
        if (s->tail_ms == SCORE_RING_MS - END_RING_MS) {
            chimes_fade(&s->chimes, END_RING_MS);
            speaker_fade(&s->speaker, END_RING_MS);
        }
    }
    fade(s);
    s->speaker.off = !levels->voice;
    speaker_control(&s->speaker, s->position / SCORE_FRAMES_MS);
    s->cue_level += level_step(s->cue_level, levels->cue_db);
    s->bed_level += level_step(s->bed_level, levels->bed_db);
    level_to(&s->bells, levels->bells_db);
    level_to(&s->voice, levels->voice_db);
    float duck = 1 - DUCK_BED * synth_ease(s->speaker.duck);
    ambience_control(&s->beds, score_fade_bed(&s->fade) * s->bed_level * duck);
    aim_cue(s, moving);
    s->left = SYNTH_BLOCK;
}

// Writes frames that all belong to the current control block.
static void piece(struct score *s, float *stereo, size_t frames)
{
    float rung[2 * SYNTH_BLOCK] = {0};
    float said[2 * SYNTH_BLOCK] = {0};
    bool rings = chimes_render(&s->chimes, rung, frames);
    bool says = speaker_render(&s->speaker, said, frames);
    for (size_t i = 0; i < 2 * frames; i++) {
        stereo[i] = 0;
    }
    ambience_render(&s->beds, stereo, frames);
    cue_render(&s->cue, stereo, frames);
    level_add(&s->bells, rings ? rung : NULL, stereo, frames);
    level_add(&s->voice, says ? said : NULL, stereo, frames);
    level_guard(stereo, frames);
    s->left -= frames;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

// Where the mix stops next, after the position: an event or a line.
static int64_t next_frame(const struct score *s)
{
    int64_t event = event_frame(s, s->event);
    int64_t line_ms = speaker_next_ms(&s->speaker);
    int64_t line = line_ms < INT64_MAX ? line_ms * SCORE_FRAMES_MS : INT64_MAX;
    return line > s->position && line < event ? line : event;
}

void score_mix(float *stereo, size_t frames, int64_t from_frame,
               struct score *score)
{
    struct score *s = score;
    uint64_t was = flush_begin();
    if (from_frame != s->position) {
        score_seek(s, from_frame, 0, false);
    }
    while (frames > 0) {
        sound_events(s, SIZE_MAX);
        speaker_due(&s->speaker, s->position / SCORE_FRAMES_MS, SIZE_MAX);
        if (s->left == 0) {
            control(s, true);
        }
        int64_t next = next_frame(s) - s->position;
        size_t n = least(frames, s->left);
        n = next < (int64_t)n ? (size_t)next : n;
        piece(s, stereo, n);
        stereo += 2 * n;
        frames -= n;
        s->position += (int64_t)n;
        while (score_gate(s) < s->position) {
            s->gate++;
        }
    }
    flush_end(was);
}

void score_hold(float *stereo, size_t frames, struct score *score)
{
    struct score *s = score;
    uint64_t was = flush_begin();
    if (score_gate(s) == s->position) {
        size_t order = s->tl->rows[s->plan.gates[s->gate]].order;
        sound_events(s, order);
        speaker_due(&s->speaker, s->position / SCORE_FRAMES_MS, order);
    }
    while (frames > 0) {
        if (s->left == 0) {
            control(s, false);
        }
        size_t n = least(frames, s->left);
        piece(s, stereo, n);
        stereo += 2 * n;
        frames -= n;
    }
    flush_end(was);
}

void score_levels(struct score *score, const struct levels *levels)
{
    score->levels = *levels;
}

void score_end(struct score *score)
{
    score->ended = true;
    speaker_fade(&score->speaker, END_SAY_MS);
}

bool score_begun(const struct score *score)
{
    return score->age_ms > 0;
}

void score_resume(struct score *score)
{
    speaker_again(&score->speaker);
}

bool score_rings(const struct score *score)
{
    const struct timeline *tl = score->tl;
    for (size_t i = score->event; i < tl->event_count; i++) {
        if (score_plan_struck(&score->plan, &tl->events[i]).frames > 0) {
            return true;
        }
    }
    return !chimes_silent(&score->chimes) || !speaker_silent(&score->speaker);
}

bool score_silent(const struct score *score)
{
    const struct score *s = score;
    return (s->ended || s->position >= s->length) && s->fade.whole <= 0 &&
           cue_silent(&s->cue) && chimes_silent(&s->chimes) &&
           speaker_silent(&s->speaker);
}

struct score *score_create(const struct timeline *tl,
                           const struct score_options *options,
                           struct arena *mem)
{
    struct score *s = ARENA_NEW(mem, struct score);
    s->tl = tl;
    s->levels = options->levels;
    s->length = tl->length_ms * SCORE_FRAMES_MS;
    score_plan_make(&s->plan, tl, options, mem);
    ambience_make(&s->beds, s->plan.beds, s->plan.bed_count, options->seed,
                  mem);
    if (score_plan_moves(&s->plan)) {
        ambience_brighten(&s->beds);
    }
    breath_cursor_make(&s->breath, tl);
    cue_make(&s->cue, options->seed);
    s->cue_level = level_gain(s->levels.cue_db);
    s->bed_level = level_gain(s->levels.bed_db);
    s->bells.now = level_gain(s->levels.bells_db);
    s->voice.now = level_gain(s->levels.voice_db);
    s->sleeps = options->sleep;
    s->fade = score_fade_start();
    spoken_build(&s->speaker.list, tl, options->lang, mem);
    score_seek(s, 0, 0, false);
    return s;
}

size_t score_wants(const struct score *score, const struct want **wants)
{
    *wants = score->plan.wants;
    return score->plan.want_count;
}

void score_give(struct score *score, size_t want, struct sample sample)
{
    assert(want < score->plan.want_count);
    score->plan.samples[want] = sample;
}

void score_give_ring(struct score *score, size_t want, struct ring *ring)
{
    assert(want < score->plan.want_count);
    for (size_t i = 0; i < score->beds.count; i++) {
        struct bed_slot *slot = &score->beds.slots[i];
        if (str_equal(slot->name, score->plan.wants[want].name)) {
            slot->ring = ring;
        }
    }
}

struct speaker *score_speaker(struct score *score)
{
    return &score->speaker;
}
