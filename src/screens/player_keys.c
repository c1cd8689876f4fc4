// SPDX-License-Identifier: MIT
// What each key does in each stage of the player.
#include <assert.h>

#include "core/settings.h"
#include "screens/player_inside.h"

static void toast_show(struct player *p, struct str text, int64_t now_ms)
{
    p->toast = text;
    p->toast_ms = now_ms;
}

static void change_volume(struct player *p, int step, int64_t now_ms,
                          struct requests *ask)
{
    const struct setting_rule *rule = setting_rule(SETTING_VOLUME);
    int db = p->options.volume_db + step;
    if (db >= rule->least && db <= rule->most) {
        p->options.volume_db = db;
        request_add(ask,
                    (struct request){.kind = REQUEST_VOLUME, .value = step});
    }
    struct phrase value = {0};
    if (p->options.volume_db > 0) {
        phrase_put(&value, STR("+"));
    } else if (p->options.volume_db < 0) {
        phrase_put(&value, STR("\xe2\x88\x92"));
    }
    phrase_number(&value, p->options.volume_db < 0 ? -p->options.volume_db
                                                   : p->options.volume_db);
    p->toast_value = value;
    toast_show(p, STR(WORD("Volume {1} dB")), now_ms);
}

static void next_cue(struct player *p, int64_t now_ms, struct requests *ask)
{
    static const char *const words[] = {
        [CUE_BREATH] = WORD("Cue: breath and tone"),
        [CUE_NOISE] = WORD("Cue: breath"),
        [CUE_TONE] = WORD("Cue: tone"),
        [CUE_BELLS] = WORD("Cue: bells only"),
        [CUE_OFF] = WORD("Cue: off"),
    };
    static_assert(sizeof(words) / sizeof(words[0]) == CUE_COUNT, "cue modes");
    p->options.cue = (enum cue_mode)((p->options.cue + 1) % CUE_COUNT);
    request_add(ask, (struct request){.kind = REQUEST_CUE,
                                      .value = (int)p->options.cue});
    toast_show(p, str_from(words[p->options.cue]), now_ms);
}

static void next_pacer(struct player *p, int64_t now_ms)
{
    static const char *const words[] = {
        [PACER_ORB] = WORD("Pacer: orb"),
        [PACER_WAVE] = WORD("Pacer: wave"),
        [PACER_BOX] = WORD("Pacer: box"),
        [PACER_PETALS] = WORD("Pacer: petals"),
        [PACER_BAR] = WORD("Pacer: bar"),
        [PACER_RING] = WORD("Pacer: ring"),
        [PACER_BODY] = WORD("Pacer: body"),
        [PACER_NONE] = WORD("Pacer: none"),
    };
    static_assert(sizeof(words) / sizeof(words[0]) == PACER_COUNT, "pacers");
    enum pacer now = player_pacer(p, p->session_ms);
    enum pacer next = (enum pacer)((now + 1) % PACER_COUNT);
    if (p->shows[now].to < 1) { // the first choice
        p->shows[now] = (struct fade){.from = 1, .to = 1};
    }
    fade_to(&p->shows[now], 0, PLAYER_CROSS_MS, now_ms);
    fade_to(&p->shows[next], 1, PLAYER_CROSS_MS, now_ms);
    p->options.pacer = next;
    p->options.pacer_chosen = true;
    toast_show(p, str_from(words[next]), now_ms);
}

static void next_hud(struct player *p, int64_t now_ms)
{
    static const char *const words[] = {
        [HUD_FULL] = WORD("Everything shown"),
        [HUD_MINIMAL] = WORD("Word and bar"),
        [HUD_NONE] = WORD("The pacer alone"),
    };
    static_assert(sizeof(words) / sizeof(words[0]) == HUD_COUNT, "huds");
    p->options.hud = (enum hud)((p->options.hud + 1) % HUD_COUNT);
    toast_show(p, str_from(words[p->options.hud]), now_ms);
}

static void next_light(struct player *p, int64_t now_ms, struct requests *ask)
{
    static const int steps[] = {100, 70, 50, 35};
    size_t i = 0;
    while (i < 3 && steps[i] >= p->options.dim_percent) {
        i++;
    }
    p->options.dim_percent = p->options.dim_percent <= 35 ? 100 : steps[i];
    request_add(ask, (struct request){.kind = REQUEST_DIM,
                                      .value = p->options.dim_percent});
    p->toast_value = (struct phrase){0};
    phrase_number(&p->toast_value, p->options.dim_percent);
    toast_show(p, STR(WORD("Light {1} %")), now_ms);
}

static void open_over(struct player *p, enum request_kind kind,
                      struct instant at, struct requests *ask)
{
    player_pause(p, at, ask);
    request_add(ask, (struct request){.kind = kind});
}

static void letter(struct player *p, uint32_t c, struct instant at,
                   struct requests *ask)
{
    bool playing = p->stage == PLAYER_PLAYING;
    switch (c) {
    case '+':
    case '=':
        change_volume(p, 1, at.now_ms, ask);
        break;
    case '-':
    case '_':
        change_volume(p, -1, at.now_ms, ask);
        break;
    case 'm':
        next_cue(p, at.now_ms, ask);
        break;
    case 'p':
        next_pacer(p, at.now_ms);
        break;
    case 'h':
        next_hud(p, at.now_ms);
        break;
    case 'd':
        next_light(p, at.now_ms, ask);
        break;
    case 'f':
        request_add(ask, (struct request){.kind = REQUEST_FULLSCREEN});
        break;
    case 'g':
        if (playing) {
            open_over(p, REQUEST_GROUND, at, ask);
        }
        break;
    case '?':
    case '/':
        p->keys_shown = !p->keys_shown;
        fade_to(&p->keys, p->keys_shown ? 1 : 0, VEIL_MS, at.now_ms);
        break;
    default: // a letter without a meaning shows the chrome, no more
        break;
    }
}

static void leave(struct player *p, struct requests *ask)
{
    p->left = true;
    p->stage = PLAYER_DONE;
    request_add(ask, (struct request){.kind = REQUEST_SILENCE});
}

// Minutes that were sat on are asked about, without haste.
static void end_overtime(struct player *p, struct instant at,
                         struct requests *ask)
{
    enum { ASKED_MS = 60000 };
    int64_t over_ms = at.now_ms - p->stage_ms;
    if (!p->asking && over_ms >= ASKED_MS) {
        p->asking = true;
        p->over_ms = over_ms;
    } else {
        player_land(p, at, ask);
    }
}

// Enter takes the answer that has the focus; Backspace is a plain no.
static void answer(struct player *p, enum key key, struct instant at,
                   struct requests *ask)
{
    bool no = key == KEY_BACKSPACE || key == KEY_DELETE;
    if (key == KEY_LEFT || key == KEY_RIGHT || key == KEY_TAB) {
        p->refuses = !p->refuses;
    } else if (no || key == KEY_ENTER || key == KEY_SPACE) {
        p->over_ms = no || p->refuses ? 0 : p->over_ms;
        player_land(p, at, ask);
    }
}

static void escape(struct player *p, struct instant at, struct requests *ask)
{
    if (p->keys_shown) {
        p->keys_shown = false;
        fade_to(&p->keys, 0, VEIL_MS, at.now_ms);
    } else if (p->stage == PLAYER_PLAYING) {
        p->ended_early = true;
        player_land(p, at, ask);
    } else if (p->stage == PLAYER_OVERTIME) {
        end_overtime(p, at, ask);
    } else {
        leave(p, ask);
    }
}

static bool types(const struct input *in)
{
    bool plain = (in->mods & (MOD_CTRL | MOD_ALT)) == 0;
    return (in->kind == INPUT_TEXT && str_trim(in->text).len > 0) ||
           in->kind == INPUT_COMPOSE || in->kind == INPUT_PASTE ||
           (in->kind == INPUT_KEY && in->key == KEY_CHAR && plain);
}

// Keys that an editor has for itself while its step runs.
static bool edits(const struct input *in)
{
    if (in->key == KEY_ENTER && (in->mods & MOD_CTRL)) {
        return false;
    }
    return in->kind == INPUT_TEXT || in->kind == INPUT_COMPOSE ||
           in->kind == INPUT_PASTE ||
           (in->kind == INPUT_KEY && in->key != KEY_ESCAPE &&
            in->key != KEY_F1 && in->key != KEY_F2);
}

static void space(struct player *p, struct instant at, struct requests *ask)
{
    if (p->stage == PLAYER_PLAYING) {
        player_tap(p, at, ask);
    } else if (p->stage == PLAYER_OVERTIME) {
        end_overtime(p, at, ask);
    } else if (player_may_sit_on(p)) {
        p->stage = PLAYER_OVERTIME;
        p->stage_ms = at.now_ms;
        request_add(ask, (struct request){.kind = REQUEST_TYPING});
    }
}

// Held down, a key that does one thing must not do it again and again: the
// volume and the steps may.
static bool holds_on(const struct input *in)
{
    static const char again[] = "+=-_";
    bool steps = in->key == KEY_LEFT || in->key == KEY_RIGHT;
    for (const char *c = again; in->key == KEY_CHAR && *c; c++) {
        steps = steps || in->letter == (uint32_t)*c;
    }
    return in->kind == INPUT_KEY && in->repeat && !steps;
}

// Goes on: past the cautions, the Landing, or what was written.
static void enter(struct player *p, const struct input *in, struct instant at,
                  struct requests *ask)
{
    if (p->stage == PLAYER_CAUTIONS) {
        player_begin(p, at, ask);
    } else if (p->stage == PLAYER_LANDING) {
        p->stage = PLAYER_DONE;
    } else if ((in->mods & MOD_CTRL) && player_writes(p)) {
        player_step(p, 1, at, ask);
    }
}

static void key(struct player *p, const struct input *in, struct instant at,
                struct requests *ask)
{
    bool playing = p->stage == PLAYER_PLAYING;
    bool plain = (in->mods & (MOD_CTRL | MOD_ALT)) == 0;
    if (in->key == KEY_ESCAPE) {
        escape(p, at, ask);
    } else if (in->key == KEY_F1) {
        open_over(p, REQUEST_CARE, at, ask);
    } else if (p->asking) {
        answer(p, in->key, at, ask);
    } else if (in->key == KEY_ENTER) {
        enter(p, in, at, ask);
    } else if (in->key == KEY_SPACE) {
        space(p, at, ask);
    } else if (in->key == KEY_LEFT && playing) {
        player_step(p, -1, at, ask);
    } else if (in->key == KEY_RIGHT && playing) {
        player_step(p, 1, at, ask);
    } else if (in->key == KEY_CHAR && p->stage != PLAYER_CAUTIONS && plain) {
        letter(p, in->letter, at, ask);
    }
}

// Time or the sound went while nobody asked for it: the session waits, and the
// veil says why.
static void interrupt(struct player *p, enum input_kind what, struct instant at,
                      struct requests *ask)
{
    bool ran = p->stage == PLAYER_PLAYING && !p->paused;
    player_pause(p, at, ask);
    p->stalled |= ran && what == INPUT_STALLED;
    p->unplugged |= ran && what == INPUT_UNPLUGGED;
}

// By key, letter or pointer.
static void command(struct player *p, const struct input *in, struct instant at,
                    struct requests *ask)
{
    // In the Landing, where text is awaited, Space comes as text.
    bool blank = in->kind == INPUT_TEXT && str_equal(in->text, STR(" "));
    if (in->kind == INPUT_KEY) {
        key(p, in, at, ask);
    } else if (blank && p->stage == PLAYER_LANDING) {
        space(p, at, ask);
    } else if (in->kind == INPUT_POINTER_DOWN) {
        struct input press = player_pressed(p, in);
        key(p, &press, at, ask);
    }
}

bool player_input(struct player *p, const struct input *in, struct instant at,
                  struct requests *ask)
{
    player_advance(p, at.session_ms);
    if (p->stage == PLAYER_LANDING && types(in) && !holds_on(in)) {
        p->stage = PLAYER_DONE;
    }
    if (p->stage == PLAYER_DONE || (player_writes(p) && edits(in))) {
        return false;
    }
    if (in->kind == INPUT_NONE || in->kind == INPUT_CLOSE) {
        return false;
    }
    if (in->kind == INPUT_STALLED || in->kind == INPUT_UNPLUGGED) {
        interrupt(p, in->kind, at, ask);
        return true;
    }
    player_touch(p, at.now_ms, ask);
    if (!holds_on(in)) {
        command(p, in, at, ask);
    }
    return true;
}
