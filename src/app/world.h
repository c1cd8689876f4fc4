// SPDX-License-Identifier: MIT
// Reads what the screens know of the world (screens/facts.h) from the person's
// files, the shipped ones and the clock.
#pragma once

#include "app/now.h"
#include "base/arena.h"
#include "platform/paths.h"
#include "screens/facts.h"

// Zeroed is valid and empty.
struct world {
    struct arena mem; // of facts; emptied at each reading
    struct facts facts;
    struct arena insight_mem; // of facts.insight, read when it is asked for
};

// What the facts are made by. Settings and tongue outlive them.
struct world_view {
    const struct paths *paths;
    const struct now *now;
    const struct settings *settings;
    const struct tongue *tongue; // of the screens; NULL: English
};

// Reads everything anew; what was handed out before is gone. Never fails: what
// cannot be read is empty.
void world_read(struct world *w, const struct world_view *v);
// The same in two steps, for a first picture that does not wait for the
// scripts: the day and the journal's last weeks, which are facts->partly; then
// the rest.
void world_begin(struct world *w, const struct world_view *v);
void world_complete(struct world *w, const struct world_view *v);
// The pages of Care alone, into an empty world.
void world_care(struct world *w, const struct paths *paths,
                const struct settings *settings);
// Reads the whole journal, other devices' files too, for facts.insight.
void world_insight(struct world *w, const struct paths *paths);
void world_finish(struct world *w);
