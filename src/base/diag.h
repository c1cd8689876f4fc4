// SPDX-License-Identifier: MIT
// What is wrong with a person's file, and where: collected, so that one run
// shows every mistake. Printed by diags_print; shown in the window as well.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

enum severity { SEVERITY_ERROR = 0, SEVERITY_WARNING };

// Lines and columns count from 1, columns and width in characters.
struct diag {
    enum severity severity;
    int line, column;
    int width;          // characters at fault, for the caret line; at least 1
    struct str message; // "\"4x\" is not a duration"
    struct str hint;    // "write 4s or 4m"; may be empty
    struct str source;  // the line at fault, without its ending
};

enum { DIAGS_SHOWN = 16 }; // errors kept a file; all are counted

// Zeroed but for mem is valid and empty. Texts live in mem or in the source.
struct diags {
    struct arena *mem;
    struct diag *items; // sorted by place once diags_sort was called
    size_t count, cap;
    size_t errors, warnings; // all that were found, kept or not
};

// Keeps a copy of d (its texts must outlive the list).
void diags_add(struct diags *list, struct diag d);
void diags_sort(struct diags *list); // by line and column, stable
// Up to DIAGS_SHOWN errors and the warnings of list as compilers write them:
// "PATH:LINE:COL: error: MESSAGE", the line, the caret, the hint. Brief (for
// editors) leaves it at the first line of each.
void diags_print(const struct diags *list, struct str path, bool brief,
                 struct buf *out);
