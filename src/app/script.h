// SPDX-License-Identifier: MIT
// Session scripts as files: found by path or name, read, compiled. The one
// place that does so, for every command and screen.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "core/session.h"
#include "core/timeline.h"
#include "platform/paths.h"

struct script {
    struct str path;
    struct str name; // the file's name without folder and ending: "box"
    bool own;        // from the person's sessions folder
    struct session session;
    struct timeline timeline;
    struct diags diags;
    struct choices chosen; // that the timeline was compiled with
    uint32_t sum;          // of its text
};

enum script_status {
    SCRIPT_WELL = 0,
    SCRIPT_FAULTY,    // mistakes, all in diags; it is not to be played
    SCRIPT_UNREADABLE // the reason is in *why
};

// The name of the script that a path leads to: "a/box.session" -> "box".
struct str script_name(struct str path);

// Where the wanted script is: a path when it has a slash or ends in ".session",
// else a name looked for in the person's sessions folder and then in the
// shipped ones, folders within them included, else a file here. False when
// there is none.
bool script_find(const struct paths *paths, struct str wanted,
                 struct arena *mem, struct str *path);

// The same script in a language, where it stands beside it as
// NAME.LANG.session; else the path itself. language empty: the path itself.
struct str script_in_language(struct str path, struct str language,
                              struct arena *mem);

// Reads and parses; the timeline is still empty.
enum script_status script_read(struct script *out, struct str path,
                               struct arena *mem, struct str *why);
// Compiles the timeline of a script that was read well, or read with mistakes
// (then nothing is done). choices as for timeline_build; the script keeps a
// copy.
enum script_status script_compile(struct script *s,
                                  const struct choices *choices,
                                  struct arena *mem);

// The scripts of a folder and the folders in it, by name.
struct script_place {
    struct str path, name;
    bool own;
};
struct script_places {
    const struct script_place *items;
    size_t count;
};
// The person's own and the shipped ones, sorted by name, each name once (own
// ones win), without those that say the same in another language.
struct script_places script_places(const struct paths *paths,
                                   struct arena *mem);
