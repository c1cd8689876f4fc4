// SPDX-License-Identifier: MIT
// How the sound did when the program last ran, as a small text in the state
// folder: what `doctor` tells of gaps that were heard.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "platform/paths.h"
#include "platform/sound.h"

// Writes it down: "driver: pulseaudio", "played: 612.480 s", "clock: 612.459 s"
// (from the device's first call to its last), "underruns: 0", … one a line;
// nothing when nothing was played.
void health_note(const struct paths *paths, const struct sound_health *h);
// What was written down last; false when there is nothing.
bool health_last(const struct paths *paths, struct arena *mem,
                 struct str *text);
