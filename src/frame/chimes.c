// SPDX-License-Identifier: MIT
#include "frame/chimes.h"

enum { MAKE_ROOM_MS = 20 };

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
        if (a->sounding.fall <= 0) {
            ringing++;
            oldest = oldest == NULL || a->sounding.at > oldest->sounding.at
                         ? a
                         : oldest;
        }
        faintest = a->sounding.gain < faintest->sounding.gain ? a : faintest;
    }
    if (ringing >= CHIMES_SOUNDING) {
        sounding_fade(&oldest->sounding, MAKE_ROOM_MS);
    }
    return room != NULL ? room : faintest;
}

void chimes_strike(struct chimes *c, struct sample sample)
{
    if (sample.frames > 0) {
        *chimes_room(c) =
            (struct chime){.sample = sample, .sounding = {.gain = 1}};
    }
}

void chimes_fade(struct chimes *c, int ms)
{
    for (size_t i = 0; i < sizeof(c->all) / sizeof(c->all[0]); i++) {
        sounding_fade(&c->all[i].sounding, ms);
    }
}

bool chimes_render(struct chimes *c, float *stereo, size_t frames)
{
    bool sounded = false;
    for (size_t i = 0; i < sizeof(c->all) / sizeof(c->all[0]); i++) {
        struct chime *one = &c->all[i];
        if (one->sample.frames == 0) {
            continue;
        }
        if (!sounding_add(&one->sounding, one->sample, stereo, frames)) {
            *one = (struct chime){0};
        }
        sounded = true;
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
