// SPDX-License-Identifier: MIT
// Ogg Vorbis, 48 kHz stereo, from floats to bytes. Knows no file.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

struct vorbis_writer;

// quality: -1 to 10; NULL when the encoder knows no such. serial: any number
// that tells the stream from others. An empty title or artist is left out.
// Holds memory of the encoder's until vorbis_writer_end. The headers stand in
// out.
struct vorbis_writer *vorbis_writer_begin(struct str title, struct str artist,
                                          float quality, int serial,
                                          struct arena *mem, struct buf *out);
// Appends what is ready to out.
void vorbis_writer_put(struct vorbis_writer *w, const float *stereo,
                       size_t frames, struct buf *out);
void vorbis_writer_end(struct vorbis_writer *w, struct buf *out);
