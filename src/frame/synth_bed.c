// SPDX-License-Identifier: MIT
#include "frame/synth_bed.h"

#include <assert.h>

struct bed {
    const struct bed_craft *craft;
    void *self;
    size_t left; // frames until the next control block
};

static const struct bed_craft *(*const crafts[BED_COUNT])(void) = {
    [BED_OCEAN] = bed_craft_ocean, [BED_RAIN] = bed_craft_rain,
    [BED_WIND] = bed_craft_wind,   [BED_BROWN] = bed_craft_brown,
    [BED_DRONE] = bed_craft_drone,
};

bool bed_from(struct str word, enum bed_kind *out)
{
    for (int i = 0; i < BED_COUNT; i++) {
        if (str_equal(word, crafts[i]()->word)) {
            *out = (enum bed_kind)i;
            return true;
        }
    }
    return false;
}

struct bed *bed_create(enum bed_kind kind, uint64_t seed, struct arena *mem)
{
    assert(kind < BED_COUNT);
    struct bed *bed = ARENA_NEW(mem, struct bed);
    bed->craft = crafts[kind]();
    bed->self = bed->craft->create(seed, mem);
    return bed;
}

void bed_brighten(struct bed *bed)
{
    if (bed->craft->brighten != NULL) {
        bed->craft->brighten(bed->self);
    }
}

void bed_render(struct bed *bed, float *stereo, size_t frames)
{
    while (frames > 0) {
        if (bed->left == 0) {
            bed->craft->control(bed->self);
            bed->left = SYNTH_BLOCK;
        }
        size_t n = frames < bed->left ? frames : bed->left;
        bed->craft->render(bed->self, stereo, n);
        stereo += 2 * n;
        frames -= n;
        bed->left -= n;
    }
}
