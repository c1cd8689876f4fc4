// SPDX-License-Identifier: MIT
// Where font files are, and their bytes. Knows nothing of what is in them.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

// The whole path of a font file of that name below one of the system's font
// folders; empty when there is none.
struct str font_file_of_system(struct str name, struct arena *mem);

// A file's bytes as the system maps them, shared and read only.
struct font_bytes {
    const void *at; // NULL when not there
    size_t len;
};
bool font_bytes_map(struct font_bytes *out, struct str path);
void font_bytes_unmap(struct font_bytes *bytes); // accepts a zeroed one
