// SPDX-License-Identifier: MIT
// The words of the screens in the person's language, from the shipped files or
// the person's own in the words folder of their data.
#pragma once

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/tongue.h"
#include "platform/paths.h"

// wanted: the setting: "system", or a name like "de". Of the system's the first
// that has a file; English where none has. Lives in mem; mistakes in the file
// go to notes, its path to *path.
struct tongue language_find(const struct paths *paths, struct str wanted,
                            struct arena *mem, struct diags *notes,
                            struct str *path);
// A word of it, by which to see whether the fonts have its letters.
struct str language_sample(const struct tongue *t);
