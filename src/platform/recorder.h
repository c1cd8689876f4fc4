// SPDX-License-Identifier: MIT
// Writes sound to a WAV (16 bit) or Ogg Vorbis file: into a temporary file
// beside it, which takes its name when it is whole. The same sound gives the
// same bytes.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum record_format { RECORD_WAV = 0, RECORD_OGG };

struct recording {
    struct str path;
    enum record_format format;
    struct str title, artist; // Ogg; empty: none
    float quality;            // Ogg: -1 to 10
    uint64_t seed;            // of the dither, and the stream's serial
};

struct recorder;

// From the name's ending, .wav or .ogg; false for another.
bool recorder_format(struct str path, enum record_format *out);
// NULL with a reason in *why. Lives in mem until recorder_close.
struct recorder *recorder_open(const struct recording *what, struct arena *mem,
                               struct str *why);
// Interleaved stereo at 48 kHz. False when it could not be written; the rest
// is then passed over, and recorder_close tells why.
bool recorder_put(struct recorder *r, const float *stereo, size_t frames);
// keep: finishes the file and gives it its name; else removes what there is.
// False with a reason in *why when the file could not be made.
bool recorder_close(struct recorder *r, bool keep, struct str *why);
