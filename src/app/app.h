// SPDX-License-Identifier: MIT
// The program in its window: the loop between the screens, the sound, the
// files and the clock.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "app/now.h"
#include "app/script.h"
#include "base/str.h"
#include "platform/paths.h"

struct app_options {
    const struct paths *paths;
    const struct now *now;
    const struct script *play; // begin with this session and end after it;
                               // NULL: begin with Today
    int64_t from_ms;
    uint64_t seed; // of what sounds at random; 0 counts as 1
    bool windowed, mute, no_journal;
    int width, height; // of the window; 0: as it likes
    // Takes lines for the person, without their ending, at any time.
    void (*say)(void *self, struct str line);
    void *self;
};

enum app_end {
    APP_WELL = 0,
    APP_NO_DISPLAY, // nothing was shown; say was told why
    APP_NOT_KEPT    // ended while words lie as a draft; say was told where
};

enum app_end app_run(const struct app_options *options);
