// SPDX-License-Identifier: MIT
// Every screen by keyboard alone, by pointer alone, by gamepad alone and by one
// switch alone: reached from Today, used, and left again for Today. A way is
// words with blanks between: up to "!" it leads to the screen, up to ">" it
// does something there that can be seen, and the rest leads back.
#include "unit.h"

#include <SDL.h>

#include "journal_whole.h"
#include "platform/pads.h"
#include "ways.h"

static struct evening v; // large: a scene is in it

enum by { BY_KEYS = 0, BY_POINTER, BY_PAD, BY_SWITCH, BY_COUNT };
static const char *const by_names[] = {"keys", "pointer", "gamepad", "switch"};

static const struct walk {
    const char *ways[BY_COUNT];
    const char *asked; // a request that has come of it; NULL: none
} walks[SCREEN_COUNT] = {
    [SCREEN_TODAY] = {{"! Down > Up", "! at:0.4,0.63 > at:0.4,0.5",
                       "! Down > Up", "! Down > Up"},
                      NULL},
    [SCREEN_SESSIONS] = {{"Down Down Down Right Enter ! Down > Esc",
                          "Sessions ! Fire > Today",
                          "Down Down Down Right A ! Down > B",
                          "Down Down Down Right Enter ! Down > Back"},
                         NULL},
    [SCREEN_PLAYER] = {{"Enter wait:3000 ! Space > Esc wait:5000 Esc",
                        "Begin wait:3000 ! at:0.9,0.4 > End_here wait:5000 "
                        "Skip",
                        "A wait:3000 ! Start > B wait:5000 B",
                        "Enter wait:3000 ! Press > Back wait:5000 Back"},
                       "pause"},
    [SCREEN_REFLECTION] = {{"Enter wait:3000 Esc wait:5000 ! 4 > Ctrl+Enter",
                            "Begin wait:3000 at:0.9,0.4 wait:600 End_here "
                            "wait:5000 ! Light > Keep",
                            "A wait:3000 B wait:5000 ! Y Y Y Right > Y Y A",
                            "Enter wait:3000 Press Back wait:5000 ! Next Next "
                            "Next Right > Keep"},
                           "keep"},
    [SCREEN_CARE] = {{"F1 ! Tab > Esc", "Care ! C____Your > Back Back",
                      "Select ! Right > B", "Care ! Right > Back"},
                     NULL},
    [SCREEN_GROUND] = {{"g ! wait:13000 > Esc",
                        "Care Feet__breath ! wait:13000 > Back Back",
                        "X ! wait:13000 > B",
                        "Care Enter ! wait:13000 > Back Back"},
                       NULL},
    [SCREEN_NOTICE] = {{"Down Down Down Right Enter End Enter ! F1 > Esc Esc "
                        "Esc",
                        "Sessions Zigzag Zigzag ! Back > Today",
                        "Down Down Down Right A R A ! Select > B B B",
                        "Down Down Down Right Enter Down Down Down Enter ! "
                        "Care > Back Back Back"},
                       NULL},
    [SCREEN_SETTINGS] = {{"Down Down Down Right Right Right Right Right Right "
                          "Enter ! Down Right > Esc",
                          "Settings ! Colours Colours > Today",
                          "Down Down Down Right Right Right Right Right Right "
                          "A ! Down Right > B",
                          "Down Down Down Right Right Right Right Right Right "
                          "Enter ! Down Right > Back"},
                         NULL},
    [SCREEN_CALENDAR] =
        {{"Down Down Down Right Right Enter ! t Enter > Esc Esc",
          "Calendar ! › ‹ 21 Taken > Back Back",
          "Down Down Down Right Right A ! A Y A > B B",
          "Down Down Down Right Right Enter ! Enter Next Enter "
          "> Back Back"},
         "mark"},
    [SCREEN_PLAN] = {{"Down Down Down Right Right Enter n ! Enter Down > Esc "
                      "Esc Esc",
                      "Calendar 21 New_plan ! Enter:_I No_rhythm > Back Back "
                      "Back Back",
                      "Down Down Down Right Right A A Y Y Y Y Y Y Y Y Y A ! A "
                      "Down > B B B B",
                      "Down Down Down Right Right Enter Enter Next Next Next "
                      "Next Next Next Next Next Next Enter ! Enter Down > Back "
                      "Back Back Back"},
                     NULL},
    [SCREEN_SETUP] = {{"Right ! Right > Esc", "→ ! Sound_behind > Back",
                       "Right ! Right > B", "Right ! Right > Back"},
                      NULL},
    [SCREEN_WELCOME] = {{"! Right > Enter Enter Enter Enter",
                         "! Dusk > Go_on Go_on Go_on I_have",
                         "! Right > A A A A",
                         "! Right > Enter Enter Enter Enter"},
                        NULL},
    [SCREEN_INSIGHT] = {{"Down Down Down Right Right Right Right Enter ! Right "
                         "> Esc",
                         "Insight ! Weeks > Today",
                         "Down Down Down Right Right Right Right A ! Right > B",
                         "Down Down Down Right Right Right Right Enter ! Right "
                         "> Back"},
                        NULL},
    [SCREEN_JOURNAL] = {{"Down Down Down Right Right Right Enter ! Tab Tab > "
                         "Esc Esc",
                         "Journal ! Quiet Choose > Today",
                         "Down Down Down Right Right Right A ! Y Y > B B",
                         "Down Down Down Right Right Right Enter ! Next Next > "
                         "Back Back"},
                        NULL},
    [SCREEN_CAUTIONS] = {{"F1 c ! Space > Esc Esc",
                          "Care C____Your ! Asthma > Back Back",
                          "Select Right A ! A > B B",
                          "Care Right Enter ! Enter > Back Back"},
                         NULL},
};

// A journal of one entry, as app has read it.
static struct journal_facts journal;

static void put_journal(void)
{
    static const struct str source = {"journal.rec", 11};
    struct entry e;
    entry_init(&e);
    e.id = STR("20261105T203000Z-00000002");
    e.at = STR("2026-11-05 21:30:00 +0100");
    e.text = STR("Quiet.");
    day_parse(STR("2026-11-05"), &e.day_date);
    struct places places = journal_written(&e, 1, &v.mem);
    journal = (struct journal_facts){.sources = &source,
                                     .source_count = 1,
                                     .path = STR("/home/k/journal.rec")};
    journal_index_make(&journal.index, &places, (struct session_titles){0},
                       &v.mem);
    v.facts.journal = &journal;
    program_facts(&v.program, &v.facts);
    v.program.today.offered[0] = TIDE; // again, as the facts are new
}

static bool wait_or_at(struct str word)
{
    float x = 0, y = 0;
    if (str_starts(word, STR("wait:"))) {
        evening_to(&v, v.now_ms + atoi(word.at + 5));
        return true;
    }
    if (str_starts(word, STR("at:"))) {
        x = strtof(word.at + 3, NULL);
        y = strtof(word.at + str_find(word, ',', 0) + 1, NULL);
        evening_click(&v, x, y);
        return true;
    }
    return false;
}

static void by_pointer(struct str word)
{
    if (!wait_or_at(word)) {
        way_click(&v, word);
    }
}

// As the machine tells of a button.
static void by_pad(struct str word)
{
    static const struct {
        const char *word;
        SDL_GameControllerButton button;
    } buttons[] = {
        {"A", SDL_CONTROLLER_BUTTON_A},
        {"B", SDL_CONTROLLER_BUTTON_B},
        {"X", SDL_CONTROLLER_BUTTON_X},
        {"Y", SDL_CONTROLLER_BUTTON_Y},
        {"Start", SDL_CONTROLLER_BUTTON_START},
        {"Select", SDL_CONTROLLER_BUTTON_BACK},
        {"L", SDL_CONTROLLER_BUTTON_LEFTSHOULDER},
        {"R", SDL_CONTROLLER_BUTTON_RIGHTSHOULDER},
        {"Up", SDL_CONTROLLER_BUTTON_DPAD_UP},
        {"Down", SDL_CONTROLLER_BUTTON_DPAD_DOWN},
        {"Left", SDL_CONTROLLER_BUTTON_DPAD_LEFT},
        {"Right", SDL_CONTROLLER_BUTTON_DPAD_RIGHT},
    };
    struct pads pads = {0};
    struct input in = {0};
    if (wait_or_at(word)) {
        return;
    }
    for (size_t i = 0; i < SDL_arraysize(buttons); i++) {
        if (str_equal(word, str_from(buttons[i].word))) {
            SDL_Event e = {.cbutton = {.type = SDL_CONTROLLERBUTTONDOWN,
                                       .button = (Uint8)buttons[i].button}};
            assert_true(pads_translate(&pads, &e, &in));
            evening_input(&v, in);
            return;
        }
    }
    fail_msg("no button is called %.*s", STR_ARG(word));
}

// One key, pressed when the act is lit; "Press" alone, whenever.
static void by_switch(struct str word)
{
    static const char *const acts[] = {"Down", "Enter", "Right", "Up",  "Left",
                                       "Next", "Keep",  "Back",  "Care"};
    size_t act = 0;
    if (wait_or_at(word)) {
        return;
    }
    bool press = str_equal(word, STR("Press"));
    while (!press && !str_equal(word, str_from(acts[act]))) {
        assert_true(++act < sizeof(acts) / sizeof(acts[0]));
    }
    for (int i = 0; !press && v.program.scan.lit != act; i++) {
        assert_true(i < 30);
        evening_to(&v, v.now_ms + v.settings.number[SETTING_SWITCH_PACE]);
    }
    evening_letter(&v, "x");
}

static void step(enum by by, struct str word)
{
    evening_to(&v, v.now_ms + 600);
    if (by == BY_KEYS) {
        way_key(&v, word);
    } else if (by == BY_POINTER) {
        by_pointer(word);
    } else if (by == BY_PAD) {
        by_pad(word);
    } else {
        by_switch(word);
    }
}

// The strip of the switch goes on by itself: what is looked at is without it.
static void look(struct buf *out)
{
    int on = v.settings.number[SETTING_SWITCH];
    evening_to(&v, v.now_ms + 1200);
    v.settings.number[SETTING_SWITCH] = SETTING_OFF;
    way_print(&v, out);
    v.settings.number[SETTING_SWITCH] = on;
}

static void walk_it(enum screen s, enum by by)
{
    struct buf before = {0}, after = {0};
    struct str rest = str_from(walks[s].ways[by]);
    way_start(&v, s);
    put_journal();
    v.settings.number[SETTING_SWITCH] =
        by == BY_SWITCH ? SETTING_ON : SETTING_OFF;
    while (rest.len > 0) {
        rest = str_trim(rest);
        struct str word = str_cut(&rest, ' ');
        if (str_equal(word, STR("!"))) {
            look(&before);
            if (v.program.screen != s) {
                fail_msg("by %s: %s, not %s", by_names[by],
                         way_names[v.program.screen], way_names[s]);
            }
        } else if (str_equal(word, STR(">"))) {
            look(&after);
            if (str_equal(buf_view(&before), buf_view(&after))) {
                fail_msg("by %s: %s takes no notice", by_names[by],
                         way_names[s]);
            }
        } else {
            step(by, word);
        }
    }
    evening_to(&v, v.now_ms + 1200);
    if (v.program.screen != SCREEN_TODAY) {
        fail_msg("by %s: out of %s the way ends in %s", by_names[by],
                 way_names[s], way_names[v.program.screen]);
    }
    if (walks[s].asked) {
        struct str asked = str_from(walks[s].asked);
        size_t at = 0;
        struct str log = buf_view(&v.log);
        while (at < log.len && !str_starts(str_sub(log, at, log.len), asked)) {
            at++;
        }
        if (at == log.len) {
            fail_msg("by %s: nothing came of it in %s", by_names[by],
                     way_names[s]);
        }
    }
    buf_finish(&before);
    buf_finish(&after);
    evening_finish(&v);
    journal_index_finish(&journal.index);
}

static void walk_all(enum by by)
{
    for (int s = 0; s < SCREEN_COUNT; s++) {
        if (!walks[s].ways[by] || !way_names[s]) {
            fail_msg("screen %d has no walk by %s", s, by_names[by]);
        }
        walk_it((enum screen)s, by);
    }
}

static void by_keyboard_alone(void **state)
{
    (void)state;
    walk_all(BY_KEYS);
}

static void by_pointer_alone(void **state)
{
    (void)state;
    walk_all(BY_POINTER);
}

static void by_gamepad_alone(void **state)
{
    (void)state;
    walk_all(BY_PAD);
}

static void by_one_switch_alone(void **state)
{
    (void)state;
    walk_all(BY_SWITCH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_keyboard_alone),
        cmocka_unit_test(by_pointer_alone),
        cmocka_unit_test(by_gamepad_alone),
        cmocka_unit_test(by_one_switch_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
