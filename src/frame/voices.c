// SPDX-License-Identifier: MIT
#include "frame/voices.h"

enum { FRAMES_MS = 48, MAKE_ROOM_MS = 20 };

static void voice_fade(struct voice *v, int ms)
{
    float fall = v->gain / (float)(ms * FRAMES_MS);
    v->fall = fall > v->fall ? fall : v->fall;
}

// Where the next voice goes: a free place, once no more than the permitted
// number ring; the oldest of them begins to fade.
static struct voice *voices_room(struct voices *v)
{
    enum { COUNT = sizeof(v->all) / sizeof(v->all[0]) };
    struct voice *room = NULL;
    struct voice *oldest = NULL;
    struct voice *faintest = &v->all[0];
    int ringing = 0;
    for (int i = 0; i < COUNT; i++) {
        struct voice *a = &v->all[i];
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
    if (ringing >= VOICES_SOUNDING) {
        voice_fade(oldest, MAKE_ROOM_MS);
    }
    return room != NULL ? room : faintest;
}

void voices_strike(struct voices *v, struct sample sample)
{
    if (sample.frames > 0) {
        *voices_room(v) = (struct voice){.sample = sample, .gain = 1};
    }
}

void voices_fade(struct voices *v, int ms)
{
    for (size_t i = 0; i < sizeof(v->all) / sizeof(v->all[0]); i++) {
        voice_fade(&v->all[i], ms);
    }
}

static void voice_render(struct voice *v, float *stereo, size_t frames)
{
    size_t left = v->sample.frames - v->at;
    size_t n = frames < left ? frames : left;
    const int16_t *from = v->sample.stereo + 2 * v->at;
    for (size_t i = 0; i < n; i++) {
        float gain = v->gain * (1.0f / 32768);
        stereo[2 * i] += gain * (float)from[2 * i];
        stereo[2 * i + 1] += gain * (float)from[2 * i + 1];
        v->gain -= v->fall;
        v->gain = v->gain > 0 ? v->gain : 0;
    }
    v->at += n;
    if (v->at == v->sample.frames || v->gain <= 0) {
        *v = (struct voice){0};
    }
}

bool voices_render(struct voices *v, float *stereo, size_t frames)
{
    bool sounded = false;
    for (size_t i = 0; i < sizeof(v->all) / sizeof(v->all[0]); i++) {
        if (v->all[i].sample.frames > 0) {
            voice_render(&v->all[i], stereo, frames);
            sounded = true;
        }
    }
    return sounded;
}

bool voices_silent(const struct voices *v)
{
    for (size_t i = 0; i < sizeof(v->all) / sizeof(v->all[0]); i++) {
        if (v->all[i].sample.frames > 0) {
            return false;
        }
    }
    return true;
}
