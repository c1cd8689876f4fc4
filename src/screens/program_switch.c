// SPDX-License-Identifier: MIT
// One switch does all that keys do: a strip at the top lights one act after the
// other, and a press, of any key or button, does the one that is lit. While a
// session plays there is no strip: a press pauses it. Held for LONG_MS the
// switch is Escape, from everywhere. Nothing is lost by missing a turn.
#include "screens/program_inside.h"

enum { LONG_MS = 1500 };

static const struct act {
    const char *word;
    enum key key;
    unsigned mods;
    uint32_t letter;
} acts[] = {
    {WORD("Down"), KEY_DOWN, 0, 0},
    {WORD("Enter"), KEY_ENTER, 0, 0},
    {WORD("Right"), KEY_RIGHT, 0, 0},
    {WORD("Up"), KEY_UP, 0, 0},
    {WORD("Left"), KEY_LEFT, 0, 0},
    {WORD("Next"), KEY_TAB, 0, 0},
    {WORD("Keep"), KEY_ENTER, MOD_CTRL, 0},
    {WORD("Back|go"), KEY_ESCAPE, 0, 0},
    {WORD("Care"), KEY_F1, 0, 0},
    {WORD("Ground me"), KEY_CHAR, MOD_CTRL, 'g'},
};
enum { ACTS = sizeof(acts) / sizeof(acts[0]) };

static bool is_on(const struct program *p)
{
    return p->facts->settings->number[SETTING_SWITCH] == SETTING_ON;
}

static bool plays(const struct program *p)
{
    return p->screen == SCREEN_PLAYER && p->player.stage == PLAYER_PLAYING &&
           !p->player.paused;
}

bool program_scans(const struct program *p)
{
    return is_on(p) && !plays(p) && !p->hidden;
}

static int64_t pace_ms(const struct program *p)
{
    return p->facts->settings->number[SETTING_SWITCH_PACE];
}

int64_t program_scan_due(const struct program *p, int64_t now_ms)
{
    int64_t due_ms = p->scan.lit_ms + pace_ms(p) - now_ms;
    if (p->scan.down && due_ms > p->scan.down_ms + LONG_MS - now_ms) {
        due_ms = p->scan.down_ms + LONG_MS - now_ms;
    }
    return due_ms > 0 ? due_ms : 0;
}

static struct input key_of(enum key key, unsigned mods)
{
    return (struct input){.kind = INPUT_KEY, .key = key, .mods = mods};
}

static struct input act_of(const struct act *act)
{
    struct input in = key_of(act->key, act->mods);
    in.letter = act->letter;
    return in;
}

void program_scan_tick(struct program *p, struct instant at,
                       struct requests *ask)
{
    struct scan *s = &p->scan;
    if (is_on(p) && s->down && at.now_ms - s->down_ms >= LONG_MS) {
        struct input out = key_of(KEY_ESCAPE, 0);
        s->down = false;
        program_act(p, &out, at, ask);
    }
    if (program_scans(p) && at.now_ms - s->lit_ms >= pace_ms(p)) {
        s->lit = (s->lit + 1) % ACTS;
        s->lit_ms = at.now_ms;
    }
}

// What a press does now. In a session that plays it pauses, unless the session
// itself waits for a press.
static struct input pressed(struct program *p, struct instant at,
                            struct requests *ask)
{
    const struct act *act = &acts[p->scan.lit];
    bool waits =
        p->screen == SCREEN_PLAYER && p->player.stage == PLAYER_PLAYING;
    bool enter = act->key == KEY_ENTER && act->mods == 0;
    if (plays(p) && !p->player.holding) {
        player_pause(&p->player, at, ask);
        return (struct input){0};
    }
    return plays(p) || (waits && enter) ? key_of(KEY_SPACE, 0) : act_of(act);
}

bool program_scan_input(struct program *p, struct input *in, struct instant at,
                        struct requests *ask)
{
    int64_t now_ms = at.now_ms;
    struct scan *s = &p->scan;
    if (!is_on(p)) {
        return false;
    }
    if (in->kind == INPUT_POINTER_UP) {
        s->down = false;
        return false;
    }
    // The keys of someone who helps: Esc, F1, F2 and those with Ctrl.
    bool key = in->kind == INPUT_KEY && (in->mods & MOD_CTRL) == 0 &&
               in->key != KEY_ESCAPE && in->key != KEY_F1 && in->key != KEY_F2;
    bool press = key || in->kind == INPUT_TEXT;
    if (in->kind == INPUT_KEY && in->repeat) {
        // A key tells no more than that it is held.
        bool held = key && s->down_ms > 0 && now_ms - s->down_ms >= LONG_MS;
        s->down_ms = held ? 0 : s->down_ms;
        *in = held ? key_of(KEY_ESCAPE, 0) : (struct input){0};
        return key;
    }
    if (press || in->kind == INPUT_POINTER_DOWN) {
        s->down = in->kind == INPUT_POINTER_DOWN;
        s->down_ms = now_ms;
        *in = pressed(p, at, ask);
        s->lit_ms = now_ms; // the same act stays lit for another press
        return true;
    }
    return false;
}

// The strip is part of no page: its words grow by the wish alone.
static struct words word_of(bool lit, float scale)
{
    return (struct words){.face = lit ? FACE_MEDIUM : FACE_REGULAR,
                          .role = lit ? ROLE_EDGE : ROLE_INK2,
                          .align = ALIGN_CENTRE,
                          .size = 0.022f * scale};
}

float program_scan_high(const struct program *p)
{
    return 0.046f * program_text_scale(p);
}

// In two rows where a word would be too small in one.
static size_t columns_of(const struct page *pg, float scale, float whole,
                         float around)
{
    float widest = 0;
    for (size_t i = 0; i < ACTS; i++) {
        struct words w = word_of(true, scale);
        float wide = pg->ruler->width(
            pg->ruler->fonts, w.face, ruler_size(pg->ruler, w.size),
            say(pg->ruler->tongue, str_from(acts[i].word)));
        widest = wide > widest ? wide : widest;
    }
    // Or there is no room for two.
    bool higher = pg->ruler->reach > 0 || scale > 1;
    bool fits = widest + around <= whole / ACTS;
    return higher && !fits ? ACTS / 2 : ACTS;
}

void program_scan_draw(const struct program *p, const struct page *pg)
{
    const float gap = 0.011f, whole = 1.69f, beside = 0.005f;
    float scale = program_text_scale(p), high = program_scan_high(p);
    size_t columns = columns_of(pg, scale, whole, gap + 2 * beside);
    float wide = whole / (float)columns - gap;
    for (size_t i = 0; i < ACTS; i++) {
        float column = (float)(i % columns), row = (float)(i / columns);
        struct area a = {
            (STAGE_WIDTH - whole + gap) / 2 + column * (wide + gap),
            pg->sc->top + 0.012f + (high + 0.005f) * row, wide, high};
        bool lit = i == p->scan.lit;
        box_fill(pg->sc, a, 0.014f, lit ? ROLE_BREATH : ROLE_SURFACE, 1);
        words_whole(pg, word_of(lit, scale),
                    (struct area){a.x + wide / 2, a.y + 0.674f * high,
                                  wide - 2 * beside, 0},
                    say(pg->ruler->tongue, str_from(acts[i].word)));
    }
}
