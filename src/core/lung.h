// SPDX-License-Identifier: MIT
// The one curve of the breath: picture, sound and export all follow it.
#pragma once

// Lung volume at u (0..1) of the way from level from to level to (each 0..1).
// Rising: a raised cosine, (1 - cos pi u) / 2. Falling: the same over u^0.85,
// which puts the peak of flow at 40 % of the phase, as in a relaxed exhale.
// Cosine air flow is that of paced breathing; steeper easings dwell at their
// ends and read as a hold. Pure; u outside 0..1 is clamped.
double lung_level(double from, double to, double u);
