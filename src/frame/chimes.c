// SPDX-License-Identifier: MIT
#include "frame/chimes.h"

enum { FRAMES_MS = 48, MAKE_ROOM_MS = 20 };

static void chime_fade(struct chime *c, int ms)
{
    float fall = c->gain / (float)(ms * FRAMES_MS);
    c->fall = fall > c->fall ? fall : c->fall;
}

// Where the next one goes: a free place, once no more than the permitted
// number ring; the oldest of them begins to fade.
static struct chime *chimes_room(struct chimes *c)
{
    enum { COUNT = sizeof(c->all) / sizeof(c->all[0]) };
    struct chime *room = NULL;
    struct chime *oldest = NULL;
    struct chime *faintest = &c->all[0];
    int ringing = 0;
    for (int i = 0; i < COUNT; i++) {
        struct chime *a = &c->all[i];
        if (a->sample.frames == 0) {
            room = room == NULL ? a : room;
            continue;
        }
        if (a->fall <= 0) {
            ringing++;
            oldest = oldest == NULL || a->at > oldest->at ? a : oldest;
        }
        faintest = a->gain < faintest->gain ? a : faintest;
    }
    if (ringing >= CHIMES_SOUNDING) {
        chime_fade(oldest, MAKE_ROOM_MS);
    }
    return room != NULL ? room : faintest;
}

void chimes_strike(struct chimes *c, struct sample sample)
{
    if (sample.frames > 0) {
        *chimes_room(c) = (struct chime){.sample = sample, .gain = 1};
    }
}

void chimes_fade(struct chimes *c, int ms)
{
    for (size_t i = 0; i < sizeof(c->all) / sizeof(c->all[0]); i++) {
        chime_fade(&c->all[i], ms);
    }
}

static void chime_render(struct chime *c, float *stereo, size_t frames)
{
    size_t left = c->sample.frames - c->at;
    size_t n = frames < left ? frames : left;
    const int16_t *from = c->sample.stereo + 2 * c->at;
    for (size_t i = 0; i < n; i++) {
        float gain = c->gain * (1.0f / 32768);
        stereo[2 * i] += gain * (float)from[2 * i];
        stereo[2 * i + 1] += gain * (float)from[2 * i + 1];
        c->gain -= c->fall;
        c->gain = c->gain > 0 ? c->gain : 0;
    }
    c->at += n;
    if (c->at == c->sample.frames || c->gain <= 0) {
        *c = (struct chime){0};
    }
}

bool chimes_render(struct chimes *c, float *stereo, size_t frames)
{
    bool sounded = false;
    for (size_t i = 0; i < sizeof(c->all) / sizeof(c->all[0]); i++) {
        if (c->all[i].sample.frames > 0) {
            chime_render(&c->all[i], stereo, frames);
            sounded = true;
        }
    }
    return sounded;
}

bool chimes_silent(const struct chimes *c)
{
    for (size_t i = 0; i < sizeof(c->all) / sizeof(c->all[0]); i++) {
        if (c->all[i].sample.frames > 0) {
            return false;
        }
    }
    return true;
}
