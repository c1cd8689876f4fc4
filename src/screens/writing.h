// SPDX-License-Identifier: MIT
// The page of a timed writing step: what to write about, and the field. What
// is written is the Reflection's text.
#pragma once

#include "screens/editor.h"
#include "screens/player.h"
#include "screens/widgets.h"

void writing_place(struct editor *e);
void writing_draw(const struct player *p, const struct editor *e,
                  const struct page *pg);
