// SPDX-License-Identifier: MIT
// Between paper.c and the module that it loads: cairo and pango, and all that
// comes behind them, would cost every start if the program were linked with
// them.
#pragma once

#include "platform/paper.h"

#define PAPER_MODULE_FILE "breathmark-paper.so"

// Appends the PDF; false when it could not be made.
bool paper_module_draw(const struct paper *p, struct buf *pdf);
