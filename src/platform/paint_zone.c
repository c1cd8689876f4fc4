// SPDX-License-Identifier: MIT
// Where a zone ends follows from the radius of the wider stride alone: it then
// stands still as long as that does.
#include "platform/paint_zone.h"

#include <math.h>

// How far light may be off, in levels of 255: where two zones meet it shows as
// a ring when it is more than one.
#define OFF_MOST 0.9f
// No stride is more than this part of the radius.
#define LARGEST_STRIDE 0.2f
#define LEAST_PX 40.0f // smaller orbs have no zones inside

static float stride_of(float r, float wanted)
{
    while (wanted > 1 && wanted > r * LARGEST_STRIDE) {
        wanted /= 2;
    }
    return wanted;
}

static float in_strides(float r, float stride)
{
    return stride > 1 ? roundf(r / stride) * stride : r;
}

// Up to where light that is off by half a stride differs little enough: it
// changes by 4 ORB_RISE q^4 / r a pixel.
static float calm_inside(float r, float stride, float peak)
{
    float q4 = OFF_MOST * r / (4 * ORB_RISE * peak * stride / 2);
    float q = sqrtf(sqrtf(q4));
    return r < LEAST_PX ? 0 : r * (q < 0.86f ? q : 0.86f);
}

// How much a radius more, of the whole, changes light outside, at q radii.
static float slope_outside(float q)
{
    float gone = (q - 1) / (ORB_REACH - 1);
    float falling = ORB_FALL * (1 - gone * gone) + 2 * gone / (ORB_REACH - 1);
    return ORB_GLOW * expf(-ORB_FALL * (q - 1)) * falling * q;
}

// From where on it does so: the slope falls all the way.
static float calm_outside(float r, float stride, float peak)
{
    float most = OFF_MOST * r / (peak * stride / 2);
    float q = 1;
    for (float step = (ORB_REACH - 1) / 2; step * r > 0.5f; step /= 2) {
        q += slope_outside(q + step) > most ? step : 0;
    }
    return fmaxf(r * q, r + stride + 2);
}

void zones_make(struct orb_zone zones[ZONE_COUNT], float r, int peak)
{
    static const float wanted[] = {4, 2, 1, 2, 4, 8, 16, 32};
    float stride[ZONE_COUNT];
    float light = peak > 0 ? (float)peak : 1;
    for (int k = 0; k < ZONE_COUNT; k++) {
        stride[k] = stride_of(r, wanted[k]);
        zones[k].r = in_strides(r, stride[k]);
    }
    float end = zones[ZONE_FARTHEST].r * ORB_REACH;
    zones[ZONE_FARTHEST].until = end;
    for (int k = 0; k < ZONE_FARTHEST; k++) {
        int wider = k < ZONE_RIM ? k : k + 1;
        float until = k < ZONE_RIM
                          ? calm_inside(zones[k].r, stride[k], light)
                          : calm_outside(zones[wider].r, stride[wider], light);
        until = until < end ? until : end;
        float before = k > 0 ? zones[k - 1].until : 0;
        zones[k].until = until > before ? until : before;
    }
}
