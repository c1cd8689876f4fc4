// SPDX-License-Identifier: MIT
// What each screen consists of, for windows that are higher than the stage.
#include "screens/program_inside.h"

#define WHOLE STAGE_WIDTH

static const struct leaf leaves[SCREEN_COUNT] = {
    [SCREEN_TODAY] = {.foot = {0.1f, 0.885f, 0.9f, 0.085f},
                      .side = {0.863f, 0.17f, 0.87f, 0.8f},
                      .main = {0.1f, 0.03f, 0.87f, 0.855f}},
    [SCREEN_SESSIONS] = {.foot = {0.1f, 0.885f, 1.1f, 0.085f},
                         .side = {0.85f, 0.1f, 0.84f, 0.785f},
                         .main = {0.1f, 0.05f, 0.75f, 0.835f}},
    [SCREEN_SETUP] = {.foot = {0.1f, 0.9f, 1, 0.08f},
                      .side = {0.85f, 0.1f, 0.84f, 0.785f},
                      .main = {0.09f, 0.03f, 0.76f, 0.6f}},
    [SCREEN_SETTINGS] = {.foot = {0.1f, 0.885f, 1.1f, 0.085f},
                         .side = {0.97f, 0.13f, 0.72f, 0.755f},
                         .main = {0.09f, 0.05f, 0.85f, 0.835f}},
    [SCREEN_JOURNAL] = {.foot = {0.1f, 0.885f, 1.3f, 0.085f},
                        .side = {0.72f, 0.05f, 1, 0.835f},
                        .main = {0.1f, 0.05f, 0.62f, 0.835f}},
    [SCREEN_INSIGHT] = {.foot = {0.1f, 0.885f, 1.1f, 0.085f},
                        .side = {1.1f, 0.3f, 0.6f, 0.67f},
                        .main = {0.1f, 0.05f, 1, 0.835f}},
    [SCREEN_CALENDAR] = {.foot = {0.06f, 0.93f, 1.6f, 0.05f},
                         .side = {1.182f, 0.145f, 0.538f, 0.785f},
                         .main = {0.06f, 0.03f, 1.11f, 0.9f}},
    [SCREEN_PLAN] = {.foot = {0.09f, 0.885f, 1.2f, 0.085f},
                     .main = {0.08f, 0.03f, 1.22f, 0.855f}},
    [SCREEN_WELCOME] = {.foot = {0.1f, 0.885f, 1.1f, 0.085f},
                        .head = {0, 0, WHOLE, 0.125f},
                        .main = {0.1f, 0.125f, 1.22f, 0.76f}},
    [SCREEN_CARE] = {.side = {0.82f, 0.09f, 0.86f, 0.89f},
                     .main = {0.1f, 0.03f, 0.72f, 0.95f}},
    [SCREEN_NOTICE] = {.main = {0.1f, 0.03f, 1.2f, 0.95f}},
    [SCREEN_CAUTIONS] = {.main = {0.07f, 0.03f, 1.3f, 0.95f}},
    [SCREEN_GROUND] = {.head = {0, 0, WHOLE, 0.12f},
                       .main = {0.34f, 0.12f, 1.1f, 0.86f}},
    [SCREEN_REFLECTION] = {.main = {0.37f, 0.03f, 1.04f, 0.95f}},
};

// A page of two leads to the other one.
static const struct leaf shared_leaf = {.head = {0, 0, WHOLE, 0.13f},
                                        .main = {0.37f, 0.13f, 1.04f, 0.86f}};

// Of the screen as it is now.
static struct leaf leaf_of(const struct program *p, enum screen screen)
{
    bool page = screen == SCREEN_PLAYER || screen == SCREEN_REFLECTION;
    struct leaf leaf = leaves[page ? SCREEN_REFLECTION : screen];
    if (page && p->reflection.about.shared) {
        leaf = shared_leaf;
    } else if (screen == SCREEN_JOURNAL) {
        leaf.sheet = journal_question_area(&p->journal);
    } else if (screen == SCREEN_PLAN && p->plan.page == PAGE_SCREENING) {
        leaf.main.w = 1.55f;
    } else if (screen == SCREEN_WELCOME && p->welcome.page == WELCOME_CARE) {
        leaf.main.w = 1.44f;
    } else if (screen == SCREEN_INSIGHT && !ruler_on_end(p->options.ruler)) {
        leaf = (struct leaf){0}; // it is laid out from side to side
    }
    return leaf;
}

struct reflow program_reflow(const struct program *p, enum screen screen)
{
    const float lit = 0.09f; // acts of one switch, at the upper edge
    float reach = p->options.ruler->reach;
    float top = -reach + (program_scans(p) ? lit : 0);
    struct reflow none = {.scale = 1};
    if (reach <= 0 || program_side_by_side(p)) {
        return none;
    }
    if (screen == SCREEN_PLAYER && !p->writing) {
        return player_reflow(&p->player, reach);
    }
    struct leaf leaf = leaf_of(p, screen);
    return reflow_make(&leaf, top, 1 + reach);
}

void program_fit(const struct program *p, struct ruler *own, float reach,
                 float stage_px)
{
    const float two_columns_px =
        540; // a smaller stage has room for one page alone,
             // and so has a window on end
    own->reach = reach;
    own->narrow = stage_px < two_columns_px || ruler_on_end(own) ||
                  program_text_scale(p) > 1;
    ruler_fit(own, program_reflow(p, p->screen).scale, stage_px);
}

struct area program_shown(const struct program *p, struct area a)
{
    struct reflow f = program_reflow(p, p->screen);
    struct point from = reflow_shown(&f, (struct point){a.x, a.y});
    struct point to = reflow_shown(&f, (struct point){a.x + a.w, a.y + a.h});
    bool turned = program_mirrors(p, p->screen);
    return (struct area){turned ? STAGE_WIDTH - to.x : from.x, from.y,
                         to.x - from.x, to.y - from.y};
}
