// SPDX-License-Identifier: MIT
// What is one act away on every screen: Care, the grounding, and the way back,
// which leads exactly to where one was. What lies below stands still meanwhile.
#include "screens/program_inside.h"

static const float back_size = 0.0195f;

static struct area back_area(void)
{
    return (struct area){0.085f, 0.016f, 0.16f, 0.048f};
}

// Where a word leads back that a pointer can press; elsewhere the screen has
// a menu, or its own way out.
static bool has_back(const struct program *p)
{
    bool page = p->screen == SCREEN_PLAYER &&
                p->player.stage == PLAYER_CAUTIONS && !p->player.keys_shown;
    bool leaf = p->screen == SCREEN_TODAY || p->screen == SCREEN_CARE ||
                p->screen == SCREEN_GROUND || p->screen == SCREEN_NOTICE ||
                p->screen == SCREEN_SETUP || p->screen == SCREEN_PLAN ||
                p->screen == SCREEN_WELCOME || p->screen == SCREEN_CALENDAR ||
                p->screen == SCREEN_CAUTIONS;
    return (page || leaf) && !program_scans(p);
}

static struct str back_word(const struct program *p)
{
    return p->screen == SCREEN_TODAY     ? STR(WORD("Leave"))
           : p->screen == SCREEN_WELCOME ? STR(WORD("Skip|page"))
                                         : STR(WORD("Back|go"));
}

void program_back_draw(const struct program *p, const struct page *pg)
{
    if (has_back(p)) {
        struct area a = back_area();
        float x = p->screen == SCREEN_CALENDAR ? 0.074f : 0.111f; // as titles
        words_draw(pg->sc,
                   (struct words){.face = FACE_REGULAR,
                                  .role = ROLE_INK3,
                                  .size = ruler_size(pg->ruler, back_size)},
                   x, a.y + 0.031f, say(pg->ruler->tongue, back_word(p)));
    }
}

bool program_back_at(const struct program *p, const struct input *in)
{
    return in->kind == INPUT_POINTER_DOWN && has_back(p) &&
           area_has(back_area(), in->x, in->y);
}

bool program_wants_care(const struct program *p, const struct input *in)
{
    // The player sees to its pause first; Care itself closes by F1, and so
    // does what lies over it.
    return in->kind == INPUT_KEY && in->key == KEY_F1 &&
           p->screen != SCREEN_CARE && p->screen != SCREEN_CAUTIONS &&
           p->screen != SCREEN_PLAYER;
}

bool program_wants_ground(const struct program *p, const struct input *in)
{
    // Where a field has the keys a letter comes as text, and Ctrl+G still
    // as a key. A session that runs sees to its pause first.
    bool key = in->kind == INPUT_KEY && in->key == KEY_CHAR && !in->repeat &&
               in->letter == 'g' && (in->mods & MOD_ALT) == 0;
    bool plays = p->screen == SCREEN_PLAYER &&
                 p->player.stage == PLAYER_PLAYING &&
                 !player_writes(&p->player) && (in->mods & MOD_CTRL) == 0;
    return key && !plays && p->screen != SCREEN_GROUND;
}

// Care and what it leads to have no field: what is awaited as text by the
// screen below comes back as the keys that it was.
struct input program_untyped(const struct program *p, const struct input *in)
{
    bool care = p->screen == SCREEN_CARE || p->screen == SCREEN_GROUND ||
                p->screen == SCREEN_CAUTIONS;
    bool one = in->kind == INPUT_TEXT && in->text.len == 1;
    if (!care || !one) {
        return *in;
    }
    char c = in->text.at[0];
    uint32_t letter =
        (uint32_t)(unsigned char)(c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
    return (struct input){.kind = INPUT_KEY,
                          .key = c == ' ' ? KEY_SPACE : KEY_CHAR,
                          .letter = letter};
}

// The screen that is left for a while becomes quiet.
void program_aside(struct program *p, struct instant at, struct requests *ask)
{
    if (p->screen == SCREEN_PLAYER) {
        player_aside(&p->player, at, ask);
    } else if (p->screen == SCREEN_WELCOME) {
        request_add(ask, (struct request){.kind = REQUEST_LISTEN});
    }
    p->aside_ms = at.now_ms;
}

void program_go_ground(struct program *p, struct instant at,
                       struct requests *ask)
{
    if (p->screen != SCREEN_CARE && p->screen != SCREEN_CAUTIONS) {
        program_aside(p, at, ask);
    }
    ground_open(&p->ground, at.now_ms);
    p->under[SCREEN_GROUND] = p->screen;
    program_go(p, SCREEN_GROUND, at);
    program_follow_writing(p, ask);
}

void program_go_back(struct program *p, struct instant at, struct requests *ask)
{
    bool lay_over = p->screen == SCREEN_CARE || p->screen == SCREEN_GROUND;
    enum screen to = p->under[p->screen];
    program_go(p, to, at);
    if (lay_over && to == SCREEN_PLAYER) {
        player_return(&p->player, at.now_ms - p->aside_ms);
    } else if (lay_over && to == SCREEN_WELCOME) {
        welcome_listen(&p->welcome, ask);
    }
}
