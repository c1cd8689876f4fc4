// SPDX-License-Identifier: MIT
// What the player does. Session time is told with each call; where it must
// stand (open waits) or go elsewhere (steps, taps) the player asks, and takes
// it as done: p->session_ms is the truth that the next call goes on from. Time
// never runs backwards but by such a request, so a late clock is ignored.
#include "screens/player.h"

#include "screens/player_inside.h"

static struct request ask_ms(enum request_kind kind, int64_t ms)
{
    return (struct request){.kind = kind, .ms = ms};
}

static size_t gate_from(const struct timeline *tl, size_t row)
{
    while (row < tl->row_count && !row_waits(&tl->rows[row])) {
        row++;
    }
    return row;
}

// What is made of the timeline once. The holds of an earlier state of it stay,
// as rows that are no more.
static void take_timeline(struct player *p, struct arena *mem)
{
    const struct timeline *tl = p->tl;
    guidance_build(&p->guidance, tl, mem);
    sections_build(&p->sections, tl, mem);
    size_t holds = p->hold_count;
    for (size_t i = 0; i < tl->row_count; i++) {
        holds += tl->rows[i].verb == VERB_RETAIN && tl->rows[i].until_tap;
    }
    struct held *items = ARENA_ARRAY(mem, struct held, holds);
    for (size_t i = 0; i < p->hold_count; i++) {
        items[i] = (struct held){SIZE_MAX, p->holds[i].seconds};
    }
    p->holds = items;
}

static void place_at(struct player *p, int64_t session_ms)
{
    const struct timeline *tl = p->tl;
    p->session_ms = session_ms < tl->length_ms ? session_ms : tl->length_ms;
    p->gate = gate_from(tl, 0);
    while (p->gate < tl->row_count &&
           tl->rows[p->gate].start_ms < p->session_ms) {
        p->gate = gate_from(tl, p->gate + 1);
    }
}

void player_init(struct player *p, const struct session *session,
                 const struct timeline *tl,
                 const struct player_options *options, struct arena *mem)
{
    *p = (struct player){.session = session, .tl = tl, .options = *options};
    if (p->options.dim_percent == 0) {
        p->options.dim_percent = 100;
    }
    if (!(p->options.text_scale > 0)) {
        p->options.text_scale = 1;
    }
    take_timeline(p, mem);
    place_at(p, p->options.from_ms);
}

// At the new place; held: time stood still at the old one.
static void ask_hold(const struct player *p, bool held, struct requests *ask)
{
    if (p->holding && !p->paused) {
        request_add(ask, ask_ms(REQUEST_HOLD, p->session_ms));
    } else if (held && !p->paused) {
        request_add(ask, ask_ms(REQUEST_RESUME, p->session_ms));
    }
}

void player_reload(struct player *p, const struct session *session,
                   const struct timeline *tl, struct arena *mem,
                   struct requests *ask)
{
    bool held = p->holding;
    p->session = session;
    p->tl = tl;
    take_timeline(p, mem);
    place_at(p, p->session_ms);
    p->holding = held && player_gate_ms(p) == p->session_ms;
    ask_hold(p, held, ask);
}

int64_t player_gate_ms(const struct player *p)
{
    return p->gate < p->tl->row_count ? p->tl->rows[p->gate].start_ms
                                      : INT64_MAX;
}

// The current row: the open wait that is stood on, else by time.
static size_t row_now(const struct player *p)
{
    return p->holding ? p->gate : timeline_at(p->tl, p->session_ms).row;
}

void player_touch(struct player *p, int64_t now_ms, struct requests *ask)
{
    p->touched_ms = now_ms;
    fade_to(&p->chrome, 1, p->options.reduced_motion ? 400 : 180, now_ms);
    if (p->cursor_hidden) {
        p->cursor_hidden = false;
        request_add(ask, (struct request){.kind = REQUEST_CURSOR, .value = 1});
    }
}

void player_begin(struct player *p, struct instant at, struct requests *ask)
{
    p->stage = PLAYER_PLAYING;
    p->began_ms = at.now_ms;
    player_touch(p, at.now_ms, ask);
    request_add(ask, ask_ms(REQUEST_PLAY, p->session_ms));
}

void player_start(struct player *p, struct instant at, struct requests *ask)
{
    p->stage_ms = at.now_ms;
    p->touched_ms = at.now_ms;
    if (p->session->classes == CLASS_GENTLE) {
        player_begin(p, at, ask);
    }
}

void player_pause(struct player *p, struct instant at, struct requests *ask)
{
    if (p->stage != PLAYER_PLAYING || p->paused) {
        return;
    }
    p->paused = true;
    p->stalled = p->unplugged = false;
    fade_to(&p->veil, 1, VEIL_MS, at.now_ms);
    request_add(ask, ask_ms(REQUEST_PAUSE, p->session_ms));
}

void player_aside(struct player *p, struct instant at, struct requests *ask)
{
    player_advance(p, at.session_ms);
    player_touch(p, at.now_ms, ask);
    player_pause(p, at, ask);
}

void player_return(struct player *p, int64_t away_ms)
{
    p->stage_ms += away_ms;
    p->hold_ms += away_ms;
    p->touched_ms += away_ms;
}

static void resume(struct player *p, struct instant at, struct requests *ask)
{
    p->paused = false;
    fade_to(&p->veil, 0, VEIL_MS, at.now_ms);
    request_add(
        ask, ask_ms(p->holding ? REQUEST_HOLD : REQUEST_RESUME, p->session_ms));
}

void player_land(struct player *p, struct instant at, struct requests *ask)
{
    struct moment m = player_moment(p, p->session_ms);
    if (p->stage == PLAYER_OVERTIME) {
        p->over_ms = p->asking ? p->over_ms : at.now_ms - p->stage_ms;
        p->asking = false;
        p->sat_on = true;
    } else {
        p->sunk_from = pacer_level(p->tl, &m);
        request_add(ask, ask_ms(REQUEST_FINISH, p->session_ms));
    }
    request_add(ask, (struct request){.kind = REQUEST_TYPING, .value = 1});
    p->stage = PLAYER_LANDING;
    p->stage_ms = at.now_ms;
    p->paused = false;
    fade_to(&p->veil, 0, VEIL_MS, at.now_ms);
}

static void record_hold(struct player *p, size_t row, int64_t held_ms)
{
    const struct row *r = &p->tl->rows[row];
    if (r->verb != VERB_RETAIN || !r->until_tap) {
        return;
    }
    size_t i = 0;
    while (i < p->hold_count && p->holds[i].row != row) {
        i++;
    }
    p->hold_count += i == p->hold_count; // gone through again: the last counts
    p->holds[i] = (struct held){row, (int)((held_ms + 500) / 1000)};
}

static void go_to(struct player *p, enum request_kind kind, size_t row,
                  struct instant at, struct requests *ask)
{
    const struct timeline *tl = p->tl;
    bool held = p->holding;
    p->session_ms =
        row < tl->row_count ? tl->rows[row].start_ms : tl->length_ms;
    p->gate = gate_from(tl, row);
    p->holding = player_gate_ms(p) == p->session_ms;
    p->hold_ms = at.now_ms;
    request_add(ask, (struct request){
                         .kind = kind, .value = (int)row, .ms = p->session_ms});
    ask_hold(p, held, ask);
}

// Rows share a step: to the first row of the next or of the one before.
void player_step(struct player *p, int way, struct instant at,
                 struct requests *ask)
{
    const struct row *rows = p->tl->rows;
    size_t row = row_now(p);
    size_t step = rows[row].step;
    if (way > 0) {
        while (row < p->tl->row_count && rows[row].step == step) {
            row++;
        }
        go_to(p, REQUEST_SEEK, row, at, ask);
        return;
    }
    while (row > 0 && rows[row - 1].step == step) {
        row--;
    }
    if (p->session_ms - rows[row].start_ms <= PLAYER_BACK_MS && row > 0) {
        row--;
        step = rows[row].step;
        while (row > 0 && rows[row - 1].step == step) {
            row--;
        }
    }
    go_to(p, REQUEST_SEEK, row, at, ask);
}

// The next of several waits at one moment has its own turn to stand.
static void pass_gate(struct player *p, struct instant at, struct requests *ask)
{
    p->gate = gate_from(p->tl, p->gate + 1);
    p->hold_ms = at.now_ms;
    p->holding = player_gate_ms(p) == p->session_ms;
    request_add(ask, ask_ms(REQUEST_RESUME, p->session_ms));
    if (p->holding) {
        request_add(ask, ask_ms(REQUEST_HOLD, p->session_ms));
    }
}

// Space: what it does depends on where one stands.
void player_tap(struct player *p, struct instant at, struct requests *ask)
{
    size_t row = row_now(p);
    const struct row *r = &p->tl->rows[row];
    if (p->paused) {
        resume(p, at, ask);
    } else if (p->holding) {
        pass_gate(p, at, ask);
    } else if (r->until_tap && p->session_ms < r->end_ms) {
        record_hold(p, row, p->session_ms - r->start_ms);
        go_to(p, REQUEST_TAP, row + 1, at, ask);
    } else if (r->verb == VERB_SETTLE) {
        player_step(p, 1, at, ask);
    } else {
        player_pause(p, at, ask);
    }
}

// Takes the time that was told: what lies between was played.
void player_advance(struct player *p, int64_t session_ms)
{
    int64_t until_ms = p->tl->length_ms;
    if (player_gate_ms(p) < until_ms) {
        until_ms = player_gate_ms(p);
    }
    session_ms = session_ms < until_ms ? session_ms : until_ms;
    if (p->stage != PLAYER_PLAYING || session_ms <= p->session_ms) {
        return;
    }
    size_t row = timeline_at(p->tl, p->session_ms).row;
    const struct row *r = &p->tl->rows[row];
    if (session_ms >= r->end_ms) {
        record_hold(p, row, r->end_ms - r->start_ms);
    }
    played_add(&p->played, p->session_ms, session_ms);
    p->session_ms = session_ms;
}

void player_tick(struct player *p, struct instant at, struct requests *ask)
{
    player_advance(p, at.session_ms);
    bool idle = at.now_ms - p->touched_ms >= PLAYER_IDLE_MS;
    if (idle && !p->cursor_hidden && p->stage != PLAYER_CAUTIONS) {
        p->cursor_hidden = true;
        fade_to(&p->chrome, 0, 600, at.now_ms);
        request_add(ask, (struct request){.kind = REQUEST_CURSOR});
    }
    if (p->stage == PLAYER_PLAYING && !p->paused && !p->holding) {
        if (p->session_ms >= player_gate_ms(p)) {
            p->holding = true;
            p->hold_ms = at.now_ms;
            request_add(ask, ask_ms(REQUEST_HOLD, p->session_ms));
        } else if (p->session_ms >= p->tl->length_ms) {
            player_land(p, at, ask);
        }
    }
    if (p->stage == PLAYER_LANDING &&
        at.now_ms - p->stage_ms >= LANDING_SINK_MS + LANDING_STAY_MS) {
        p->stage = PLAYER_DONE;
    }
}

struct moment player_moment(const struct player *p, int64_t session_ms)
{
    struct moment m = timeline_at(p->tl, session_ms);
    if (p->holding) {
        m.row = p->gate;
        m.progress = 0;
        m.left_ms = 0;
    }
    return m;
}

enum pacer player_pacer(const struct player *p, int64_t session_ms)
{
    return p->options.pacer_chosen ? p->options.pacer
                                   : timeline_pacer(p->tl, session_ms);
}

float player_shows(const struct player *p, enum pacer pacer, struct instant at)
{
    enum pacer now = player_pacer(p, at.session_ms);
    bool chosen = p->shows[now].to > 0;
    return chosen ? fade_at(&p->shows[pacer], at.now_ms) : pacer == now ? 1 : 0;
}

bool player_may_sit_on(const struct player *p)
{
    size_t last = p->tl->row_count;
    return p->stage == PLAYER_LANDING && !p->ended_early && !p->sat_on &&
           last > 0 && p->tl->rows[last - 1].verb == VERB_SIT;
}

bool player_writes(const struct player *p)
{
    return p->stage == PLAYER_PLAYING && !p->paused &&
           p->tl->rows[row_now(p)].verb == VERB_WRITE;
}

struct player_report player_report(const struct player *p)
{
    return (struct player_report){
        .planned_ms = p->tl->length_ms,
        .done_ms = played_ms(&p->played) + p->over_ms,
        .breaths = played_breaths(&p->played, p->tl),
        .holds = p->holds,
        .hold_count = p->hold_count,
        .ended_early = p->ended_early,
        .left = p->left,
    };
}
