// SPDX-License-Identifier: MIT
// The pictures that show what a screen shows, without a window.
#pragma once

#include <stdbool.h>

#include "app/now.h"
#include "base/arena.h"
#include "base/buf.h"
#include "core/insight.h"
#include "platform/paths.h"

struct insight_picture {
    const struct paths *paths;
    const struct now *now;
    struct str path; // of the PNG
    enum insight_by by;
};

// The screen Insight, 1920 by 1080, in the language and palette of the
// settings, which may be the person's own: by kind of day, by practice, or (by
// month) over time. False when it could not be drawn or written; said then has
// a line that says why, and perhaps others of what is missing.
bool insight_picture_write(const struct insight_picture *p, struct arena *mem,
                           struct buf *said);
