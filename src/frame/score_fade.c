// SPDX-License-Identifier: MIT
#include "frame/score_fade.h"

#include "frame/score.h"
#include "frame/sleep.h"
#include "frame/synth.h"

enum {
    SEEK_MS = 400,    // whatever happens, no faster from silence to full
    WRITE_MS = 90000, // then the bed leaves who writes alone
    WRITE_OUT_MS = 8000,
    WRITE_GLIDE_MS = 3000
};

struct score_fade score_fade_start(void)
{
    return (struct score_fade){.sleep = 1, .write = 1};
}

// Takes over_ms from silence to full.
static float towards(float now, float to, int over_ms)
{
    float most = 1.0f / (float)over_ms;
    float step = to - now;
    return now + (step > most ? most : step < -most ? -most : step);
}

// Under writing the bed is half as strong, and goes after a while.
static float write_share(const struct fade_moment *m)
{
    if (m->row == NULL || m->row->verb != VERB_WRITE) {
        return 1;
    }
    int64_t into_ms = m->position_ms - m->row->start_ms;
    return 0.5f * synth_ease(1 - (float)(into_ms - WRITE_MS) / WRITE_OUT_MS);
}

void score_fade_step(struct score_fade *f, const struct fade_moment *m)
{
    float left_ms = (float)(m->length_ms - m->position_ms);
    float whole = synth_ease((float)m->age_ms / SCORE_FADE_IN_MS) *
                  synth_ease(left_ms / SCORE_FADE_OUT_MS) *
                  synth_ease(1 - (float)m->end_ms / SCORE_FADE_OUT_MS);
    float sleep = m->sleeps ? sleep_left(m->length_ms, m->position_ms) : 1;
    f->whole = towards(f->whole, whole, SEEK_MS);
    f->sleep = towards(f->sleep, synth_ease(sleep), SEEK_MS);
    f->write = towards(f->write, write_share(m), WRITE_GLIDE_MS);
}

float score_fade_bed(const struct score_fade *f)
{
    return f->whole * f->sleep * f->write;
}
