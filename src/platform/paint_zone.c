// SPDX-License-Identifier: MIT
// Where a zone ends follows from the radius of the wider stride alone: it then
// stands still as long as that does.
#include "platform/paint_zone.h"

#include <math.h>

// How far light may be off, in levels of 255.
#define OFF_INSIDE 0.6f
#define OFF_OUTSIDE 0.75f
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
    float q4 = OFF_INSIDE * r / (4 * ORB_RISE * peak * stride / 2);
    float q = sqrtf(sqrtf(q4));
    return r < LEAST_PX ? 0 : r * (q < 0.8f ? q : 0.8f);
}

// From where on: it changes by ORB_GLOW ORB_FALL exp(-ORB_FALL (q - 1)) / r.
static float calm_outside(float r, float stride, float peak)
{
    float steep = ORB_GLOW * ORB_FALL * peak * stride / (2 * OFF_OUTSIDE * r);
    float q = 1 + (steep > 1 ? logf(steep) / ORB_FALL : 0);
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
