// SPDX-License-Identifier: MIT
#include "screens/welcome.h"

#include <assert.h>

#include "base/crc32.h"
#include "screens/welcome_inside.h"

// What a person reads once before the first session, and again when it says
// something else: a change of these lines changes its mark.
static const char *const care_lines[] = {
    WORD("Breathing practice is not treatment, and replaces none."),
    WORD("Stop when you feel dizzy, when hands or face tingle, when the heart "
         "races or the chest hurts, or when it is too much."),
    WORD("Then breathe as you like, open your eyes, feel your feet."),
    WORD("With a heart or lung condition, epilepsy, glaucoma, psychosis, or in "
         "pregnancy: ask a doctor first, and leave out holds and fast "
         "breathing."),
    WORD("Never in or near water, and never while driving. F1 shows help at "
         "any time."),
};
static_assert(sizeof(care_lines) / sizeof(care_lines[0]) == WELCOME_CARE_LINES,
              "all lines of the page");

struct str welcome_care_line(size_t i)
{
    return str_from(care_lines[i]);
}

static void put_mark(struct phrase *out)
{
    static const char digits[] = "0123456789abcdef";
    uint32_t sum = 0;
    for (size_t i = 0; i < WELCOME_CARE_LINES; i++) {
        sum = crc32_of(sum, str_from(care_lines[i]));
    }
    for (int shift = 28; shift >= 0; shift -= 4) {
        phrase_put(out, (struct str){&digits[sum >> shift & 15], 1});
    }
}

bool welcome_care_changed(const struct settings *s)
{
    struct phrase mark = {0};
    put_mark(&mark);
    struct str read = s->text[SETTING_CARE_READ];
    return read.len > 0 && !str_equal(read, phrase_view(&mark));
}

struct str welcome_title(enum welcome_page page)
{
    static const char *const titles[] = {
        [WELCOME_LIGHT] = WORD("Light"),
        [WELCOME_SOUND] = WORD("Sound"),
        [WELCOME_MOTION] = WORD("Motion"),
        [WELCOME_CARE] = WORD("Care"),
    };
    static_assert(sizeof(titles) / sizeof(titles[0]) == WELCOME_PAGE_COUNT,
                  "a title for each page");
    return str_from(titles[page]);
}

struct str welcome_text(enum welcome_page page)
{
    static const char *const texts[] = {
        [WELCOME_LIGHT] = WORD("Which light is kind to your eyes?"),
        [WELCOME_SOUND] = WORD("This is the sound of the breath. It rises as "
                               "you breathe in. Make it as soft as you like."),
        [WELCOME_MOTION] =
            WORD("May the picture move? Reduced: nothing grows or travels, "
                 "light alone shows the breath."),
        [WELCOME_CARE] = "",
    };
    static_assert(sizeof(texts) / sizeof(texts[0]) == WELCOME_PAGE_COUNT,
                  "a text for each page");
    return str_from(texts[page]);
}

// The setting that a page is about; SETTING_COUNT for care.
static enum setting welcome_setting(enum welcome_page page)
{
    static const enum setting settings[] = {
        [WELCOME_LIGHT] = SETTING_PALETTE,
        [WELCOME_SOUND] = SETTING_VOLUME,
        [WELCOME_MOTION] = SETTING_MOTION,
        [WELCOME_CARE] = SETTING_COUNT,
    };
    return settings[page];
}

size_t welcome_choices(enum welcome_page page,
                       struct str out[WELCOME_CHOICES_MOST])
{
    size_t count = 0;
    if (page == WELCOME_LIGHT || page == WELCOME_MOTION) {
        const struct setting_rule *rule = setting_rule(welcome_setting(page));
        while (count < WELCOME_CHOICES_MOST && rule->words[count]) {
            out[count] = str_from(rule->words[count]);
            count++;
        }
    }
    return count;
}

size_t welcome_chosen(const struct welcome *w, const struct settings *s)
{
    int number = s->number[welcome_setting(w->page)];
    if (w->page == WELCOME_LIGHT && w->wished.len > 0) {
        setting_takes(SETTING_PALETTE, w->wished, &number);
    }
    return number > 0 ? (size_t)number : 0;
}

struct area welcome_choice(size_t i)
{
    return (struct area){0.111f + 0.3f * (float)i, 0.52f, 0.27f, 0.1f};
}

struct area welcome_language(void)
{
    return (struct area){1.28f, 0.016f, 0.39f, 0.08f};
}

struct area welcome_next(void)
{
    return (struct area){0.111f, 0.8f, 0.3f, 0.0623f};
}

void welcome_listen(const struct welcome *w, struct requests *ask)
{
    request_add(ask, (struct request){.kind = REQUEST_LISTEN,
                                      .value = w->page == WELCOME_SOUND});
}

void welcome_open(struct welcome *w, enum welcome_page page)
{
    *w = (struct welcome){.page = page};
}

void welcome_propose(struct welcome *w, const struct facts *f,
                     struct str palette)
{
    bool untouched = f->settings->number[SETTING_PALETTE] == 0;
    if (w->page == WELCOME_LIGHT && untouched) {
        w->wished = palette;
    }
}

// The next language of those that are here, after the one that is spoken.
static void change_language(const struct facts *f, int way,
                            struct requests *ask)
{
    const char *const *words = setting_rule(SETTING_LANGUAGE)->words;
    size_t count = (size_t)setting_words(SETTING_LANGUAGE) - 1;
    assert(count > 0);
    struct str spoken =
        f->tongue && f->tongue->name.len > 0 ? f->tongue->name : STR("en");
    size_t now = 0;
    for (size_t i = 0; i < count; i++) { // words[0] is the system's
        now = str_equal(str_from(words[i + 1]), spoken) ? i : now;
    }
    size_t next = (now + (way > 0 ? 1 : count - 1)) % count;
    request_add(ask, (struct request){.kind = REQUEST_SETTING,
                                      .value = SETTING_LANGUAGE,
                                      .text = str_from(words[next + 1])});
}

// A page on; after the last it is over.
static enum wish go_on(struct welcome *w, struct requests *ask)
{
    if (w->page == WELCOME_LIGHT && w->wished.len > 0) {
        request_add(ask, (struct request){.kind = REQUEST_SETTING,
                                          .value = SETTING_PALETTE,
                                          .text = w->wished});
        w->wished = STR_NONE;
    }
    if (w->page == WELCOME_CARE) {
        put_mark(&w->read);
        request_add(ask, (struct request){.kind = REQUEST_SETTING,
                                          .value = SETTING_CARE_READ,
                                          .text = phrase_view(&w->read)});
        return WISH_TODAY;
    }
    w->page++;
    welcome_listen(w, ask);
    return WISH_NOTHING;
}

static void change(struct welcome *w, const struct facts *f, int way,
                   struct requests *ask)
{
    struct str words[WELCOME_CHOICES_MOST];
    size_t count = welcome_choices(w->page, words);
    if (w->page == WELCOME_SOUND) {
        request_add(ask,
                    (struct request){.kind = REQUEST_VOLUME, .value = way});
    } else if (count > 0) {
        size_t now = welcome_chosen(w, f->settings);
        size_t next = (now + (way > 0 ? 1 : count - 1)) % count;
        w->wished = STR_NONE;
        request_add(ask,
                    (struct request){.kind = REQUEST_SETTING,
                                     .value = (int)welcome_setting(w->page),
                                     .text = words[next]});
    }
}

static enum wish pointer(struct welcome *w, const struct facts *f,
                         const struct input *in, struct requests *ask)
{
    struct str words[WELCOME_CHOICES_MOST];
    size_t count = welcome_choices(w->page, words);
    bool sound = w->page == WELCOME_SOUND;
    if (w->page == WELCOME_LIGHT &&
        area_has(welcome_language(), in->x, in->y)) {
        change_language(f, 1, ask);
    }
    for (size_t i = 0; i < (sound ? 2 : count); i++) {
        if (!area_has(welcome_choice(i), in->x, in->y)) {
            continue;
        }
        if (sound) {
            change(w, f, i == 0 ? -1 : 1, ask);
        } else {
            w->wished = STR_NONE;
            request_add(ask,
                        (struct request){.kind = REQUEST_SETTING,
                                         .value = (int)welcome_setting(w->page),
                                         .text = words[i]});
        }
    }
    return area_has(welcome_next(), in->x, in->y) ? go_on(w, ask)
                                                  : WISH_NOTHING;
}

enum wish welcome_input(struct welcome *w, const struct facts *f,
                        const struct input *in, struct requests *ask)
{
    if (in->kind == INPUT_POINTER_DOWN) {
        return pointer(w, f, in, ask);
    }
    if (in->kind != INPUT_KEY) {
        return WISH_NOTHING;
    }
    switch ((int)in->key) {
    case KEY_ESCAPE:
        request_add(ask, (struct request){.kind = REQUEST_LISTEN});
        request_add(ask, (struct request){.kind = REQUEST_SETTINGS_FILE});
        return WISH_TODAY;
    case KEY_ENTER:
    case KEY_SPACE:
        return go_on(w, ask);
    case KEY_DOWN:
    case KEY_UP:
        if (w->page == WELCOME_LIGHT) {
            change_language(f, in->key == KEY_DOWN ? 1 : -1, ask);
        } else {
            change(w, f, in->key == KEY_DOWN ? -1 : 1, ask);
        }
        break;
    case KEY_LEFT:
    case KEY_RIGHT:
        change(w, f, in->key == KEY_LEFT ? -1 : 1, ask);
        break;
    }
    return WISH_NOTHING;
}

void welcome_aloud(const struct welcome *w, const struct facts *f,
                   const struct tongue *tongue, struct phrase *out)
{
    enum setting s = welcome_setting(w->page);
    struct str value = s == SETTING_COUNT  ? STR_NONE
                       : w->wished.len > 0 ? w->wished
                                           : f->settings->text[s];
    const struct str args[] = {say(tongue, welcome_title(w->page)),
                               say(tongue, welcome_text(w->page)),
                               say(tongue, value)};
    phrase_fill(out, say(tongue, STR("{1}. {2} {3}")), args, 3);
}
