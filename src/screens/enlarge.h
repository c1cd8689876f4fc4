// SPDX-License-Identifier: MIT
// Large text on the pages that are laid out in one size: each text grows from
// its baseline as far as it finds room, those that stand in a row or a column
// together. Nothing moves, so that what a pointer presses stays where it is.
// In a small window the smallest grow so, too, until they can be read.
// Not for the player, whose words have a layout of their own.
#pragma once

#include "screens/reflow.h"
#include "screens/widgets.h"

// The shapes of pg's scene from first on; scale: 1.35, say.
// reflow: the page's, which keeps each column's texts within it.
void page_enlarge(const struct page *pg, size_t first, float scale,
                  const struct reflow *reflow);
