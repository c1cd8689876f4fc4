// SPDX-License-Identifier: MIT
// A palette of a person's own, as a text of lines "role: RRGGBB" with every
// role once, perhaps "glow: off", and "#" before remarks. One that could not
// be read in the dark is refused: contrast is computed here (WCAG 2.1).
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "frame/theme.h"

// What every palette keeps: a text against each of its grounds, and the ring.
#define THEME_TEXT_CONTRAST 4.5
#define THEME_GRAPHIC_CONTRAST 3.0

// 1 to 21.
double theme_colours_contrast(uint32_t a, uint32_t b);
// A role's, on the worst of edge, centre and surface.
double theme_contrast(const struct theme *th, enum role role);
// What the role must have at least; 1 for decoration and grounds.
double theme_least_contrast(enum role role);

// False, with each mistake and each role that is too faint in notes (its texts
// in mem), when the text is not a palette that can be used.
bool theme_read(struct theme *out, struct str text, struct arena *mem,
                struct diags *notes);
