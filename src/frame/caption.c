// SPDX-License-Identifier: MIT
#include "frame/caption.h"

#include <assert.h>
#include <math.h>

static const char *const phase_words[] = {
    [PHASE_NONE] = "",
    [PHASE_IN] = WORD("Breathe in"),
    [PHASE_TOP] = WORD("Sip in"),
    [PHASE_HOLD_FULL] = WORD("Hold"),
    [PHASE_OUT] = WORD("Breathe out"),
    [PHASE_HOLD_EMPTY] = WORD("Hold"),
    [PHASE_REST] = WORD("Rest"),
};
static_assert(sizeof(phase_words) / sizeof(phase_words[0]) == PHASE_COUNT,
              "a word for each phase");

static const enum arrow phase_arrows[] = {
    [PHASE_NONE] = ARROW_NONE, [PHASE_IN] = ARROW_UP,
    [PHASE_TOP] = ARROW_UP,    [PHASE_HOLD_FULL] = ARROW_BAR_HIGH,
    [PHASE_OUT] = ARROW_DOWN,  [PHASE_HOLD_EMPTY] = ARROW_BAR_LOW,
    [PHASE_REST] = ARROW_NONE,
};
static_assert(sizeof(phase_arrows) / sizeof(phase_arrows[0]) == PHASE_COUNT,
              "an arrow for each phase");

// Empty: the phase's word, the place or the turn.
static const char *const verb_words[] = {
    [VERB_SETTLE] = WORD("Settle in"),
    [VERB_BREATHE] = "",
    [VERB_RETAIN] = WORD("Hold"),
    [VERB_SIT] = WORD("Sit"),
    [VERB_MOVE] = WORD("Move"),
    [VERB_SQUEEZE] = WORD("Squeeze"),
    [VERB_RELEASE] = WORD("Let go"),
    [VERB_SCAN] = "",
    [VERB_TURN] = "",
    [VERB_REST] = WORD("Rest"),
    [VERB_WRITE] = WORD("Write"),
    [VERB_WAIT] = WORD("Ready?"),
};
static_assert(sizeof(verb_words) / sizeof(verb_words[0]) == VERB_COUNT,
              "a word for each verb");

// Places as the language of sessions writes them, and as they are said.
static const struct {
    const char *written, *said, *alone;
} places[] = {
    {"face", WORD("face"), WORD("Face")},
    {"jaw", WORD("jaw"), WORD("Jaw")},
    {"neck", WORD("neck"), WORD("Neck")},
    {"shoulders", WORD("shoulders"), WORD("Shoulders")},
    {"arms", WORD("arms"), WORD("Arms")},
    {"hands", WORD("hands"), WORD("Hands")},
    {"chest", WORD("chest"), WORD("Chest")},
    {"back", WORD("back"), WORD("Back")},
    {"belly", WORD("belly"), WORD("Belly")},
    {"hips", WORD("hips"), WORD("Hips")},
    {"thighs", WORD("thighs"), WORD("Thighs")},
    {"knees", WORD("knees"), WORD("Knees")},
    {"calves", WORD("calves"), WORD("Calves")},
    {"feet", WORD("feet"), WORD("Feet")},
    {"whole", WORD("whole body"), WORD("Whole body")},
    {"left shoulder", WORD("left shoulder"), WORD("Left shoulder")},
    {"right shoulder", WORD("right shoulder"), WORD("Right shoulder")},
    {"left arm", WORD("left arm"), WORD("Left arm")},
    {"right arm", WORD("right arm"), WORD("Right arm")},
    {"left hand", WORD("left hand"), WORD("Left hand")},
    {"right hand", WORD("right hand"), WORD("Right hand")},
    {"left hip", WORD("left hip"), WORD("Left hip")},
    {"right hip", WORD("right hip"), WORD("Right hip")},
    {"left thigh", WORD("left thigh"), WORD("Left thigh")},
    {"right thigh", WORD("right thigh"), WORD("Right thigh")},
    {"left knee", WORD("left knee"), WORD("Left knee")},
    {"right knee", WORD("right knee"), WORD("Right knee")},
    {"left calf", WORD("left calf"), WORD("Left calf")},
    {"right calf", WORD("right calf"), WORD("Right calf")},
    {"left foot", WORD("left foot"), WORD("Left foot")},
    {"right foot", WORD("right foot"), WORD("Right foot")},
};

// Alone: as a heading, not within a line.
static struct str place_words(struct str place, bool alone,
                              const struct tongue *t)
{
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        if (str_equal(place, str_from(places[i].written))) {
            return say(t, str_from(alone ? places[i].alone : places[i].said));
        }
    }
    return place;
}

// Whose turn it is, by name where that is known; else the script's letter.
static struct str turn_name(struct str turn, const struct str names[2])
{
    struct str name = names[str_equal(turn, STR("B")) ? 1 : 0];
    return name.len > 0 ? name : turn;
}

struct phrase caption_word(const struct row *r,
                           const struct caption_style *style)
{
    const struct tongue *t = style->tongue;
    struct phrase l = {0};
    if (r->verb == VERB_BREATHE) {
        phrase_put(&l, say(t, str_from(phase_words[r->phase])));
    } else if (r->verb == VERB_SCAN) {
        phrase_put(&l, place_words(r->place, true, t));
    } else if (r->verb == VERB_TURN && str_equal(r->place, STR("both"))) {
        phrase_put(&l, say(t, STR("Both of you")));
    } else if (r->verb == VERB_TURN) {
        struct str name = turn_name(r->place, style->names);
        phrase_fill(&l, say(t, STR("{1}\xe2\x80\x99s turn")), &name, 1);
    } else {
        phrase_put(&l, say(t, str_from(verb_words[r->verb])));
    }
    return l;
}

static struct phrase ways_of(const struct row *r, const struct tongue *t)
{
    static const struct {
        enum way way;
        const char *words;
    } ways[] = {
        {WAY_LEFT, WORD("left nostril")},
        {WAY_RIGHT, WORD("right nostril")},
        {WAY_NOSE, WORD("nose")},
        {WAY_MOUTH, WORD("mouth")},
        {WAY_LIPS, WORD("pursed lips")},
        {WAY_HUM, WORD("hum")},
        {WAY_VOO, WORD("voo")},
        {WAY_SIGH, WORD("sigh")},
        {WAY_THROAT, WORD("soft throat")},
        {WAY_BELLY, WORD("belly")},
        {WAY_RIBS, WORD("ribs")},
        {WAY_CHEST, WORD("chest")},
    };
    struct phrase l = {0};
    if (r->verb == VERB_SQUEEZE || r->verb == VERB_RELEASE) {
        phrase_put(&l, place_words(r->place, false, t));
        return l;
    }
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
        if (!(r->ways & (unsigned)ways[i].way)) {
            continue;
        }
        if (l.len > 0) {
            phrase_put(&l, STR(" \xc2\xb7 "));
        }
        phrase_put(&l, say(t, str_from(ways[i].words)));
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
    bool told = r->verb == VERB_BREATHE || r->verb == VERB_RETAIN;
    return told ? phase_arrows[r->phase] : ARROW_NONE;
}

// How far the word of the row that starts at start_ms has come in.
static float arrived(int64_t t_ms, int64_t start_ms)
{
    float u = (float)(t_ms - start_ms + CAPTION_LEAD_MS) / CAPTION_FADE_MS;
    return u < 0 ? 0 : u > 1 ? 1 : u;
}

void caption_at(struct caption *out, const struct timeline *tl,
                const struct moment *m, const struct caption_style *style)
{
    const struct row *r = &tl->rows[m->row];
    *out = (struct caption){.word = caption_word(r, style), .alpha = 1};
    out->ways = ways_of(r, style->tongue);
    out->count = count_of(r, m->t_ms);
    out->arrow = arrow_of(r);
    if (style->settled || r->start_ms == r->end_ms) {
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
    out->other = caption_word(&tl->rows[side], style);
    if (str_equal(phrase_view(&out->word), phrase_view(&out->other))) {
        out->alpha = 1;
        out->other_alpha = 0;
    }
}

struct phrase caption_pattern(const struct timeline *tl, size_t row,
                              const struct tongue *t)
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
    struct phrase l = {0}, seconds[4] = {0};
    for (size_t i = 0; i < count; i++) {
        phrase_seconds(&seconds[i], part[i]->end_ms - part[i]->start_ms);
    }
    if (count == 2) {
        phrase_fill(
            &l, say(t, STR("{1} in, {2} out")),
            (struct str[]){phrase_view(&seconds[0]), phrase_view(&seconds[1])},
            2);
        return l;
    }
    for (size_t i = 0; i < count; i++) {
        phrase_put(&l, i > 0 ? STR(" \xe2\x80\x93 ") : STR_NONE);
        phrase_put(&l, phrase_view(&seconds[i]));
    }
    return l;
}

struct phrase caption_left(int64_t left_ms, const struct tongue *t)
{
    struct phrase l = {0}, minutes = {0};
    phrase_number(&minutes, (left_ms + 30000) / 60000);
    struct str arg = phrase_view(&minutes);
    phrase_fill(&l,
                say(t, left_ms < 60000 ? STR("less than a minute left")
                                       : STR("{1} min left")),
                &arg, 1);
    return l;
}

void arrow_draw(struct scene *sc, enum arrow arrow, const struct shape *at)
{
    const float icon_line = 0.0024f; // no small arrow is finer
    float half = at->size / 2;
    struct shape line = *at;
    line.kind = SHAPE_LINE;
    line.width = fmaxf(at->size / 11, icon_line);
    if (arrow == ARROW_NONE) {
        return;
    }
    if (arrow == ARROW_BAR_HIGH || arrow == ARROW_BAR_LOW) {
        line.x = at->x - half * 0.8f;
        line.y += arrow == ARROW_BAR_HIGH ? -half : half;
        line.w = at->x + half * 0.8f;
        line.h = line.y;
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
