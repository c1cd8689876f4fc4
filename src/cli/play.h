// SPDX-License-Identifier: MIT
// What a person wants played, and how.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "app/script.h"

struct play_wish {
    struct script script;
    int64_t from_ms;
    uint64_t seed;
    bool windowed, mute, no_journal, text, fast;
    int width, height; // of the window; 0: as it likes
};
