// SPDX-License-Identifier: MIT
// A screen answers an input with a wish; this file grants it. Screens that lie
// over another (Care, Ground, Notice) remember which, so that Esc leads back
// exactly there; the one below stands still meanwhile.
#include "screens/program_inside.h"

void program_init(struct program *p, const struct program_options *options)
{
    *p = (struct program){.options = *options, .changed_ms = INT64_MIN / 2};
    reflection_init(&p->reflection, options->ruler);
    reflection_init(&p->partner, options->ruler);
    plan_screen_init(&p->plan, options->ruler);
    journal_screen_init(&p->journal, options->ruler);
}

void program_finish(struct program *p)
{
    reflection_finish(&p->reflection);
    reflection_finish(&p->partner);
    cautions_page_finish(&p->cautions);
    notice_finish(&p->notice);
    calendar_screen_finish(&p->calendar);
    plan_screen_finish(&p->plan);
    journal_screen_finish(&p->journal);
    sessions_finish(&p->sessions);
    settings_screen_finish(&p->settings);
    setup_finish(&p->setup);
    arena_finish(&p->mem);
}

void program_facts(struct program *p, const struct facts *f)
{
    p->facts = f;
    today_facts(&p->today, f);
    sessions_facts(&p->sessions, f, today_kind(&p->today));
    calendar_screen_facts(&p->calendar, f);
    journal_screen_facts(&p->journal, f);
    if (p->setup.all && !setup_facts(&p->setup, f)) {
        setup_finish(&p->setup);
        p->screen = p->screen == SCREEN_SETUP ? SCREEN_TODAY : p->screen;
    }
}

static void ask_for(struct requests *ask, enum request_kind kind, int value)
{
    request_add(ask, (struct request){.kind = kind, .value = value});
}

void program_go(struct program *p, enum screen screen, struct instant at)
{
    if (screen == p->screen) {
        return;
    }
    if (p->screen == SCREEN_TODAY) {
        p->today.kept = false;
    }
    p->before = p->screen;
    p->screen = screen;
    p->changed_ms = at.now_ms;
}

// Over the present screen, which Esc leads back to.
static void go_over(struct program *p, enum screen screen, struct instant at)
{
    if (p->screen != screen) {
        p->under[screen] = p->screen;
    }
    program_go(p, screen, at);
}

void program_go_care(struct program *p, struct instant at, struct requests *ask)
{
    // Not back into what led to Care by itself, or lies over it.
    enum screen under =
        p->screen == SCREEN_GROUND ? p->under[SCREEN_GROUND] : p->screen;
    if (under != SCREEN_CARE && under != SCREEN_CAUTIONS) {
        p->under[SCREEN_CARE] = under;
    }
    if (p->screen != SCREEN_GROUND && under != SCREEN_CAUTIONS) {
        program_aside(p, at, ask);
    }
    care_open(&p->care);
    program_go(p, SCREEN_CARE, at);
}

void program_go_home(struct program *p, struct instant at, struct requests *ask)
{
    if (p->options.play) {
        ask_for(ask, REQUEST_QUIT, 0);
    } else {
        program_go(p, SCREEN_TODAY, at);
    }
}

float program_text_scale(const struct program *p)
{
    return settings_text_scale(p->facts->settings->number[SETTING_TEXT_SIZE]);
}

static void take_settings(const struct program *p,
                          struct player_options *options)
{
    options->reduced_motion = program_still(p);
    options->text_scale = program_text_scale(p);
}

void program_settings_changed(struct program *p)
{
    take_settings(p, &p->player.options);
    sessions_settle(&p->sessions, p->facts);
}

// Of two, A first; empty: not known, or it is not for two.
static void name_both(struct program *p, const struct session *session)
{
    const struct settings *s = p->facts->settings;
    struct str names[] = {s->text[SETTING_OWN_NAME], s->text[SETTING_PARTNER]};
    for (int i = 0; i < 2; i++) {
        p->called[i] = (struct phrase){0};
        if (session->kind == KIND_PARTNER) {
            phrase_put(&p->called[i], p->screen == SCREEN_SETUP
                                          ? setup_name(&p->setup, i)
                                          : names[i]);
        }
    }
}

void program_opened(struct program *p, const struct opened *o,
                    struct instant at, struct requests *ask)
{
    struct reflected about = {.session = o->session,
                              .name = o->name,
                              .day = p->today.day,
                              .key = p->today.key,
                              .shared = o->session->kind == KIND_PARTNER,
                              .called =
                                  p->facts->settings->text[SETTING_OWN_NAME],
                              .hidden = program_asks_guess(p)};
    name_both(p, o->session);
    if (p->screen == SCREEN_SETUP) {
        about.mood_before = p->setup.mood;
        about.intention = buf_view(&p->setup.intention);
    }
    reflection_open(&p->reflection, &about);
    program_open_partner(p, o->session);
    p->reflecting = false;
    p->writing = false;
    p->page = 0;
    p->snapped_step = SIZE_MAX;
    arena_finish(&p->mem);
    struct player_options options = o->player;
    take_settings(p, &options);
    options.names[0] = phrase_view(&p->called[0]);
    options.names[1] = phrase_view(&p->called[1]);
    options.hud = (enum hud)p->facts->settings->number[SETTING_HUD];
    player_init(&p->player, o->session, o->timeline, &options, &p->mem);
    program_go(p, SCREEN_PLAYER, at);
    player_start(&p->player, at, ask);
}

void program_open_failed(struct program *p, struct str path,
                         const struct diag *mistakes, size_t count,
                         struct instant at)
{
    notice_open(&p->notice, path, mistakes, count);
    go_over(p, SCREEN_NOTICE, at);
}

static void show_mistakes(struct program *p, struct instant at)
{
    if (p->screen == SCREEN_JOURNAL) {
        const struct journal_facts *j = p->facts->journal;
        program_open_failed(p, j->path, j->notes, j->note_count, at);
        notice_entitle(&p->notice, STR(WORD("What could not be read")));
        return;
    }
    const struct practice *it =
        &p->facts->practices[sessions_chosen(&p->sessions)];
    program_open_failed(p, it->path, it->mistakes, it->mistake_count, at);
}

static void go_setup(struct program *p, struct instant at, struct requests *ask)
{
    if (p->screen == SCREEN_TODAY ? p->today.count > 0
                                  : p->sessions.count > 0) {
        size_t index = p->screen == SCREEN_TODAY
                           ? today_chosen(&p->today)
                           : sessions_chosen(&p->sessions);
        setup_open(&p->setup, p->facts, index);
        if (setup_types(&p->setup, p->facts)) {
            ask_for(ask, REQUEST_TYPING, 1);
        }
        go_over(p, SCREEN_SETUP, at);
    }
}

// Two say first what it is for, and who they are.
static void begin(struct program *p, struct instant at, struct requests *ask)
{
    size_t chosen = p->screen == SCREEN_TODAY ? today_chosen(&p->today)
                                              : sessions_chosen(&p->sessions);
    if (p->facts->practices[chosen].session->kind == KIND_PARTNER) {
        go_setup(p, at, ask);
    } else {
        ask_for(ask, REQUEST_OPEN, (int)chosen);
    }
}

static void go_insight(struct program *p, struct instant at,
                       struct requests *ask)
{
    insight_screen_open(&p->insight);
    ask_for(ask, REQUEST_INSIGHT, 0);
    program_go(p, SCREEN_INSIGHT, at);
}

void program_welcome(struct program *p, bool first_run)
{
    if (first_run || welcome_care_changed(p->facts->settings)) {
        welcome_open(&p->welcome, first_run ? WELCOME_LIGHT : WELCOME_CARE);
        p->screen = SCREEN_WELCOME;
    }
}

// Those that Today leads to: Esc leads back to it.
static bool is_of_menu(enum screen s)
{
    return s == SCREEN_SESSIONS || s == SCREEN_SETTINGS ||
           s == SCREEN_CALENDAR || s == SCREEN_INSIGHT || s == SCREEN_JOURNAL;
}

static void leave(struct program *p, struct instant at, struct requests *ask)
{
    if (p->screen == SCREEN_TODAY ||
        (p->screen == SCREEN_NOTICE && p->options.play)) {
        ask_for(ask, REQUEST_QUIT, 0);
    } else if (is_of_menu(p->screen)) {
        program_go(p, SCREEN_TODAY, at);
    } else {
        program_go_back(p, at, ask);
    }
}

void program_grant(struct program *p, enum wish wish, struct instant at,
                   struct requests *ask)
{
    switch (wish) {
    case WISH_NOTHING:
        break;
    case WISH_BACK:
        leave(p, at, ask);
        break;
    case WISH_GROUND:
        program_go_ground(p, at, ask);
        break;
    case WISH_TODAY:
        program_go(p, SCREEN_TODAY, at);
        break;
    case WISH_SESSIONS:
        program_go(p, SCREEN_SESSIONS, at);
        break;
    case WISH_CALENDAR:
    case WISH_PLAN:
    case WISH_SUPPORT:
        program_go_calendar(p, wish, at, ask);
        break;
    case WISH_CARE:
        program_go_care(p, at, ask);
        break;
    case WISH_CAUTIONS:
        go_over(p, SCREEN_CAUTIONS, at);
        break;
    case WISH_SETTINGS:
        settings_screen_open(&p->settings);
        program_go(p, SCREEN_SETTINGS, at);
        break;
    case WISH_SETUP:
        go_setup(p, at, ask);
        break;
    case WISH_INSIGHT:
        go_insight(p, at, ask);
        break;
    case WISH_JOURNAL:
    case WISH_AMEND:
        program_go_journal(p, wish, at, ask);
        break;
    case WISH_NOTICE:
        show_mistakes(p, at);
        break;
    case WISH_CHECKIN:
    case WISH_RESUME:
    case WISH_LATER:
        program_grant_writing(p, wish, at, ask);
        break;
    case WISH_BEGIN:
        begin(p, at, ask);
        break;
    }
}

void program_reflect(struct program *p, struct instant at, struct requests *ask)
{
    if (p->player.cursor_hidden) {
        ask_for(ask, REQUEST_CURSOR, 1);
    }
    struct player_report report = player_report(&p->player);
    bool nothing_done = report.left && report.done_ms == 0;
    if (p->options.no_journal || nothing_done) {
        if (p->reflection.asked) {
            ask_for(ask, REQUEST_DISCARD, 0);
        }
        if (p->reflection.about.shared && p->partner.asked) {
            ask_for(ask, REQUEST_DISCARD, 1);
        }
        ask_for(ask, REQUEST_TYPING, 0);
        program_go_home(p, at, ask);
        return;
    }
    reflection_begin(&p->reflection, &report, at, ask);
    if (p->reflection.about.shared) {
        reflection_begin(&p->partner, &report, at, ask);
    }
    p->reflecting = true;
    p->page = 0;
    p->kept = false;
    program_set_pages(p);
    program_type(p, ask);
    program_go(p, SCREEN_REFLECTION, at);
}

// Takes the player's wishes out of what it asked for from first on.
void program_take_wishes(struct program *p, size_t first, struct instant at,
                         struct requests *ask)
{
    size_t kept = first;
    enum request_kind wish = REQUEST_NONE;
    for (size_t i = first; i < ask->count; i++) {
        enum request_kind kind = ask->items[i].kind;
        if (kind == REQUEST_CARE || kind == REQUEST_GROUND) {
            wish = kind;
        } else {
            ask->items[kept++] = ask->items[i];
        }
    }
    ask->count = kept;
    if (wish == REQUEST_CARE) {
        program_go_care(p, at, ask);
    } else if (wish == REQUEST_GROUND) {
        program_go_ground(p, at, ask);
    }
}

void program_tick(struct program *p, struct instant at, struct requests *ask)
{
    if (p->screen == SCREEN_PLAYER) {
        size_t first = ask->count;
        player_tick(&p->player, at, ask);
        program_take_wishes(p, first, at, ask);
        program_follow_writing(p, ask);
        if (p->player.stage == PLAYER_DONE) {
            program_reflect(p, at, ask);
        } else {
            program_snapshot(p, at, ask);
        }
    }
    program_tick_pages(p, at, ask);
    if (p->screen == SCREEN_JOURNAL) {
        journal_screen_tick(&p->journal, p->facts);
    }
    if (p->screen == SCREEN_GROUND && ground_over(&p->ground, at.now_ms)) {
        program_go_care(p, at, ask);
    }
    program_scan_tick(p, at, ask);
    program_speak(p, ask);
}

void program_remeasure(struct program *p)
{
    float growth = ruler_growth(p->options.ruler);
    p->reflection.scale = growth;
    p->partner.scale = growth;
    plan_screen_remeasure(&p->plan, growth);
    reflection_remeasure(&p->reflection);
    reflection_remeasure(&p->partner);
    if (p->reflecting || p->writing) {
        program_set_pages(p);
    }
    journal_screen_remeasure(&p->journal, p->facts);
}

int64_t program_gate_ms(const struct program *p)
{
    return p->player.tl ? player_gate_ms(&p->player) : INT64_MAX;
}
