// SPDX-License-Identifier: MIT
// A whole program without a window: inputs at their times, a session clock,
// and app's part done by hand. What was asked for is written down.
#pragma once

#include "../golden.h"
#include "../journal_whole.h"
#include "../scene_print.h"
#include "base/arena.h"
#include "core/session.h"
#include "core/timeline.h"
#include "fixed_ruler.h"
#include "frame/transport.h"
#include "screens/program.h"

struct evening {
    struct program program;
    struct facts facts;
    struct practice practices[8];
    struct entry entries[8];
    struct entries journal; // in their place, where more are needed
    struct session sessions[8];
    struct timeline timelines[8];
    struct care_page care;
    struct settings settings;
    struct insight insight;
    struct transport transport;
    struct arena mem, opened; // opened: of the session at hand
    struct buf log;           // "12000 pause 0 3000"
    struct buf kept;          // the entry as last kept or drafted, in short
    struct buf snapshot;      // the last one, likewise
    struct scene scene;
    int64_t now_ms;
    bool keeping_fails, typing;
};

// What the screens speak; zeroed: English. Set before evening_start.
static struct tongue evening_tongue;
static struct ruler evening_ruler = {.width = fixed_width,
                                     .tongue = &evening_tongue};

static const char *const scripts[] = {
    "title: Box breathing\nkind: breathwork\nclass: holds\n"
    "about: Four equal sides. Steadies attention.\n"
    "caution: Skip the empty hold if you are pregnant or feel panicky.\n"
    "posture: sitting\ndays: transition, normal, break\npacer: box\n"
    "settle 4s\nbreathe 4-4-4-4 x 2\n"
    "ask \"What did you notice in your body?\"\n"
    "rate steadiness \"How steady is your attention?\"\n",

    "title: Long tide\nkind: breathwork\nclass: gentle\n"
    "about: Slow breath, the longer way out.\n"
    "breathe 4-6 x 2\n",

    "title: Three pages\nkind: reflection\nclass: gentle\n"
    "write 30s \"What is on your mind?\"\nrest 10s\n",

    "title: Fire\nkind: breathwork\nclass: fast, holds\n"
    "caution: Not in water, not while driving.\n"
    "breathe 1-1 x 30\nretain empty 15s\n",
};
static const char *const names[] = {"box", "long-tide", "pages", "fire"};
enum { SCRIPTS = 4, BOX = 0, TIDE = 1, PAGES = 2, FIRE = 3 };

static inline struct instant evening_instant(struct evening *v)
{
    return (struct instant){v->now_ms, transport_ms(&v->transport)};
}

static inline void evening_entry_to(struct evening *v, int page,
                                    const char *word, struct buf *out)
{
    struct arena mem = {0};
    struct entry e = program_entry(&v->program, page, &mem);
    buf_printf(out, "%s %.*s %lld/%lld s%s mood %d", word, STR_ARG(e.session),
               (long long)e.done_s, (long long)e.planned_s,
               e.ended_early ? " early" : "", e.mood_after);
    for (size_t i = 0; i < e.rating_count; i++) {
        buf_printf(out, " %.*s=%d", STR_ARG(e.ratings[i].name),
                   e.ratings[i].value);
    }
    for (size_t i = 0; i < e.answer_count; i++) {
        buf_printf(out, " [%.*s]", STR_ARG(e.answers[i].text));
    }
    buf_printf(out, " \"%.*s\"\n", STR_ARG(e.text));
    arena_finish(&mem);
}

static inline void evening_entry(struct evening *v, const char *word)
{
    evening_entry_to(v, 0, word, &v->kept);
}

// Of the entries, as a journal has them.
static inline void evening_make_insight(struct evening *v)
{
    struct entries list = {v->entries, v->facts.entry_count};
    list = v->journal.count > 0 ? v->journal : list;
    struct entry *items = ARENA_ARRAY(&v->mem, struct entry, list.count + 1);
    for (size_t i = 0; i < list.count; i++) {
        items[i] = list.items[i];
        if (items[i].id.len == 0) {
            items[i].id = arena_printf(&v->mem, "20260101T000000Z-%08zx", i);
        }
    }
    struct places places = journal_written(items, list.count, &v->mem);
    insight_make(&v->insight, &places, v->program.today.day, &v->mem);
    v->facts.insight = &v->insight;
}

static inline void evening_perform(struct evening *v, struct requests *ask);

static inline void evening_open(struct evening *v, size_t i)
{
    struct requests ask = {0};
    transport_seek(&v->transport, v->now_ms * 1000000, 0);
    transport_pause(&v->transport, v->now_ms * 1000000);
    struct opened o = {.session = &v->sessions[i],
                       .timeline = &v->timelines[i],
                       .name = v->practices[i].name};
    program_opened(&v->program, &o, evening_instant(v), &ask);
    evening_perform(v, &ask);
}

static inline void evening_answer(struct evening *v, const struct request *q)
{
    struct requests more = {0};
    if (q->kind == REQUEST_OPEN) {
        struct arena mem = {0};
        struct diags ds = {.mem = &mem};
        size_t i = (size_t)q->value;
        assert_true(timeline_build(&v->timelines[i], &v->sessions[i],
                                   q->choices, &mem, &ds));
        evening_open(v, (size_t)q->value);
        arena_finish(&v->opened);
        v->opened = mem;
    } else if (q->kind == REQUEST_DRAFT) {
        evening_entry_to(v, q->value, "draft", &v->kept);
    } else if (q->kind == REQUEST_RUNNING && q->value != 0) {
        buf_clear(&v->snapshot);
        evening_entry_to(v, 0, "snapshot", &v->snapshot);
    } else if (q->kind == REQUEST_GO_ON) {
        program_resume(&v->program, &v->facts.left[q->value],
                       evening_instant(v), &more);
    } else if (q->kind == REQUEST_INSIGHT) {
        evening_make_insight(v);
    } else if (q->kind == REQUEST_SETTING) {
        enum setting s = (enum setting)q->value;
        assert_true(setting_takes(s, q->text, &v->settings.number[s]));
        v->settings.text[s] = arena_copy(&v->mem, q->text);
        program_settings_changed(&v->program);
    } else if (q->kind == REQUEST_KEEP && v->keeping_fails) {
        program_keep_failed(&v->program, STR("/home/k/drafts/20261121.rec"),
                            STR("no space left"));
    } else if (q->kind == REQUEST_KEEP) {
        evening_entry_to(v, q->value, "keep", &v->kept);
        program_kept(&v->program, evening_instant(v), &more);
    }
    evening_perform(v, &more);
}

static inline void evening_time(struct evening *v, const struct request *q)
{
    int64_t clock = v->now_ms * 1000000;
    if (q->kind == REQUEST_PLAY) {
        transport_seek(&v->transport, clock, q->ms);
        transport_run(&v->transport, clock);
    } else if (q->kind == REQUEST_RESUME) {
        transport_run(&v->transport, clock);
    } else if (q->kind == REQUEST_PAUSE || q->kind == REQUEST_FINISH) {
        transport_pause(&v->transport, clock);
    } else if (q->kind == REQUEST_SEEK || q->kind == REQUEST_TAP) {
        transport_seek(&v->transport, clock, q->ms);
    }
    transport_gate(&v->transport, program_gate_ms(&v->program));
}

static inline void evening_perform(struct evening *v, struct requests *ask)
{
    static const char *const words[REQUEST_KIND_COUNT] = {
        [REQUEST_OPEN] = "open",
        [REQUEST_PLAY] = "play",
        [REQUEST_PAUSE] = "pause",
        [REQUEST_RESUME] = "resume",
        [REQUEST_SEEK] = "seek",
        [REQUEST_TAP] = "tap",
        [REQUEST_FINISH] = "finish",
        [REQUEST_SILENCE] = "silence",
        [REQUEST_REFLECT] = "reflect",
        [REQUEST_DRAFT] = "draft",
        [REQUEST_RUNNING] = "snapshot",
        [REQUEST_GO_ON] = "go on",
        [REQUEST_LET_GO] = "let go",
        [REQUEST_KEEP] = "keep",
        [REQUEST_DISCARD] = "discard",
        [REQUEST_QUIT] = "quit",
        [REQUEST_LISTEN] = "listen",
        [REQUEST_SETTINGS_FILE] = "settings file",
        [REQUEST_MARK] = "mark",
        [REQUEST_MOVE] = "move",
        [REQUEST_UNMARK] = "unmark",
        [REQUEST_PLAN] = "plan",
        [REQUEST_TICK] = "tick",
        [REQUEST_SUPPORT] = "support",
        [REQUEST_JOURNAL] = "journal",
        [REQUEST_EXPORT] = "export",
        [REQUEST_ERASE] = "erase",
    };
    for (size_t i = 0; i < ask->count; i++) {
        const struct request *q = &ask->items[i];
        if (words[q->kind]) { // not the window's and the clipboard's
            bool named = q->kind == REQUEST_ERASE;
            bool moved = q->kind == REQUEST_MOVE;
            buf_printf(&v->log, "%lld %s %d %lld%s%.*s\n", (long long)v->now_ms,
                       words[q->kind], moved ? q->planned.number : q->value,
                       (long long)(q->day.number ? q->day.number : q->ms),
                       named ? " " : "", named ? (int)q->text.len : 0,
                       q->text.at);
        }
        v->typing = q->kind == REQUEST_TYPING ? q->value != 0 : v->typing;
        evening_time(v, q);
        evening_answer(v, q);
    }
}

static inline void evening_start(struct evening *v, bool play,
                                 const char *calendar, int second)
{
    *v = (struct evening){.now_ms = 1000};
    for (size_t i = 0; i < SCRIPTS; i++) {
        struct diags ds = {.mem = &v->mem};
        struct session *s = &v->sessions[i];
        bool good = session_parse(s, str_from(scripts[i]), &v->mem, &ds) &&
                    timeline_build(&v->timelines[i], s, NULL, &v->mem, &ds);
        assert_true(good);
        practice_of(&v->practices[i], s, &v->timelines[i], &evening_tongue,
                    &v->mem);
        v->practices[i].name = str_from(names[i]);
    }
    struct day day = {0};
    assert_true(day_parse(STR("2026-11-21"), &day));
    care_read(&v->care,
              STR("country: United States\nchecked: 2026-11-22\n\n"
                  "Emergency services | 911 | Danger to life\n"
                  "Suicide & Crisis Lifeline | 988 | Call or text\n"),
              &v->mem, NULL);
    v->facts = (struct facts){
        .now = {.day = day, .second = second},
        .calendar = calendar_read(str_from(calendar), STR_NONE, &v->mem, NULL),
        .practices = v->practices,
        .practice_count = SCRIPTS,
        .entries = v->entries,
        .care = &v->care,
        .care_count = 1,
        .settings = &v->settings,
        .tongue = &evening_tongue,
    };
    settings_init(&v->settings);
    transport_init(&v->transport, 1000000000, v->now_ms * 1000000);
    program_init(&v->program, &(struct program_options){.ruler = &evening_ruler,
                                                        .play = play});
    program_facts(&v->program, &v->facts);
}

// A script that has a mistake and lies in a folder of the person's own.
static inline void evening_mistake(struct practice *p)
{
    static const struct diag mistake = {
        .line = 14,
        .column = 21,
        .message = {"\"4x\" is no duration", 19},
        .hint = {"write 4s or 4m", 14},
        .source = {"breathe 4-6 for 4x", 18}};
    p->mistakes = &mistake;
    p->mistake_count = 1;
    p->path = STR("/home/k/sessions/pages.session");
}

static inline void evening_finish(struct evening *v)
{
    program_finish(&v->program);
    arena_finish(&v->opened);
    arena_finish(&v->mem);
    buf_finish(&v->log);
    buf_finish(&v->kept);
    buf_finish(&v->snapshot);
}

static inline void evening_draw(struct evening *v)
{
    scene_begin(&v->scene, 0, 0, STAGE_WIDTH, 1);
    program_draw(&v->program, &v->scene, evening_instant(v));
    assert_false(v->scene.overflow);
}

// Whether the scene has a text with these words in it.
static inline bool evening_shows(const struct evening *v, const char *words)
{
    for (size_t i = 0; i < v->scene.count; i++) {
        struct str text = scene_text_of(&v->scene, &v->scene.shapes[i]);
        for (size_t at = 0; at < text.len; at++) {
            if (str_starts(str_sub(text, at, text.len), str_from(words))) {
                return true;
            }
        }
    }
    return false;
}

// Runs on to now_ms, a frame every 20 ms.
static inline void evening_to(struct evening *v, int64_t now_ms)
{
    while (v->now_ms < now_ms) {
        v->now_ms = v->now_ms + 20 < now_ms ? v->now_ms + 20 : now_ms;
        transport_advance(&v->transport, v->now_ms * 1000000);
        struct requests ask = {0};
        program_tick(&v->program, evening_instant(v), &ask);
        evening_perform(v, &ask);
    }
}

static inline void evening_input(struct evening *v, struct input in)
{
    struct requests ask = {0};
    transport_advance(&v->transport, v->now_ms * 1000000);
    program_input(&v->program, &in, evening_instant(v), &ask);
    evening_perform(v, &ask);
    evening_draw(v);
}

static inline void evening_text(struct evening *v, struct str text)
{
    evening_input(v, (struct input){.kind = INPUT_TEXT, .text = text});
}

// As the window gives them: what prints comes as text where text is awaited,
// else as a key.
static inline void evening_key(struct evening *v, enum key key, unsigned mods)
{
    if (key == KEY_SPACE && v->typing) {
        evening_text(v, STR(" "));
        return;
    }
    evening_input(v,
                  (struct input){.kind = INPUT_KEY, .key = key, .mods = mods});
}

// One ASCII letter.
static inline void evening_letter(struct evening *v, const char *letter)
{
    if (v->typing) {
        evening_text(v, (struct str){letter, 1});
    } else {
        evening_input(v, (struct input){.kind = INPUT_KEY,
                                        .key = KEY_CHAR,
                                        .letter = (unsigned char)*letter});
    }
}

static inline void evening_type(struct evening *v, const char *text)
{
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (text[i] == '\n' || text[i] == ' ') {
            evening_key(v, text[i] == ' ' ? KEY_SPACE : KEY_ENTER, 0);
        } else {
            evening_letter(v, text + i);
        }
        v->now_ms += 100;
    }
}

static inline void evening_click(struct evening *v, float x, float y)
{
    evening_input(v,
                  (struct input){
                      .kind = INPUT_POINTER_DOWN, .x = x, .y = y, .clicks = 1});
    evening_input(v, (struct input){.kind = INPUT_POINTER_UP, .x = x, .y = y});
}
