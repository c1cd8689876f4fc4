// SPDX-License-Identifier: MIT
// How the player fills a window that is higher than the stage.
#include "screens/player_inside.h"

#define WHOLE STAGE_WIDTH

// The light as large as it may be; title and bar along the window's edges.
static const struct leaf player_leaf = {.foot = {0, 0.915f, WHOLE, 0.085f},
                                        .head = {0, 0, WHOLE, 0.12f},
                                        .main = {0.34f, 0.12f, 1.1f, 0.795f}};
// The cards of two stand on both sides of it.
static const struct leaf pair_leaf = {.foot = {0, 0.915f, WHOLE, 0.085f},
                                      .head = {0, 0, WHOLE, 0.12f},
                                      .main = {0.129f, 0.12f, 1.52f, 0.795f}};

struct reflow player_reflow(const struct player *p, float reach)
{
    struct reflow none = {.scale = 1};
    // The wave runs from edge to edge of the window as it is.
    bool wave = player_pacer(p, p->session_ms) == PACER_WAVE;
    if (wave || p->stage == PLAYER_DONE) {
        return none;
    }
    bool pair = p->session->kind == KIND_PARTNER;
    return reflow_make(pair ? &pair_leaf : &player_leaf, -reach, 1 + reach);
}
