// SPDX-License-Identifier: MIT
// The person's settings as a file that they, and the program, may change while
// the program runs. The meaning is core/settings's.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "core/settings.h"
#include "platform/file.h"

// Zeroed is valid for preferences_finish.
struct preferences {
    struct arena mem; // of what was read; emptied at each reading
    struct arena whole;
    struct str path;
    struct file_mark mark;
    struct settings settings; // stays in place; its texts change
    struct diags notes;       // mistakes in the file
    struct str fault;         // why it cannot be read, or empty
    bool there;               // the person has a file
};

// Reads the file at path; without one all is at its default.
void preferences_init(struct preferences *p, struct str path);
void preferences_finish(struct preferences *p);
// Reads the file anew when it is no longer the one that was read. True when it
// was: the settings, and the texts of before, may have changed.
bool preferences_look(struct preferences *p);
// Writes one setting into the file, which is made when there is none, and
// takes it over. False with a reason, in mem, when the value does not fit or
// the file cannot be written: the setting then holds until the program ends,
// if it fits.
bool preferences_change(struct preferences *p, enum setting s, struct str value,
                        struct arena *mem, struct str *why);
// Makes the file with all at its defaults, unless there is one.
bool preferences_make(struct preferences *p, struct arena *mem,
                      struct str *why);
// The mistakes as lines for the person, or why the file cannot be read.
void preferences_print(const struct preferences *p, struct buf *out);
