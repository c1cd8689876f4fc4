// SPDX-License-Identifier: MIT
// What sound costs: each element and the whole as per cent of a core, the
// ratio being how many times faster than it is played.
#include "bench/bench.h"

#include "frame/by_hand.h"
#include "frame/score.h"
#include "frame/synth_struck.h"

enum { SECONDS = 20, BUFFER = 1024 };

struct piece {
    const char *name;
    const char *bed;
    enum cue_mode cue;
    bool breathes, rings;
};

static struct sample bowl(struct arena *mem)
{
    size_t frames = struck_frames(STRUCK_BOWL);
    float *stereo = ARENA_ARRAY(mem, float, 2 * frames);
    int16_t *pcm = ARENA_ARRAY(mem, int16_t, 2 * frames);
    struck_render(STRUCK_BOWL, stereo);
    for (size_t i = 0; i < 2 * frames; i++) {
        pcm[i] = (int16_t)(stereo[i] * 32767);
    }
    return (struct sample){pcm, frames};
}

static struct score *score_of(const struct piece *p, struct sample struck,
                              struct arena *mem)
{
    struct by_hand *h = ARENA_NEW(mem, struct by_hand);
    struct score_options o = {.levels.cue = p->cue, .seed = 1};
    h->tl.bed = str_from(p->bed);
    if (p->breathes) {
        by_hand_breathe(h, 8, 4000, 1000, 6000, 0);
    } else {
        by_hand_row(h, VERB_SIT, PHASE_NONE, 90000);
    }
    by_hand_event(h, 0, EVENT_BELL, "");
    by_hand_event(h, 0, EVENT_BELL, "");
    struct score *score = score_create(&h->tl, &o, mem);
    const struct want *wants;
    size_t count = score_wants(score, &wants);
    for (size_t i = 0; i < count && p->rings; i++) {
        if (wants[i].kind == WANT_STRUCK) {
            score_give(score, i, struck);
        }
    }
    return score;
}

// Milliseconds that a take of SECONDS costs.
static double mix_ms(struct score *score)
{
    static float stereo[2 * BUFFER];
    int64_t from = bench_cpu_ns();
    for (int64_t at = 0; at < (int64_t)SECONDS * SCORE_RATE; at += BUFFER) {
        score_mix(stereo, BUFFER, at, score);
    }
    return (double)(bench_cpu_ns() - from) / 1e6;
}

static void row(const struct piece *p, struct sample struck)
{
    double took[BENCH_RUNS];
    for (int i = 0; i < BENCH_RUNS; i++) {
        struct arena mem = {0};
        took[i] = mix_ms(score_of(p, struck, &mem));
        arena_finish(&mem);
    }
    double ms = bench_median(took, BENCH_RUNS);
    bench_row(p->name, ms / (SECONDS * 10.0), "%", SECONDS * 1000.0 / ms);
}

// Where in the sound a bell begins, against the frame that it is due at: the
// most that any is off, over bells at odd moments and all sizes of buffer.
static void bench_onsets(void)
{
    static const int64_t at_ms[] = {17, 1003, 2501, 3777, 5999};
    enum { BELLS = 5, LONG = 7 * SCORE_RATE, PULSE = 100 };
    static float stereo[2 * LONG];
    int64_t worst = 0;
    for (int buffer = 512; buffer <= 4096; buffer *= 2) {
        struct arena mem = {0};
        struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
        h->tl.bed = STR("off");
        by_hand_row(h, VERB_SIT, PHASE_NONE, 7000);
        for (int i = 0; i < BELLS; i++) {
            by_hand_event(h, at_ms[i], EVENT_BELL, "");
        }
        struct score_options o = {.levels.cue = CUE_OFF, .seed = 1};
        struct score *score = score_create(&h->tl, &o, &mem);
        int16_t *pcm = ARENA_ARRAY(&mem, int16_t, 2 * PULSE);
        for (int i = 0; i < 2 * PULSE; i++) {
            pcm[i] = 20000; // begins at once, so that its first frame shows
        }
        const struct want *wants;
        size_t count = score_wants(score, &wants);
        for (size_t i = 0; i < count; i++) {
            score_give(score, i, (struct sample){pcm, PULSE});
        }
        for (int64_t at = 0; at + buffer <= LONG; at += buffer) {
            score_mix(stereo + 2 * at, (size_t)buffer, at, score);
        }
        for (int i = 0; i < BELLS; i++) {
            int64_t due = at_ms[i] * SCORE_RATE / 1000, on = due - 2000;
            on = on < 0 ? 0 : on;
            while (on < LONG && !(stereo[2 * on] > 1e-4f)) {
                on++;
            }
            int64_t off = on > due ? on - due : due - on;
            worst = off > worst ? off : worst;
        }
        arena_finish(&mem);
    }
    bench_row("cue_onset_error", (double)worst, "frames", 0);
}

void bench_sound(void)
{
    static const struct piece pieces[] = {
        {"sound-silence", "off", CUE_OFF, false, false},
        {"sound-brown", "brown", CUE_OFF, false, false},
        {"sound-wind", "wind", CUE_OFF, false, false},
        {"sound-ocean", "ocean", CUE_OFF, false, false},
        {"sound-rain", "rain", CUE_OFF, false, false},
        {"sound-drone", "drone", CUE_OFF, false, false},
        {"sound-cue", "off", CUE_BREATH, true, false},
        {"sound-two-bowls", "off", CUE_OFF, false, true},
        {"sound-whole", "ocean", CUE_BREATH, true, true},
    };
    struct arena mem = {0};
    struct sample struck = bowl(&mem);
    for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
        row(&pieces[i], struck);
    }
    arena_finish(&mem);
    bench_onsets();
}
