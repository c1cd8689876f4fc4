// SPDX-License-Identifier: MIT
// When the next frame can differ from this one, so that the loop may sleep: a
// sit costs next to nothing.
#include "frame/caption.h"
#include "screens/player_inside.h"

static int64_t sooner(int64_t a_ms, int64_t b_ms)
{
    int64_t ms = a_ms < b_ms ? a_ms : b_ms;
    return ms > 0 ? ms : 0;
}

static int64_t fade_due(const struct fade *f, int64_t now_ms)
{
    return now_ms < f->since_ms + f->over_ms ? 0 : INT64_MAX;
}

// What the person's own doing moves.
static int64_t touched_due(const struct player *p, int64_t now_ms)
{
    int64_t due_ms = fade_due(&p->veil, now_ms);
    for (int i = 0; i < PACER_COUNT; i++) {
        due_ms = sooner(due_ms, fade_due(&p->shows[i], now_ms));
    }
    due_ms = sooner(due_ms, fade_due(&p->chrome, now_ms));
    due_ms = sooner(due_ms, fade_due(&p->keys, now_ms));
    if (now_ms < p->began_ms + PLAYER_FROM_BLACK_MS) {
        return 0;
    }
    if (p->toast.len > 0 && now_ms < p->toast_ms + TOAST_MS + TOAST_OUT_MS) {
        due_ms = sooner(due_ms, p->toast_ms + TOAST_MS - now_ms);
    }
    if (!p->cursor_hidden) {
        due_ms = sooner(due_ms, p->touched_ms + PLAYER_IDLE_MS - now_ms);
    }
    return due_ms;
}

// The next whole second of the row, for its count, and its word's fades.
static int64_t caption_due(const struct row *r, int64_t t_ms)
{
    int64_t gone_ms = t_ms - r->start_ms;
    int64_t left_ms = r->end_ms - t_ms;
    if (gone_ms < CAPTION_FADE_MS - CAPTION_LEAD_MS ||
        left_ms <= CAPTION_LEAD_MS) {
        return 0;
    }
    // Which the cards of a turn need as well, that say how much is left.
    int64_t second_ms = 1000 - gone_ms % 1000;
    if (r->verb == VERB_SETTLE) { // counts what is left
        second_ms = left_ms % 1000 > 0 ? left_ms % 1000 : 1000;
    }
    return sooner(second_ms, left_ms - CAPTION_LEAD_MS);
}

static int64_t playing_due(const struct player *p, struct instant at)
{
    if (p->holding) {
        return at.now_ms < p->hold_ms + GUIDANCE_IN_MS ? 0 : INT64_MAX;
    }
    struct moment m = timeline_at(p->tl, at.session_ms);
    struct pacer_options o = {.pacer = player_pacer(p, at.session_ms),
                              .reduced_motion = p->options.reduced_motion};
    if (player_crossing(p, o.pacer, &m).is) {
        return 0;
    }
    int64_t due_ms = pacer_due(p->tl, &m, &o);
    due_ms = sooner(due_ms, caption_due(&p->tl->rows[m.row], m.t_ms));
    return sooner(due_ms, guidance_due(&p->guidance, m.t_ms));
}

static int64_t landing_due(const struct player *p, int64_t now_ms)
{
    int64_t gone_ms = now_ms - p->stage_ms;
    if (gone_ms < LANDING_SINK_MS) {
        return 0;
    }
    return sooner(INT64_MAX, LANDING_SINK_MS + LANDING_STAY_MS - gone_ms);
}

int64_t player_due(const struct player *p, struct instant at)
{
    if (p->stage == PLAYER_CAUTIONS || p->stage == PLAYER_DONE) {
        return INT64_MAX;
    }
    int64_t due_ms = touched_due(p, at.now_ms);
    if (p->stage == PLAYER_PLAYING && !p->paused) {
        due_ms = sooner(due_ms, playing_due(p, at));
    } else if (p->stage == PLAYER_LANDING) {
        due_ms = sooner(due_ms, landing_due(p, at.now_ms));
    }
    return due_ms;
}
