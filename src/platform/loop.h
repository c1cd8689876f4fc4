// SPDX-License-Identifier: MIT
// An Ogg Vorbis file as sound without end, read piece by piece: from LOOPSTART
// for LOOPLENGTH frames where its comments say so, else as a whole, its end
// crossing into its start with equal power. Brought to 48 kHz.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct loop; // opaque

// NULL when path is no Ogg Vorbis that can be gone about in. Lives in mem until
// loop_close. path is zero-terminated.
struct loop *loop_open(struct str path, struct arena *mem);
// The next frames, interleaved stereo.
void loop_read(struct loop *loop, int16_t *stereo, size_t frames);
void loop_close(struct loop *loop); // accepts NULL
