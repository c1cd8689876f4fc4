// SPDX-License-Identifier: MIT
// Where things are. The only place that reads the environment for folders.
#pragma once

#include "base/arena.h"
#include "base/str.h"

// All absolute or as given, zero-terminated, without a slash at the end.
struct paths {
    struct str data;     // journal.rec, calendar.rec, sessions/, sounds/
    struct str settings; // the file
    struct str state;    // drafts/, torn/, running.rec
    struct str spare;    // for drafts when state cannot be written: in the
                         // state folder of the person's home
    struct str assets;   // fonts/, sounds/, care/, protocols/
    struct str sessions; // the shipped scripts
    struct str modules;  // parts that are loaded when they are needed
    struct str country;  // of the system's language: "us"; may be empty
    struct str language; // of the system, what is liked best first: "de",
                         // "pt:es"; may be empty
};

// data: the --data option, else empty ($BREATHMARK_DATA, then the XDG
// folders; a relative XDG path is ignored). With a data folder given, settings
// and state lie in it. What came along is found from where the program lies, so
// that an installed one can be moved: share/breathmark beside it in a build
// (links into the tree), ../share/breathmark when installed, $BREATHMARK_ASSETS
// first when set; modules beside the program, or in
// ../lib/breathmark/modules.
struct paths paths_find(struct str data, struct arena *mem);
struct str path_join(struct arena *mem, struct str folder, struct str name);
// The folder that the path is in: "." for a name alone. In mem.
struct str path_folder(struct str path, struct arena *mem);
