// SPDX-License-Identifier: MIT
// Scenes like those of the screens, for timing and for looking at.
#pragma once

#include "frame/scene.h"
#include "platform/canvas.h"

// The player's: level is how full the lungs are, 0 to 1.
void scene_orb(struct scene *sc, struct stage stage, float level);
