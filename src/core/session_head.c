// SPDX-License-Identifier: MIT
// The head: a table of keys, each with the function that reads its value.
#include <assert.h>

#include "base/utf8.h"
#include "core/session_reader.h"

// A part of the head's value, trimmed, with its place.
static struct token item_of(struct token value, size_t from, size_t to)
{
    struct str raw = value.raw;
    while (from < to && lexer_is_blank(raw.at[from])) {
        from++;
    }
    while (to > from && lexer_is_blank(raw.at[to - 1])) {
        to--;
    }
    struct token item = value;
    item.raw = str_sub(raw, from, to);
    item.column += (int)utf8_length(str_sub(raw, 0, from));
    item.width = (int)utf8_length(item.raw);
    return item;
}

// The value as a text: a tab counts as a blank, and what may not stand in a
// script is not shown either.
static struct str text_of(struct reader *r, struct str raw)
{
    if (r->failed) {
        raw = reader_clean(r, raw);
    }
    if (str_find(raw, '\t', 0) == raw.len) {
        return raw;
    }
    struct buf out = {0};
    for (size_t i = 0; i < raw.len; i++) {
        buf_put_char(&out, raw.at[i] == '\t' ? ' ' : raw.at[i]);
    }
    struct str text = arena_copy(r->mem, buf_view(&out));
    buf_finish(&out);
    return text;
}

static void say_unknown(struct reader *r, const struct token *t,
                        enum word_table table, const char *what)
{
    struct str list = word_list(table, r->mem);
    reader_fault(
        r, t,
        arena_printf(r->mem, "%.*s is not %s%.*s",
                     STR_ARG(reader_quote(r, t->raw)), what,
                     STR_ARG(reader_meant(r, word_nearest(table, t->raw)))),
        arena_printf(r->mem, "it is %.*s", STR_ARG(list)));
}

void session_check_pacer(struct reader *r, const struct token *t)
{
    if (!word_find(WORDS_PACERS, t->raw)) {
        say_unknown(r, t, WORDS_PACERS, "a pacer");
    }
}

// The value of the one word that stands there; false when it is none.
static bool read_one(struct reader *r, enum word_table table, const char *what,
                     int *value)
{
    const struct word *w = word_find(table, r->rest.raw);
    if (!w) {
        say_unknown(r, &r->rest, table, what);
        return false;
    }
    *value = w->value;
    return true;
}

// The bits of a list of words; alone is the word that stands by itself.
static unsigned read_list(struct reader *r, enum word_table table,
                          struct str alone, const char *what)
{
    unsigned bits = 0;
    size_t count = 0;
    struct token lonely = {0};
    struct str raw = r->rest.raw;
    for (size_t from = 0; from <= raw.len; count++) {
        size_t to = str_find(raw, ',', from);
        struct token item = item_of(r->rest, from, to);
        const struct word *w = word_find(table, item.raw);
        from = to + 1;
        if (!w) {
            say_unknown(r, &item, table, what);
            continue;
        }
        if (str_equal(item.raw, alone)) {
            lonely = lonely.raw.len > 0 ? lonely : item;
        } else if (bits & (unsigned)w->value) {
            reader_fault(r, &item,
                         arena_printf(r->mem, "%.*s stands there twice",
                                      STR_ARG(reader_quote(r, item.raw))),
                         STR("name each once"));
        } else {
            bits |= (unsigned)w->value;
        }
    }
    if (lonely.raw.len > 0 && count > 1) {
        reader_fault(
            r, &lonely,
            arena_printf(r->mem, "\"%.*s\" stands alone", STR_ARG(alone)),
            STR("remove it, or the others"));
    }
    return bits;
}

static void read_title(struct reader *r)
{
    r->out->title = text_of(r, r->rest.raw);
    size_t length = utf8_length(r->rest.raw);
    if (length > LIMIT_TITLE) {
        reader_fault(r, &r->rest,
                     arena_printf(r->mem,
                                  "the title has %zu characters; at most %d",
                                  length, LIMIT_TITLE),
                     STR("say the rest in \"about:\""));
    }
}

static void read_kind(struct reader *r)
{
    int value = KIND_BREATHWORK;
    read_one(r, WORDS_KINDS, "a kind", &value);
    r->out->kind = (enum session_kind)value;
}

static void read_class(struct reader *r)
{
    r->out->class_line = r->key.line;
    r->class_value = r->rest;
    r->out->classes = read_list(r, WORDS_CLASSES, STR("gentle"), "a class");
}

static void read_effect(struct reader *r)
{
    int value = EFFECT_NONE;
    read_one(r, WORDS_EFFECTS, "an effect", &value);
    r->out->effect = (enum effect)value;
}

static void read_about(struct reader *r)
{
    r->out->about = text_of(r, r->rest.raw);
}

static void read_source(struct reader *r)
{
    r->sources[r->source_count++] = text_of(r, r->rest.raw);
}

static void read_author(struct reader *r)
{
    r->out->author = text_of(r, r->rest.raw);
}

static void read_license(struct reader *r)
{
    r->out->license = text_of(r, r->rest.raw);
}

static void read_evidence(struct reader *r)
{
    struct str raw = r->rest.raw;
    if (raw.len == 1 && raw.at[0] >= 'A' && raw.at[0] <= 'D') {
        r->out->evidence = raw.at[0];
        return;
    }
    reader_fault(r, &r->rest,
                 arena_printf(r->mem, "%.*s is not a grade of evidence",
                              STR_ARG(reader_quote(r, raw))),
                 STR("A: controlled trials, B: small or physiological "
                     "studies, C: clinical tradition, D: popular"));
}

static void read_caution(struct reader *r)
{
    r->cautions[r->caution_count++] = text_of(r, r->rest.raw);
}

static void read_days(struct reader *r)
{
    unsigned bits = read_list(r, WORDS_DAYS, STR("any"), "a kind of day");
    r->out->days = bits ? bits : SUITS_ANY;
}

static void read_posture(struct reader *r)
{
    int value = POSTURE_ANY;
    read_one(r, WORDS_POSTURES, "a posture", &value);
    r->out->posture = (enum posture)value;
}

static void read_bed(struct reader *r)
{
    session_check_sound(r, &r->rest, true);
    r->out->bed = r->rest.raw;
}

static void read_pacer(struct reader *r)
{
    int value = PACER_ORB;
    read_one(r, WORDS_PACERS, "a pacer", &value);
    r->out->pacer = (enum pacer)value;
}

static void read_voice(struct reader *r)
{
    int value = 0;
    read_one(r, WORDS_SWITCH, "on or off", &value);
    r->out->voice = value != 0;
}

static void read_lang(struct reader *r)
{
    struct str raw = r->rest.raw;
    for (size_t i = 0; i < raw.len; i++) {
        char c = raw.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9') && c != '-') {
            reader_fault(r, &r->rest,
                         arena_printf(r->mem, "%.*s is not a language tag",
                                      STR_ARG(reader_quote(r, raw))),
                         STR("write it like en, de or pt-BR"));
            return;
        }
    }
    r->out->lang = raw;
}

static const struct {
    void (*read)(struct reader *r);
    bool required, repeats;
} rules[] = {
    [KEY_TITLE] = {read_title, true, false},
    [KEY_KIND] = {read_kind, true, false},
    [KEY_CLASS] = {read_class, true, false},
    [KEY_EFFECT] = {read_effect, false, false},
    [KEY_ABOUT] = {read_about, false, false},
    [KEY_SOURCE] = {read_source, false, true},
    [KEY_AUTHOR] = {read_author, false, false},
    [KEY_LICENSE] = {read_license, false, false},
    [KEY_EVIDENCE] = {read_evidence, false, false},
    [KEY_CAUTION] = {read_caution, false, true},
    [KEY_DAYS] = {read_days, false, false},
    [KEY_POSTURE] = {read_posture, false, false},
    [KEY_BED] = {read_bed, false, false},
    [KEY_PACER] = {read_pacer, false, false},
    [KEY_VOICE] = {read_voice, false, false},
    [KEY_LANG] = {read_lang, false, false},
};
static_assert(sizeof(rules) / sizeof(rules[0]) == KEY_COUNT,
              "a rule for every key");

static void say_unknown_key(struct reader *r)
{
    struct str word = reader_quote(r, r->key.raw);
    if (word_find(WORDS_STATEMENTS, r->key.raw)) {
        r->length_seen = true;
        reader_fault(
            r, &r->key,
            arena_printf(r->mem, "%.*s is no key of the head", STR_ARG(word)),
            arena_printf(r->mem, "write \"%.*s\" without the colon",
                         STR_ARG(r->key.raw)));
        return;
    }
    struct str nearest = word_nearest(WORDS_KEYS, r->key.raw);
    const struct word *meant = word_find(WORDS_KEYS, nearest);
    if (meant) {
        r->misspelt[meant->value] = true;
    }
    reader_fault(r, &r->key,
                 arena_printf(r->mem, "%.*s is no key of the head%.*s",
                              STR_ARG(word), STR_ARG(reader_meant(r, nearest))),
                 meant ? STR_NONE
                       : arena_printf(r->mem, "it is %.*s",
                                      STR_ARG(word_list(WORDS_KEYS, r->mem))));
}

static void say_late_key(struct reader *r)
{
    reader_fault(r, &r->key,
                 arena_printf(r->mem, "%.*s stands after the first step",
                              STR_ARG(reader_quote(r, r->key.raw))),
                 STR("the keys of the head stand before the first step"));
}

void session_read_key(struct reader *r)
{
    const struct word *w = word_find(WORDS_KEYS, r->key.raw);
    bool step = word_find(WORDS_STATEMENTS, r->key.raw) != NULL;
    if (r->steps_begun && (w || !step)) {
        say_late_key(r);
    } else if (!w) {
        say_unknown_key(r);
    } else if (r->seen[w->value] && !rules[w->value].repeats) {
        reader_fault(r, &r->key,
                     arena_printf(r->mem, "%.*s stands there twice",
                                  STR_ARG(reader_quote(r, r->key.raw))),
                     STR("keep one of the two lines"));
    } else if (r->rest.raw.len == 0) {
        reader_fault(r, &r->key,
                     arena_printf(r->mem, "%.*s has no value",
                                  STR_ARG(reader_quote(r, r->key.raw))),
                     STR("write one after the colon, or remove the line"));
    } else {
        rules[w->value].read(r);
    }
    if (w) {
        r->seen[w->value] = true;
    }
}

void session_finish_head(struct reader *r)
{
    r->failed = false;
    for (int key = 0; key < KEY_COUNT; key++) {
        if (rules[key].required && !r->seen[key] && !r->misspelt[key]) {
            reader_fault(r, &(struct token){.line = 1, .column = 1},
                         arena_printf(r->mem, "the key \"%.*s\" is missing",
                                      STR_ARG(word_of(WORDS_KEYS, key))),
                         STR("title, kind and class are required"));
        }
    }
    if (r->out->classes != CLASS_GENTLE && !r->seen[KEY_CAUTION]) {
        reader_fault(r, &r->class_value, STR("this class needs a caution"),
                     STR("add a line \"caution: …\" that says who should skip "
                         "or change it"));
    }
}
