// SPDX-License-Identifier: MIT
// The protocols there are: files in the person's protocols/ folder and the
// shipped ones. Own ones win.
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "core/protocol.h"
#include "platform/paths.h"

struct protocols {
    const struct protocol *items; // sorted by name
    size_t count;
};

// A file with a mistake is left out; notes (its path before the message) says
// so.
struct protocols protocols_find(const struct paths *paths, struct arena *mem,
                                struct diags *notes);
