// SPDX-License-Identifier: MIT
// One screen gives way to the next over FADE_MS: the old one goes, then the
// new one comes, over a ground that stays. Care is there at once.
#include "frame/sleep.h"
#include "screens/enlarge.h"
#include "screens/program_inside.h"
#include "screens/writing.h"

enum { FADE_MS = 450, RISE_MS = 900, PLAYER_TICK_MS = 250 };
static const float gone_at = 0.4f; // of the fade: the old one has gone

static int64_t fade_ms(const struct program *p)
{
    if (p->screen == SCREEN_CARE || p->before == SCREEN_CARE ||
        p->screen == SCREEN_PLAYER) {
        return 0; // in need at once; the player has its own
    }
    return p->screen == SCREEN_REFLECTION && p->before == SCREEN_PLAYER
               ? RISE_MS
               : FADE_MS;
}

bool program_mirrors(const struct program *p, enum screen screen)
{
    const struct tongue *t = p->options.ruler->tongue;
    bool pages = screen != SCREEN_PLAYER || // of which these are words alone
                 p->player.stage == PLAYER_CAUTIONS || p->writing;
    return t && t->right_to_left && pages && screen != SCREEN_GROUND;
}

static void draw_as_is(const struct program *p, enum screen screen,
                       const struct page *pg, struct instant at)
{
    switch (screen) {
    case SCREEN_TODAY:
        today_draw(&p->today, p->facts, pg);
        break;
    case SCREEN_SESSIONS:
        sessions_draw(&p->sessions, p->facts, pg);
        break;
    case SCREEN_PLAYER:
        if (p->writing) {
            program_draw_writing(p, pg);
        } else {
            player_draw(&p->player, pg->sc, at, pg->ruler);
        }
        break;
    case SCREEN_REFLECTION:
        program_draw_pages(p, pg);
        break;
    case SCREEN_CARE:
        care_draw(&p->care, p->facts, pg);
        break;
    case SCREEN_GROUND:
        ground_screen_draw(&p->ground, pg, at.now_ms);
        break;
    case SCREEN_NOTICE:
        notice_draw(&p->notice, pg);
        break;
    case SCREEN_SETTINGS:
        settings_screen_draw(&p->settings, p->facts, pg);
        break;
    case SCREEN_CALENDAR:
        calendar_screen_draw(&p->calendar, p->facts, pg);
        break;
    case SCREEN_PLAN:
        plan_screen_draw(&p->plan, p->facts, pg);
        break;
    case SCREEN_SETUP:
        setup_draw(&p->setup, p->facts, pg);
        break;
    case SCREEN_WELCOME:
        welcome_draw(&p->welcome, p->facts, pg);
        break;
    case SCREEN_INSIGHT:
        insight_screen_draw(&p->insight, p->facts, pg);
        break;
    case SCREEN_JOURNAL:
        journal_screen_draw(&p->journal, p->facts, pg, at.now_ms);
        break;
    case SCREEN_CAUTIONS:
        cautions_page_draw(&p->cautions, p->facts, pg);
        break;
    case SCREEN_COUNT:
        break;
    }
}

// Puts what was drawn from the first shape on where this window has it.
static void settle(const struct program *p, enum screen screen,
                   const struct page *pg, size_t first)
{
    struct reflow reflow = program_reflow(p, screen);
    const float smallest = 0.0165f; // type of any page
    bool grows = pg->ruler->least * reflow.scale > smallest;
    if (grows && (screen != SCREEN_PLAYER || p->writing)) {
        page_enlarge(pg, first, &reflow);
    }
    reflow_scene(&reflow, pg->sc, first);
}

static void draw_screen(struct program *p, enum screen screen,
                        const struct page *pg, struct instant at)
{
    size_t first = pg->sc->count;
    draw_as_is(p, screen, pg, at);
    if (screen == p->screen) {
        program_back_draw(p, pg);
    }
    struct reflow reflow = program_reflow(p, screen);
    if (reflow.grows) {
        program_view_draw(p, screen, pg, first, &reflow);
    } else {
        settle(p, screen, pg, first);
    }
    if (program_mirrors(p, screen)) {
        scene_mirror(pg->sc, 0, STAGE_WIDTH / 2);
    }
}

void program_draw_light(const struct program *p, struct scene *sc)
{
    struct page pg = {sc, p->options.ruler};
    size_t first = sc->count;
    today_light(&pg);
    settle(p, SCREEN_TODAY, &pg, first);
    if (program_mirrors(p, SCREEN_TODAY)) {
        scene_mirror(sc, 0, STAGE_WIDTH / 2);
    }
}

// The screen, or two of which one gives way to the other.
static void draw_screens(struct program *p, const struct page *pg,
                         struct instant at)
{
    int64_t whole_ms = fade_ms(p);
    int64_t gone_ms = at.now_ms - p->changed_ms;
    if (gone_ms >= whole_ms) {
        draw_screen(p, p->screen, pg, at);
        return;
    }
    float u = (float)gone_ms / (float)whole_ms;
    bool old = u < gone_at;
    float alpha = old ? 1 - u / gone_at : (u - gone_at) / (1 - gone_at);
    alpha = alpha * alpha * (3 - 2 * alpha);
    draw_screen(p, old ? p->before : p->screen, pg, at);
    struct scene *sc = pg->sc;
    for (size_t i = 0; i < sc->count; i++) {
        struct shape *s = &sc->shapes[i];
        if (s->kind != SHAPE_GROUND) {
            s->alpha *= alpha;
        } else {
            scene_ground_back(s, alpha);
        }
    }
}

void program_draw(struct program *p, struct scene *sc, struct instant at)
{
    struct page pg = {sc, p->options.ruler};
    if (p->hidden) {
        program_hidden_draw(p, sc, at.now_ms);
        return;
    }
    draw_screens(p, &pg, at);
    if (program_scans(p)) {
        program_scan_draw(p, &pg);
    }
}

int64_t program_due(const struct program *p, struct instant at)
{
    bool breathes = p->hidden && !program_still(p);
    if (breathes || at.now_ms - p->changed_ms < fade_ms(p)) {
        return 0;
    }
    int64_t due_ms = INT64_MAX;
    if (p->screen == SCREEN_PLAYER) {
        due_ms = player_due(&p->player, at);
        bool runs = p->player.stage == PLAYER_PLAYING && !p->player.paused;
        if (runs && due_ms > PLAYER_TICK_MS) {
            due_ms = PLAYER_TICK_MS;
        }
    }
    if (p->screen == SCREEN_GROUND) {
        due_ms = 0;
    }
    if (p->screen == SCREEN_JOURNAL) {
        due_ms = journal_screen_due(&p->journal, p->facts, at.now_ms);
    }
    if (p->reflecting || p->writing) {
        int64_t draft_ms = program_pages_due(p, at);
        due_ms = draft_ms < due_ms ? draft_ms : due_ms;
    }
    if (program_scans(p) || p->scan.down) {
        int64_t scan_ms = program_scan_due(p, at.now_ms);
        due_ms = scan_ms < due_ms ? scan_ms : due_ms;
    }
    return due_ms;
}

int program_dim_percent(const struct program *p, int64_t session_ms)
{
    enum { LEAST = 35 };
    const struct player *player = &p->player;
    bool here = p->screen == SCREEN_PLAYER || p->screen == SCREEN_REFLECTION;
    if (!here || !player->tl || player->session->effect != EFFECT_SLEEP) {
        return 100;
    }
    float left = sleep_left(player->tl->length_ms, session_ms);
    return LEAST + (int)((100 - LEAST) * left + 0.5f);
}
