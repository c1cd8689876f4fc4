// SPDX-License-Identifier: MIT
// Recorded sounds from Ogg Vorbis files: ours, or a person's own of the same
// name. Used by live sound and export alike.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "frame/score.h"

// What was decoded, kept until shelf_finish. Zeroed but for the folders is
// valid and empty; not for two threads at once.
struct shelf {
    struct str own, shipped; // NAME.ogg is looked for in own first; either
                             // may be empty
    struct arena mem;
    struct shelf_item *items;
    size_t count, cap;
};

// Gives score the struck sounds that it asks for. Adds a line, ended by a
// newline, to lines for each sound that stays silent: not there, or no Ogg
// Vorbis. Recordings of another rate are brought to 48 kHz; past ten minutes
// they are cut.
void shelf_give(struct shelf *shelf, struct score *score, struct buf *lines);
// Where a wanted sound lies: bell-NAME.ogg or bed-NAME.ogg, else NAME.ogg, in
// own, else in shipped. False when it is in neither.
bool shelf_find(struct shelf *shelf, const struct want *want, struct str *path);
void shelf_finish(struct shelf *shelf);

// A whole file as a sample in mem; false when it is no Ogg Vorbis. path is
// zero-terminated.
bool recording_load(struct str path, struct arena *mem, struct sample *out);
