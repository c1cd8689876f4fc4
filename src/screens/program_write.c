// SPDX-License-Identifier: MIT
// What is written besides the Reflection after a session: what was done while
// one plays, a check-in, words that were left behind, an entry that is changed.
#include "screens/program_inside.h"

void program_type(const struct program *p, struct requests *ask)
{
    struct area caret = editor_caret(&program_page_seen(p)->text);
    request_add(ask, (struct request){.kind = REQUEST_TYPING,
                                      .value = 1,
                                      .x = caret.x,
                                      .y = caret.y,
                                      .w = caret.w,
                                      .h = caret.h});
}

bool program_asks_guess(const struct program *p)
{
    return p->today.hidden && p->today.key.kind != DAY_NONE;
}

// A session that ends now ended early.
static struct player_report done_so_far(const struct program *p)
{
    struct player_report done = player_report(&p->player);
    done.ended_early |=
        p->player.stage == PLAYER_PLAYING && done.done_ms < done.planned_ms;
    return done;
}

void program_snapshot(struct program *p, struct instant at,
                      struct requests *ask)
{
    const struct player *player = &p->player;
    if (p->options.no_journal || player->stage == PLAYER_CAUTIONS ||
        player->stage == PLAYER_DONE) {
        return;
    }
    struct player_report done = done_so_far(p);
    size_t step =
        player->tl->rows[timeline_at(player->tl, at.session_ms).row].step;
    bool new_step = step != p->snapped_step;
    bool due = at.now_ms - p->snapped_ms >= PLAYED_SNAPSHOT_MS &&
               done.done_ms != p->snapped_done_ms;
    if (new_step || due) {
        p->snapped_step = step;
        p->snapped_ms = at.now_ms;
        p->snapped_done_ms = done.done_ms;
        reflection_snapshot(&p->reflection, &done, ask);
    }
}

void program_leave(struct program *p, struct requests *ask)
{
    bool plays = p->player.tl && !p->reflecting && p->reflection.asked &&
                 p->reflection.state == REFLECTION_WRITING;
    if (plays) {
        struct player_report done = done_so_far(p);
        reflection_snapshot(&p->reflection, &done, ask);
    }
    if (plays || p->reflecting) {
        reflection_leave(&p->reflection, ask);
    }
    if ((plays || p->reflecting) && p->reflection.about.shared) {
        reflection_leave(&p->partner, ask);
    }
    plan_screen_leave(&p->plan, ask);
}

// The questions of its session come with it, where the session is still there.
static struct reflected about_entry(const struct program *p,
                                    const struct entry *e)
{
    struct reflected about = {.name = e->session,
                              .title = facts_title(p->facts, e->session),
                              .day = e->day_date,
                              .key = {.kind = e->kind, .basis = e->basis},
                              .from = e};
    for (size_t i = 0; i < p->facts->practice_count; i++) {
        const struct practice *it = &p->facts->practices[i];
        if (e->session.len > 0 && str_equal(it->name, e->session)) {
            about.session = it->session;
        }
    }
    return about;
}

static void take_up(struct program *p, const struct reflected *about,
                    struct instant at, struct requests *ask)
{
    reflection_take_up(&p->reflection, about, at, ask);
    p->reflecting = true;
    p->page = 0;
    p->kept = false;
    p->under[SCREEN_REFLECTION] = p->screen;
    program_type(p, ask);
    program_go(p, SCREEN_REFLECTION, at);
}

void program_amend(struct program *p, const struct entry *e, struct instant at,
                   struct requests *ask)
{
    struct reflected about = about_entry(p, e);
    about.amends = true;
    take_up(p, &about, at, ask);
}

const struct entry *program_amended(const struct program *p)
{
    return p->reflection.about.amends ? p->reflection.about.from : NULL;
}

void program_resume(struct program *p, const struct entry *e, struct instant at,
                    struct requests *ask)
{
    struct reflected about = about_entry(p, e);
    take_up(p, &about, at, ask);
}

// Words stay a draft until another start; what has none is let go.
static void put_off(struct program *p, struct requests *ask)
{
    const struct entry *e = p->today.left;
    if (e && today_has_words(e)) {
        p->today.put_off++;
        today_facts(&p->today, p->facts);
    } else if (e) {
        request_add(ask, (struct request){.kind = REQUEST_LET_GO,
                                          .value = (int)p->today.put_off});
    }
}

void program_grant_writing(struct program *p, enum wish wish, struct instant at,
                           struct requests *ask)
{
    if (wish == WISH_LATER) {
        put_off(p, ask);
    } else if (wish == WISH_RESUME) {
        request_add(ask, (struct request){.kind = REQUEST_GO_ON,
                                          .value = (int)p->today.put_off});
    } else {
        struct reflected about = {.day = p->today.day,
                                  .key = p->today.key,
                                  .hidden = program_asks_guess(p)};
        take_up(p, &about, at, ask);
    }
}
