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

static bool has_menu(enum screen screen)
{
    return screen == SCREEN_SESSIONS || screen == SCREEN_SETTINGS ||
           screen == SCREEN_JOURNAL || screen == SCREEN_INSIGHT;
}

// Of the screen as it is now.
static struct leaf leaf_of(const struct program *p, enum screen screen)
{
    bool writes = screen == SCREEN_PLAYER || screen == SCREEN_REFLECTION;
    struct leaf leaf = leaves[writes ? SCREEN_REFLECTION : screen];
    if (screen == SCREEN_PLAYER && p->player.stage == PLAYER_CAUTIONS) {
        leaf = (struct leaf){.main = {0.1f, 0.03f, 1.29f, 0.95f}};
    } else if (writes && p->reflection.about.shared) {
        leaf = shared_leaf;
    } else if (screen == SCREEN_CALENDAR && ruler_on_end(p->options.ruler)) {
        leaf.side.w = 0.877f; // its panel is wider then
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
    float reach = p->options.ruler->reach;
    struct reflow none = {.scale = 1};
    bool cautions = p->player.stage == PLAYER_CAUTIONS;
    bool plays = screen == SCREEN_PLAYER && !p->writing && !cautions;
    float growth = plays ? 1 : program_text_scale(p);
    if ((reach <= 0 && growth <= 1) || program_side_by_side(p)) {
        return none;
    }
    if (plays) {
        return player_reflow(&p->player, reach);
    }
    const float lit = 0.09f; // acts of one switch, at the upper edge
    struct leaf leaf = leaf_of(p, screen);
    float top = -reach + (program_scans(p) ? lit : 0);
    struct reflow usual = reach > 0 ? reflow_make(&leaf, top, 1 + reach) : none;
    if (growth > 1 && leaf.foot.w > 0 && has_menu(screen)) {
        leaf.foot.w = 0.9f; // as far as the words of the menu reach
    }
    return growth > 1 ? reflow_grow(&leaf, &usual, growth) : usual;
}

// The acts of one switch stand in two rows.
float program_top(const struct program *p)
{
    float lit = 0.02f + 2 * program_scan_high(p);
    return -p->options.ruler->reach + (program_scans(p) ? lit : 0);
}

// How much the letters of what a person writes and reads grow by themselves.
static float growth_of(const struct reflow *f, enum screen screen)
{
    int side = f->count - 2;
    bool reads = screen == SCREEN_JOURNAL && side >= 0;
    return f->grows ? f->pieces[reads ? side : f->count - 1].growth : 0;
}

void program_fit(const struct program *p, struct ruler *own, float reach,
                 float stage_px)
{
    const float two_columns_px =
        540; // a smaller stage has room for one page alone,
             // and so has a window on end
    own->reach = reach;
    bool large = program_text_scale(p) > 1;
    own->narrow = stage_px < two_columns_px || ruler_on_end(own) || large;
    own->growth = large ? 1 : 0;
    struct reflow reflow = program_reflow(p, p->screen);
    own->growth = growth_of(&reflow, p->screen);
    ruler_fit(own, reflow.scale, stage_px);
}

// As it was last drawn.
static struct reflow shown_now(const struct program *p)
{
    bool seen = p->view.reflow.grows && p->view.screen == p->screen;
    return seen ? p->view.reflow : program_reflow(p, p->screen);
}

struct area program_shown(const struct program *p, struct area a)
{
    struct reflow f = shown_now(p);
    struct point from = reflow_shown(&f, (struct point){a.x, a.y});
    struct point to = reflow_shown(&f, (struct point){a.x + a.w, a.y + a.h});
    bool turned = program_mirrors(p, p->screen);
    return (struct area){turned ? STAGE_WIDTH - to.x : from.x, from.y,
                         to.x - from.x, to.y - from.y};
}

struct point program_laid_out(const struct program *p, struct point at)
{
    struct reflow f = shown_now(p);
    return reflow_back(&f, at);
}
