// SPDX-License-Identifier: MIT
// Menus are spoken when what they show has changed. A session has a voice of
// its own (frame/spoken.h): while one plays, nothing here speaks over it.
#include "screens/aloud.h"
#include "screens/program_inside.h"

static bool is_wished(const struct program *p)
{
    return str_equal(p->facts->settings->text[SETTING_SPEECH], STR("on"));
}

static void put_words(const struct program *p, struct phrase *out)
{
    static const char *const titles[SCREEN_COUNT] = {
        [SCREEN_REFLECTION] = WORD("Reflection"),
        [SCREEN_CARE] = WORD("Care"),
        [SCREEN_GROUND] = WORD("Ninety seconds on the ground"),
        [SCREEN_CALENDAR] = WORD("Calendar"),
        [SCREEN_PLAN] = WORD("A plan"),
        [SCREEN_NOTICE] = WORD("Mistakes in a session"),
    };
    const struct tongue *tongue = p->options.ruler->tongue;
    if (p->screen == SCREEN_TODAY) {
        today_aloud(&p->today, p->facts, tongue, out);
    } else if (p->screen == SCREEN_SESSIONS) {
        sessions_aloud(&p->sessions, p->facts, tongue, out);
    } else if (p->screen == SCREEN_SETTINGS) {
        settings_screen_aloud(&p->settings, p->facts, tongue, out);
    } else if (p->screen == SCREEN_SETUP) {
        setup_aloud(&p->setup, p->facts, tongue, out);
    } else if (p->screen == SCREEN_WELCOME) {
        welcome_aloud(&p->welcome, p->facts, tongue, out);
    } else if (p->screen == SCREEN_INSIGHT) {
        insight_screen_aloud(&p->insight, p->facts, tongue, out);
    } else if (p->screen == SCREEN_JOURNAL) {
        journal_screen_aloud(&p->journal, p->facts, out);
    } else if (p->screen == SCREEN_CAUTIONS) {
        cautions_page_aloud(&p->cautions, p->facts, tongue, out);
    } else if (titles[p->screen]) {
        phrase_put(out, say(tongue, str_from(titles[p->screen])));
    }
}

static void ask_to_speak(struct program *p, struct requests *ask)
{
    request_add(ask, (struct request){.kind = REQUEST_SPEAK,
                                      .text = phrase_view(&p->said)});
}

void program_speak(struct program *p, struct requests *ask)
{
    struct phrase now = {0};
    if (p->hidden || !is_wished(p)) {
        return;
    }
    put_words(p, &now);
    if (!str_equal(phrase_view(&now), phrase_view(&p->said))) {
        p->said = now;
        ask_to_speak(p, ask);
    }
}

void program_speech(struct program *p, struct requests *ask)
{
    bool on = !is_wished(p);
    request_add(ask, (struct request){.kind = REQUEST_SETTING,
                                      .value = SETTING_SPEECH,
                                      .text = on ? STR("on") : STR("off")});
    p->said = (struct phrase){0};
    if (on) {
        put_words(p, &p->said);
    }
    ask_to_speak(p, ask);
}
