// SPDX-License-Identifier: MIT
// Every screen in the states that a person sees it in, set by the real fonts,
// over a fortnight of somebody's days: for tests that look at all of them, and
// for the pictures.
#pragma once

#include <stdio.h>
#include <string.h>

#include "../journal_whole.h"
#include "evening.h"
#include "platform/canvas.h"
#include "platform/fonts.h"
#include "ways.h"

// Reached from Today by the words of way; "open:N" opens the evening's script
// N, "play:N" the shipped session N.
static const struct view {
    const char *name;
    enum screen screen; // that must be up in the end
    enum {
        VIEW_PLAIN = 0,
        VIEW_FIRST = 1,  // nothing is there yet: the first run
        VIEW_LEFT = 2,   // words of an earlier run
        VIEW_COUPLE = 4, // the session is for two
        VIEW_BROKEN = 8, // a script has a mistake
        VIEW_BLIND = 16, // the kind of day is hidden
        VIEW_SWITCH = 32
    } with;
    const char *way;
} views[] = {
    {"today", SCREEN_TODAY, VIEW_PLAIN, ""},
    {"today, words were left", SCREEN_TODAY, VIEW_LEFT, ""},
    {"today, the menu", SCREEN_TODAY, VIEW_PLAIN, "Down Down Down Right"},
    {"one switch", SCREEN_TODAY, VIEW_SWITCH, "wait:2000"},
    {"sessions", SCREEN_SESSIONS, VIEW_PLAIN, "Down Down Down Right Enter"},
    {"sessions, cautions", SCREEN_SESSIONS, VIEW_PLAIN,
     "Down Down Down Right Enter End"},
    {"sessions, kinds", SCREEN_SESSIONS, VIEW_PLAIN,
     "Down Down Down Right Enter Up Right"},
    {"setup", SCREEN_SETUP, VIEW_PLAIN, "Right"},
    {"setup, lower", SCREEN_SETUP, VIEW_PLAIN, "Right Down Down Down Down"},
    {"notice", SCREEN_NOTICE, VIEW_BROKEN,
     "Down Down Down Right Enter End Enter"},
    {"player, cautions", SCREEN_PLAYER, VIEW_PLAIN, "open:0"},
    {"player", SCREEN_PLAYER, VIEW_PLAIN, "open:1 wait:7000"},
    {"player, wave", SCREEN_PLAYER, VIEW_PLAIN, "open:1 wait:7000 p wait:2000"},
    {"player, paused", SCREEN_PLAYER, VIEW_PLAIN,
     "open:1 wait:7000 Space wait:600"},
    {"player, keys", SCREEN_PLAYER, VIEW_PLAIN, "open:1 wait:7000 ? wait:600"},
    {"player, box", SCREEN_PLAYER, VIEW_PLAIN, "open:0 Enter wait:12000"},
    {"player, a hold", SCREEN_PLAYER, VIEW_PLAIN, "open:4 Enter wait:14000"},
    {"player, writing", SCREEN_PLAYER, VIEW_PLAIN,
     "open:2 wait:3000 w h a t wait:600"},
    {"landing", SCREEN_PLAYER, VIEW_PLAIN, "open:1 wait:4000 Esc wait:2000"},
    {"sitting on", SCREEN_PLAYER, VIEW_PLAIN,
     "open:5 wait:12000 Space wait:61500 Space wait:700"},
    {"reflection", SCREEN_REFLECTION, VIEW_PLAIN,
     "open:0 Enter wait:9000 Esc Esc wait:1000 4 T h e Space h a n d s Space "
     "a r e Space w a r m ."},
    {"reflection, more", SCREEN_REFLECTION, VIEW_PLAIN,
     "open:0 Enter wait:9000 Esc Esc wait:1000 Tab Tab"},
    {"reflection, a guess", SCREEN_REFLECTION, VIEW_BLIND,
     "open:1 wait:4000 Esc Esc wait:1000"},
    {"reflection of two", SCREEN_REFLECTION, VIEW_COUPLE,
     "open:1 wait:4000 Esc Esc wait:1000 Ctrl+Tab"},
    {"check-in", SCREEN_REFLECTION, VIEW_PLAIN, "c"},
    {"calendar", SCREEN_CALENDAR, VIEW_PLAIN,
     "Down Down Down Right Right Enter"},
    {"calendar, a day", SCREEN_CALENDAR, VIEW_PLAIN,
     "Down Down Down Right Right Enter Left Left Enter"},
    {"plan, screening", SCREEN_PLAN, VIEW_PLAIN,
     "Down Down Down Right Right Enter n"},
    {"plan, rhythm", SCREEN_PLAN, VIEW_PLAIN,
     "Down Down Down Right Right Enter n Enter"},
    {"plan, start", SCREEN_PLAN, VIEW_PLAIN,
     "Down Down Down Right Right Enter n Enter Enter"},
    {"plan, weeks", SCREEN_PLAN, VIEW_PLAIN,
     "Down Down Down Right Right Enter n Enter Enter Enter"},
    {"plan, list", SCREEN_PLAN, VIEW_PLAIN,
     "Down Down Down Right Right Enter n Enter Enter Enter Enter Enter"},
    {"plan, to keep", SCREEN_PLAN, VIEW_PLAIN,
     "Down Down Down Right Right Enter n Enter Enter Enter Enter Enter Tab Tab "
     "Tab Tab Tab Tab"},
    {"journal", SCREEN_JOURNAL, VIEW_PLAIN,
     "Down Down Down Right Right Right Enter"},
    {"journal, an entry", SCREEN_JOURNAL, VIEW_PLAIN,
     "Down Down Down Right Right Right Enter Down Down Enter"},
    {"journal, searched", SCREEN_JOURNAL, VIEW_PLAIN,
     "Down Down Down Right Right Right Enter / h a n d s"},
    {"journal, a question", SCREEN_JOURNAL, VIEW_PLAIN,
     "Down Down Down Right Right Right Enter Down Enter d"},
    {"insight, time", SCREEN_INSIGHT, VIEW_PLAIN,
     "Down Down Down Right Right Right Right Enter"},
    {"insight, change", SCREEN_INSIGHT, VIEW_PLAIN,
     "Down Down Down Right Right Right Right Enter Right"},
    {"insight, practice", SCREEN_INSIGHT, VIEW_PLAIN,
     "Down Down Down Right Right Right Right Enter Right Right"},
    {"insight, days", SCREEN_INSIGHT, VIEW_PLAIN,
     "Down Down Down Right Right Right Right Enter Right Right Right"},
    {"insight, weeks", SCREEN_INSIGHT, VIEW_PLAIN,
     "Down Down Down Right Right Right Right Enter Right Right Right Right"},
    {"care", SCREEN_CARE, VIEW_PLAIN, "F1"},
    {"cautions", SCREEN_CAUTIONS, VIEW_PLAIN, "F1 c Space Down Down Space"},
    {"grounding", SCREEN_GROUND, VIEW_PLAIN, "g wait:16000"},
    {"settings", SCREEN_SETTINGS, VIEW_PLAIN,
     "Down Down Down Right Right Right Right Right Right Enter"},
    {"settings, lower", SCREEN_SETTINGS, VIEW_PLAIN,
     "Down Down Down Right Right Right Right Right Right Enter End"},
    {"first run, light", SCREEN_WELCOME, VIEW_FIRST, ""},
    {"first run, sound", SCREEN_WELCOME, VIEW_FIRST, "Enter"},
    {"first run, motion", SCREEN_WELCOME, VIEW_FIRST, "Enter Enter"},
    {"first run, care", SCREEN_WELCOME, VIEW_FIRST, "Enter Enter Enter"},
};
enum { VIEWS = sizeof(views) / sizeof(views[0]) };

static const char views_calendar[] =
    "%rec: Mark\n\n"
    "Id: 20261030T190000Z-0b1c2d3e\nAt: 2026-10-30 20:00:00 +0100\n"
    "What: plan\nStart: 2026-11-01\nLabel: Autumn\nItem: Magnesium\n"
    "Item: A walk\nPattern: dose transition normal\nCycle_days: 42\n"
    "Break_days: 14\n\n"
    "Id: 20261116T062000Z-5a10c001\nAt: 2026-11-16 07:20:00 +0100\n"
    "What: taken\nDay_date: 2026-11-16\nNote: with breakfast\n";

// What somebody wrote: day, session, seconds, moods, words.
static const struct {
    int day;
    const char *session;
    int seconds, before, after;
    const char *text;
} views_days[] = {
    {1, "coherent", 600, 2, 3, "Slow. The street was loud, then it was not."},
    {2, "box", 300, 2, 2, ""},
    {3, "body-scan", 1200, 3, 4, "Warm hands, at last."},
    {4, "box", 320, 3, 3, ""},
    {5, "coherent", 600, 3, 3, "Thought about work most of the time."},
    {6, "long-tide", 720, 3, 4, ""},
    {7, "coherent", 600, 4, 5, "Sun on the floor. Nothing else to say."},
    {9, "box", 300, 2, 3, ""},
    {10, "long-tide", 720, 1, 2, "Tired. Ten minutes were enough."},
    {11, "four-seven-eight", 240, 1, 1, "Stopped in the middle."},
    {12, "coherent", 600, 3, 3, ""},
    {13, "body-scan", 1200, 3, 4, "The hands again, and the jaw."},
    {14, "coherent", 600, 3, 4, ""},
    {15, "standing-shake", 600, 3, 5, "Laughed in the kitchen."},
    {17, "coherent", 600, 3, 4, "The breath goes by itself."},
    {18, "long-tide", 720, 3, 4,
     "The shoulders let go somewhere around the sixth breath. I noticed I had "
     "been holding a conversation from this morning.\n+ \n+ Want to write to "
     "her."},
    {19, "box", 300, 2, 3, ""},
    {20, "coherent", 600, 3, 3, "Read until late, so it was short."},
};

// Two more scripts, for what the evening's do not have.
static const char *const views_scripts[] = {
    "title: One breath held\nkind: breathwork\nclass: holds\n"
    "caution: Let it go when it asks to go.\nbreathe 4-6 x 1\nretain full "
    "until tap at most 60s \"Hold.\"\nrest 10s\n",
    "title: Open sit\nkind: meditation\nclass: gentle\npacer: none\n"
    "sit 10s \"Nothing to do.\"\n",
};

static struct fonts *views_fonts;
static struct journal_facts views_journal;

static inline struct str views_file(const char *path, struct arena *mem)
{
    struct buf text = {0}, whole = {0};
    buf_printf(&whole, "%s/%s", BREATHMARK_TREE, path);
    FILE *file = fopen(buf_cstr(&whole), "rb");
    assert_non_null(file);
    for (size_t count = 1; count > 0; text.len += count) {
        buf_reserve(&text, 65536);
        count = fread(text.at + text.len, 1, 65536, file);
    }
    fclose(file);
    struct str kept = arena_copy(mem, buf_view(&text));
    buf_finish(&text);
    buf_finish(&whole);
    return kept;
}

static inline void views_open_fonts(void)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    views_fonts = fonts_create(STR(BREATHMARK_TREE "/assets"), &mem, &why);
    assert_str(why, "");
    arena_finish(&mem);
    fonts_fit(views_fonts, 1080);
    evening_ruler = fonts_ruler(views_fonts);
    evening_ruler.tongue = &evening_tongue;
}

static inline void views_close_fonts(void)
{
    fonts_destroy(views_fonts);
    views_fonts = NULL;
}

// NULL: English. False when the fonts that are installed do not have it.
static inline bool views_speak(const char *language, struct arena *mem)
{
    struct buf path = {0};
    evening_tongue = (struct tongue){0};
    if (language) {
        buf_printf(&path, "assets/words/%s.txt", language);
        tongue_read(&evening_tongue, str_from(language),
                    views_file(buf_cstr(&path), mem), mem, NULL);
    }
    buf_finish(&path);
    return fonts_show(views_fonts, say(&evening_tongue, STR("Care")));
}

static inline void views_put_session(struct evening *v, size_t i,
                                     const char *name, struct str text)
{
    struct diags ds = {.mem = &v->mem};
    struct session *s = &v->sessions[i];
    assert_true(session_parse(s, text, &v->mem, &ds));
    assert_true(timeline_build(&v->timelines[i], s, NULL, &v->mem, &ds));
    practice_of(&v->practices[i], s, &v->timelines[i], &evening_tongue,
                &v->mem);
    v->practices[i].name = str_from(name);
}

// Box and one more in the language of the screens, where they are.
static inline void views_put_sessions(struct evening *v)
{
    static const char *const shipped[] = {"coherent", "body-scan"};
    for (size_t i = 0; i < 2; i++) {
        struct buf path = {0};
        buf_printf(&path, "sessions/%s%s%.*s.session", shipped[i],
                   evening_tongue.name.len > 0 ? "." : "",
                   STR_ARG(evening_tongue.name));
        views_put_session(v, 6 + i, shipped[i],
                          views_file(buf_cstr(&path), &v->mem));
        views_put_session(v, 4 + i, i == 0 ? "held" : "sit",
                          str_from(views_scripts[i]));
        buf_finish(&path);
    }
    v->facts.practice_count = 8;
}

static inline void views_put_journal(struct evening *v)
{
    static const struct str source = {"journal.rec", 11};
    struct buf text = {0};
    for (size_t i = 0; i < sizeof(views_days) / sizeof(views_days[0]); i++) {
        static const char *const kinds[] = {"dose", "transition", "normal"};
        int day = views_days[i].day;
        buf_printf(&text,
                   "Id: 202611%02dT203000Z-000000%02d\n"
                   "At: 2026-11-%02d 21:30:00 +0100\nDay_date: 2026-11-%02d\n"
                   "Day_kind: %s\nDay_basis: planned\nSession: %s\n"
                   "Planned_s: %d\nDone_s: %d\nMood_before: %d\n"
                   "Mood_after: %d\nRate: steadiness %d\n",
                   day, day, day, day, kinds[(day - 1) % 3],
                   views_days[i].session, views_days[i].seconds,
                   views_days[i].seconds, views_days[i].before,
                   views_days[i].after, views_days[i].after + 3);
        if (views_days[i].text[0] != '\0') {
            buf_printf(&text, "Tag: evening\nText: %s\n", views_days[i].text);
        }
        buf_put_char(&text, '\n');
    }
    struct str *kept = ARENA_NEW(&v->mem, struct str);
    *kept = arena_copy(&v->mem, buf_view(&text));
    struct places places = journal_scan(kept, 1, &v->mem, NULL);
    struct entries entries = journal_whole(kept, 1, &v->mem, NULL);
    views_journal = (struct journal_facts){.sources = &source,
                                           .source_count = 1,
                                           .path = STR("/home/k/journal.rec")};
    journal_index_make(&views_journal.index, &places,
                       (struct session_titles){0}, &v->mem);
    v->facts.journal = &views_journal;
    v->facts.entries = entries.items;
    v->facts.entry_count = entries.count;
    v->journal = entries;
    buf_finish(&text);
}

static inline void views_put_protocols(struct evening *v)
{
    static const char *const files[] = {"fadiman", "every-other-day",
                                        "nightcap"};
    static struct protocol protocols[3];
    for (size_t i = 0; i < 3; i++) {
        struct buf path = {0};
        struct diags notes = {.mem = &v->mem};
        buf_printf(&path, "assets/protocols/%s.txt", files[i]);
        protocol_read(str_from(files[i]), views_file(buf_cstr(&path), &v->mem),
                      &v->mem, &notes, &protocols[i]);
        buf_finish(&path);
    }
    v->facts.protocols = protocols;
    v->facts.protocol_count = 3;
}

static inline void views_start(struct evening *v, const struct view *view,
                               int text_size)
{
    static struct entry left;
    static struct care_page pages[2];
    bool first = view->with & VIEW_FIRST;
    evening_start(v, false, first ? "" : views_calendar, 21 * 3600);
    v->settings.number[SETTING_TEXT_SIZE] = text_size;
    v->settings.number[SETTING_BLINDING] = view->with & VIEW_BLIND ? 1 : 0;
    v->settings.number[SETTING_SWITCH] =
        view->with & VIEW_SWITCH ? SETTING_ON : SETTING_OFF;
    views_put_sessions(v);
    if (!first) {
        views_put_journal(v);
    }
    views_put_protocols(v);
    care_read(&pages[0], views_file("assets/care/us.txt", &v->mem), &v->mem,
              NULL);
    v->facts.care = pages;
    if (view->with & VIEW_LEFT) {
        entry_init(&left);
        left.session = STR("coherent");
        left.at = STR("2026-11-21 18:10:00 +0100");
        left.day_date = v->facts.now.day;
        left.text = STR("The hands");
        v->facts.left = &left;
        v->facts.left_count = 1;
    }
    if (view->with & VIEW_BROKEN) {
        evening_mistake(&v->practices[PAGES]);
        v->practices[PAGES].title = STR("Zigzag");
    }
    if (view->with & VIEW_COUPLE) {
        v->settings.text[SETTING_PARTNER] = STR("Anna");
        v->sessions[TIDE].kind = KIND_PARTNER;
    }
    program_facts(&v->program, &v->facts);
    program_settings_changed(&v->program);
    if (first) {
        program_welcome(&v->program, true);
    }
}

static inline void views_step(struct evening *v, struct str word)
{
    bool turned = evening_tongue.right_to_left;
    if (str_starts(word, STR("open:"))) {
        evening_open(v, (size_t)(word.at[5] - '0'));
        program_settings_changed(&v->program);
    } else if (str_equal(word, STR("Ctrl+Tab"))) {
        evening_key(v, KEY_TAB, MOD_CTRL);
    } else if (turned && str_equal(word, STR("Right"))) {
        way_key(v, STR("Left"));
    } else if (turned && str_equal(word, STR("Left"))) {
        way_key(v, STR("Right"));
    } else {
        way_key(v, word);
    }
}

// To where the view is; a frame is drawn into a window of these bounds.
static inline void views_go(struct evening *v, const struct view *view,
                            int text_size)
{
    views_start(v, view, text_size);
    way_walk(v, view->way, views_step);
    if (v->program.screen != view->screen) {
        fail_msg("the view \"%s\" is of %s", view->name,
                 way_names[v->program.screen]);
    }
}

// As the program does before it draws into a window of that stage.
static inline void views_zoom(struct evening *v, struct stage stage)
{
    program_fit(&v->program, &evening_ruler, -stage.top, stage.px);
    fonts_fit(views_fonts, evening_ruler.px);
    program_remeasure(&v->program);
}

static inline void views_end(struct evening *v)
{
    evening_finish(v);
    journal_index_finish(&views_journal.index);
    views_journal = (struct journal_facts){0};
}
