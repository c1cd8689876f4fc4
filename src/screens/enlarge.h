// SPDX-License-Identifier: MIT
// In a small window the smallest letters of a page grow from their baseline
// until they can be read, as far as they find room, those that stand in a row
// or a column together. Nothing moves, so that what a pointer presses stays
// where it is. For large text see grow.h. Not for the player, whose words have
// a layout of their own.
#pragma once

#include "screens/reflow.h"
#include "screens/widgets.h"

// The shapes of pg's scene from first on. reflow: the page's, which keeps each
// column's texts within it.
void page_enlarge(const struct page *pg, size_t first,
                  const struct reflow *reflow);
