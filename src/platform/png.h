// SPDX-License-Identifier: MIT
// Pixels to a PNG file (ISO/IEC 15948), 8 bits a channel.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "platform/canvas.h"

// Writes the picture beside path and renames it there once it is whole. False
// with a reason in *why, and path untouched, when that fails.
bool png_write(struct str path, struct canvas from, struct arena *mem,
               struct str *why);
// The same with alpha: the first is the picture, the second as large and grey;
// where it is black the picture is clear, where white opaque.
bool png_write_masked(struct str path, const struct canvas from_and_mask[2],
                      struct arena *mem, struct str *why);
