// SPDX-License-Identifier: MIT
#include "frame/caption.h"

#include <assert.h>

static const char *const phase_words[] = {
    [PHASE_NONE] = "",           [PHASE_IN] = "Breathe in",
    [PHASE_TOP] = "Sip in",      [PHASE_HOLD_FULL] = "Hold",
    [PHASE_OUT] = "Breathe out", [PHASE_HOLD_EMPTY] = "Hold",
    [PHASE_REST] = "Rest",
};
static_assert(sizeof(phase_words) / sizeof(phase_words[0]) == PHASE_COUNT,
              "a word for each phase");

static const enum arrow phase_arrows[] = {
    [PHASE_NONE] = ARROW_NONE, [PHASE_IN] = ARROW_UP,
    [PHASE_TOP] = ARROW_UP,    [PHASE_HOLD_FULL] = ARROW_BAR,
    [PHASE_OUT] = ARROW_DOWN,  [PHASE_HOLD_EMPTY] = ARROW_BAR,
    [PHASE_REST] = ARROW_NONE,
};
static_assert(sizeof(phase_arrows) / sizeof(phase_arrows[0]) == PHASE_COUNT,
              "an arrow for each phase");

// Empty: the phase's word, the place or the turn.
static const char *const verb_words[] = {
    [VERB_SETTLE] = "Settle in",
    [VERB_BREATHE] = "",
    [VERB_RETAIN] = "Hold",
    [VERB_SIT] = "Sit",
    [VERB_MOVE] = "Move",
    [VERB_SQUEEZE] = "Squeeze",
    [VERB_RELEASE] = "Let go",
    [VERB_SCAN] = "",
    [VERB_TURN] = "",
    [VERB_REST] = "Rest",
    [VERB_WRITE] = "Write",
    [VERB_WAIT] = "Ready?",
};
static_assert(sizeof(verb_words) / sizeof(verb_words[0]) == VERB_COUNT,
              "a word for each verb");

static void put_place(struct phrase *l, struct str place)
{
    size_t start = l->len;
    phrase_put(l, str_equal(place, STR("whole")) ? STR("whole body") : place);
    if (l->len > start && l->at[start] >= 'a' && l->at[start] <= 'z') {
        l->at[start] = (char)(l->at[start] - 'a' + 'A');
    }
}

struct phrase caption_word(const struct row *r)
{
    struct phrase l = {0};
    if (r->verb == VERB_BREATHE) {
        phrase_put(&l, str_from(phase_words[r->phase]));
    } else if (r->verb == VERB_SCAN) {
        put_place(&l, r->place);
    } else if (r->verb == VERB_TURN && str_equal(r->place, STR("both"))) {
        phrase_put(&l, STR("Both of you"));
    } else if (r->verb == VERB_TURN) {
        phrase_put(&l, r->place);
        phrase_put(&l, STR("\xe2\x80\x99s turn"));
    } else {
        phrase_put(&l, str_from(verb_words[r->verb]));
    }
    return l;
}

static struct phrase ways_of(const struct row *r)
{
    static const struct {
        enum way way;
        const char *words;
    } ways[] = {
        {WAY_LEFT, "left nostril"},
        {WAY_RIGHT, "right nostril"},
        {WAY_NOSE, "nose"},
        {WAY_MOUTH, "mouth"},
        {WAY_LIPS, "pursed lips"},
        {WAY_HUM, "hum"},
        {WAY_VOO, "voo"},
        {WAY_SIGH, "sigh"},
        {WAY_THROAT, "soft throat"},
        {WAY_BELLY, "belly"},
        {WAY_RIBS, "ribs"},
        {WAY_CHEST, "chest"},
    };
    struct phrase l = {0};
    if (r->verb == VERB_SQUEEZE || r->verb == VERB_RELEASE) {
        phrase_put(&l, str_equal(r->place, STR("whole")) ? STR("whole body")
                                                         : r->place);
        return l;
    }
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
        if (!(r->ways & (unsigned)ways[i].way)) {
            continue;
        }
        if (l.len > 0) {
            phrase_put(&l, STR(" \xc2\xb7 "));
        }
        phrase_put(&l, str_from(ways[i].words));
    }
    return l;
}

// Seconds count up from one towards the end of a phase, so that the last
// number shown is its length; a hold until the tap has no end to count to.
static struct phrase count_of(const struct row *r, int64_t t_ms)
{
    struct phrase l = {0};
    int64_t gone_ms = t_ms - r->start_ms;
    int64_t length_ms = r->end_ms - r->start_ms;
    if (r->verb == VERB_SETTLE) {
        int64_t left_s = (length_ms - gone_ms + 999) / 1000;
        if (left_s > 60) {
            phrase_clock(&l, left_s);
        } else {
            phrase_number(&l, left_s);
        }
    } else if (r->verb == VERB_RETAIN && r->until_tap) {
        if (gone_ms >= 60000) {
            phrase_clock(&l, gone_ms / 1000);
        } else {
            phrase_number(&l, gone_ms / 1000);
        }
    } else if ((r->verb == VERB_BREATHE || r->verb == VERB_RETAIN ||
                r->verb == VERB_SQUEEZE) &&
               length_ms >= 1500) {
        int64_t last = length_ms / 1000;
        int64_t count = gone_ms / 1000 + 1;
        phrase_number(&l, count < last ? count : last);
    }
    return l;
}

static enum arrow arrow_of(const struct row *r)
{
    if (r->verb == VERB_RETAIN) {
        return ARROW_BAR;
    }
    return r->verb == VERB_BREATHE ? phase_arrows[r->phase] : ARROW_NONE;
}

// How far the word of the row that starts at start_ms has come in.
static float arrived(int64_t t_ms, int64_t start_ms)
{
    float u = (float)(t_ms - start_ms + CAPTION_LEAD_MS) / CAPTION_FADE_MS;
    return u < 0 ? 0 : u > 1 ? 1 : u;
}

void caption_at(struct caption *out, const struct timeline *tl,
                const struct moment *m, bool settled)
{
    const struct row *r = &tl->rows[m->row];
    *out = (struct caption){.word = caption_word(r), .alpha = 1};
    out->ways = ways_of(r);
    out->count = count_of(r, m->t_ms);
    out->arrow = arrow_of(r);
    if (settled || r->start_ms == r->end_ms) {
        return;
    }
    bool early = 2 * m->t_ms < r->start_ms + r->end_ms;
    size_t side = early ? m->row - 1 : m->row + 1;
    if (side >= tl->row_count) {
        return;
    }
    int64_t edge_ms = early ? r->start_ms : r->end_ms;
    float in = arrived(m->t_ms, edge_ms);
    out->alpha = early ? in : 1 - in;
    out->other_alpha = 1 - out->alpha;
    out->other = caption_word(&tl->rows[side]);
    if (str_equal(phrase_view(&out->word), phrase_view(&out->other))) {
        out->alpha = 1;
        out->other_alpha = 0;
    }
}

struct phrase caption_pattern(const struct timeline *tl, size_t row)
{
    struct phrase none = {0};
    const struct row *r = &tl->rows[row];
    if (r->verb != VERB_BREATHE) {
        return none;
    }
    size_t first = row;
    while (first > 0 && tl->rows[first - 1].step == r->step &&
           tl->rows[first - 1].breath == r->breath) {
        first--;
    }
    static const enum phase order[] = {PHASE_IN, PHASE_HOLD_FULL, PHASE_OUT,
                                       PHASE_HOLD_EMPTY};
    const struct row *part[4] = {0};
    size_t place = 0;
    size_t count = 0;
    for (size_t i = first; i < tl->row_count && tl->rows[i].step == r->step &&
                           tl->rows[i].breath == r->breath;
         i++, count++, place++) {
        place += place == 1 && tl->rows[i].phase == PHASE_OUT;
        if (place >= 4 || tl->rows[i].phase != order[place]) {
            return none;
        }
        part[count] = &tl->rows[i];
    }
    if (count == 3 && part[1]->phase == PHASE_OUT) {
        return none; // 4-0-4-4 would read as 4-4-4
    }
    struct phrase l = {0};
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            phrase_put(&l, count == 2 ? STR(" in, ") : STR("-"));
        }
        phrase_seconds(&l, part[i]->end_ms - part[i]->start_ms);
    }
    if (count == 2) {
        phrase_put(&l, STR(" out"));
    }
    return l;
}

void arrow_draw(struct scene *sc, enum arrow arrow, const struct shape *at)
{
    float half = at->size / 2;
    struct shape line = *at;
    line.kind = SHAPE_LINE;
    line.width = at->size / 11;
    if (arrow == ARROW_NONE) {
        return;
    }
    if (arrow == ARROW_BAR) {
        line.x = at->x - half * 0.8f;
        line.w = at->x + half * 0.8f;
        line.h = at->y;
        scene_add(sc, line);
        return;
    }
    float tip = arrow == ARROW_UP ? at->y - half : at->y + half;
    float tail = arrow == ARROW_UP ? at->y + half : at->y - half;
    float wing = arrow == ARROW_UP ? tip + half * 0.8f : tip - half * 0.8f;
    line.x = at->x;
    line.y = tail;
    line.w = at->x;
    line.h = tip;
    scene_add(sc, line);
    line.y = tip;
    line.h = wing;
    line.w = at->x - half * 0.8f;
    scene_add(sc, line);
    line.w = at->x + half * 0.8f;
    scene_add(sc, line);
}
