// SPDX-License-Identifier: MIT
// The breath as a hum for the hand: a gamepad's slow motor follows the lungs,
// never stronger than HUM_MOST, silent in holds and outside breathing. It can
// only swell from nothing, after a hold too, so that it startles nobody.
#pragma once

#include "core/timeline.h"

#define HUM_MOST 0.15f // of the motor's strength
enum {
    HUM_MS = 200,      // how long one call may last, so that it ends by itself
    HUM_EVERY_MS = 100 // how often it is told anew
};

// 0 to HUM_MOST at that moment.
float hum_at(const struct timeline *tl, const struct moment *m);
