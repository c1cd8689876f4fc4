// SPDX-License-Identifier: MIT
// The chosen values are kept as the timeline takes them; each change compiles
// the session anew, which is how the length is known.
#include "screens/setup.h"

#include <assert.h>

#include "screens/setup_inside.h"

const struct session *setup_session(const struct setup *s,
                                    const struct facts *f)
{
    return f->practices[s->index].session;
}

bool setup_is_shared(const struct setup *s, const struct facts *f)
{
    return setup_session(s, f)->kind == KIND_PARTNER;
}

// The rows for two take the place of lets, of which a script for two has few.
static size_t setup_lets(const struct setup *s, const struct facts *f)
{
    size_t most = setup_is_shared(s, f)
                      ? SETUP_LETS - (SETUP_ROW_COUNT - SETUP_OWN_NAME)
                      : SETUP_LETS;
    size_t count = setup_session(s, f)->let_count;
    return count < most ? count : most;
}

size_t setup_rows(const struct setup *s, const struct facts *f)
{
    return setup_lets(s, f) +
           (setup_is_shared(s, f) ? SETUP_ROW_COUNT : SETUP_OWN_NAME);
}

enum setup_row setup_row_of(const struct setup *s, const struct facts *f,
                            size_t i)
{
    size_t lets = setup_lets(s, f);
    return i < lets ? SETUP_ROW_COUNT : (enum setup_row)(i - lets);
}

const struct buf *setup_words(const struct setup *s, enum setup_row row,
                              size_t *most)
{
    *most = row == SETUP_INTENTION ? SETUP_INTENTION_MOST : SETUP_NAME_MOST;
    return row == SETUP_INTENTION  ? &s->intention
           : row == SETUP_OWN_NAME ? &s->names[0]
           : row == SETUP_PARTNER  ? &s->names[1]
                                   : NULL;
}

struct str setup_name(const struct setup *s, int i)
{
    return str_trim(buf_view(&s->names[s->swapped ? 1 - i : i]));
}

static void put_who(const struct setup *s, const struct tongue *t,
                    struct phrase *out)
{
    const struct str names[] = {setup_name(s, 0), setup_name(s, 1)};
    if (names[0].len > 0 && names[1].len > 0) {
        phrase_fill(out, say(t, STR("{1} is A, {2} is B")), names, 2);
    } else {
        phrase_put(out, STR("\u2013"));
    }
}

int64_t setup_step(const struct let *let)
{
    static const int64_t durations[] = {500,   1000,  5000,   10000, 15000,
                                        30000, 60000, 120000, 300000};
    enum { COUNT = sizeof(durations) / sizeof(durations[0]), STEPS = 16 };
    int64_t range = let->max - let->min;
    if (let->unit == LET_WHOLE) {
        return 1000;
    }
    if (let->unit == LET_SECONDS) {
        return range > 10000 ? 1000 : 500;
    }
    size_t i = 0;
    while (i + 1 < COUNT && durations[i] * STEPS < range) {
        i++;
    }
    return durations[i];
}

void setup_let_value(const struct let *let, int64_t value,
                     const struct tongue *t, struct phrase *out)
{
    struct phrase number = {0};
    bool seconds = let->unit == LET_SECONDS || value < 60000;
    if (let->unit == LET_WHOLE) {
        phrase_number(out, value / 1000);
        return;
    }
    if (seconds) {
        phrase_seconds(&number, value);
    } else if (value % 60000 == 0) {
        phrase_number(&number, value / 60000);
    } else {
        phrase_clock(&number, value / 1000);
    }
    struct str arg = phrase_view(&number);
    phrase_fill(out, say(t, seconds ? STR("{1} s") : STR("{1} min")), &arg, 1);
}

struct str setup_bed_word(int bed)
{
    static const char *const words[SETUP_BEDS] = {
        "",           WORD("ocean"), WORD("rain"),
        WORD("wind"), WORD("brown"), WORD("drone"),
        WORD("off")};
    return str_from(words[bed]);
}

void setup_value(const struct setup *s, const struct facts *f,
                 enum setup_row row, const struct tongue *tongue,
                 struct phrase *out)
{
    switch (row) {
    case SETUP_BED:
        phrase_put(out, s->bed == 0 ? say(tongue, STR("as it is written"))
                                    : say(tongue, setup_bed_word(s->bed)));
        break;
    case SETUP_CUE:
        phrase_put(out, say(tongue, f->settings->text[SETTING_CUE]));
        break;
    case SETUP_MOOD:
        phrase_put(out, s->mood == 0 ? STR("\u2013")
                                     : say(tongue, mood_word(s->mood)));
        break;
    case SETUP_INTENTION:
        phrase_put(out, buf_view(&s->intention));
        break;
    case SETUP_OWN_NAME:
        phrase_put(out, buf_view(&s->names[0]));
        break;
    case SETUP_PARTNER:
        phrase_put(out, buf_view(&s->names[1]));
        break;
    case SETUP_WHO:
        put_who(s, tongue, out);
        break;
    case SETUP_ROW_COUNT:
        break;
    }
}

struct str setup_label(const struct setup *s, const struct facts *f,
                       enum setup_row row)
{
    static const char *const labels[] = {
        [SETUP_BED] = WORD("Sound behind it"),
        [SETUP_CUE] = WORD("Sound of the breath"),
        [SETUP_MOOD] = WORD("How is it now?"),
        [SETUP_INTENTION] = WORD("What for?"),
        [SETUP_OWN_NAME] = WORD("Your name"),
        [SETUP_PARTNER] = WORD("The other name"),
        [SETUP_WHO] = WORD("Who is who?"),
    };
    static_assert(sizeof(labels) / sizeof(labels[0]) == SETUP_ROW_COUNT,
                  "a label for each row");
    if (row == SETUP_INTENTION && setup_is_shared(s, f)) {
        return STR(WORD("What for, together?"));
    }
    return str_from(labels[row]);
}

struct area setup_place(size_t i)
{
    return (struct area){0.095f, 0.215f + 0.0575f * (float)i, 0.735f, 0.0555f};
}

void setup_finish(struct setup *s)
{
    arena_finish(&s->mem);
    buf_finish(&s->intention);
    buf_finish(&s->chosen);
    buf_finish(&s->names[0]);
    buf_finish(&s->names[1]);
    *s = (struct setup){0};
}

void setup_measure(struct setup *s, const struct facts *f)
{
    struct arena mem = {0};
    struct diags mistakes = {.mem = &mem};
    struct timeline tl = {0};
    s->fits =
        timeline_build(&tl, setup_session(s, f), &s->choices, &mem, &mistakes);
    s->length_ms = s->fits ? tl.length_ms : 0;
    arena_finish(&mem);
}

void setup_open(struct setup *s, const struct facts *f, size_t index)
{
    const struct practice *p = &f->practices[index];
    setup_finish(s);
    s->index = index;
    s->name = arena_copy(&s->mem, p->name);
    size_t count = p->session->let_count;
    s->all = ARENA_ARRAY(&s->mem, struct choice, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct let *let = &p->session->lets[i];
        s->all[i] = (struct choice){arena_copy(&s->mem, let->name), let->value};
    }
    setup_recall(s, f);
    s->choices = (struct choices){s->all, count, 1};
    buf_put(&s->names[0], f->settings->text[SETTING_OWN_NAME]);
    buf_put(&s->names[1], f->settings->text[SETTING_PARTNER]);
    setup_measure(s, f);
    for (int i = 1; setup_is_shared(s, f) && i >= 0; i--) {
        if (s->names[i].len == 0) {
            s->focus = setup_lets(s, f) + SETUP_OWN_NAME + (size_t)i;
        }
    }
}

bool setup_types(const struct setup *s, const struct facts *f)
{
    size_t most = 0;
    return setup_words(s, setup_row_of(s, f, s->focus), &most) != NULL;
}

bool setup_facts(struct setup *s, const struct facts *f)
{
    for (size_t i = 0; i < f->practice_count; i++) {
        const struct practice *p = &f->practices[i];
        if (str_equal(p->name, s->name) && p->mistake_count == 0 &&
            p->session->let_count == s->choices.count) {
            s->index = i;
            setup_measure(s, f);
            return true;
        }
    }
    return false;
}

void setup_aloud(const struct setup *s, const struct facts *f,
                 const struct tongue *tongue, struct phrase *out)
{
    enum setup_row row = setup_row_of(s, f, s->focus);
    struct phrase value = {0};
    struct str label;
    if (row == SETUP_ROW_COUNT) {
        const struct let *let = &setup_session(s, f)->lets[s->focus];
        label = say(tongue, let->label.len > 0 ? let->label : let->name);
        setup_let_value(let, s->all[s->focus].value, tongue, &value);
    } else {
        label = say(tongue, setup_label(s, f, row));
        setup_value(s, f, row, tongue, &value);
    }
    const struct str args[] = {label, phrase_view(&value)};
    phrase_fill(out, say(tongue, STR("{1}: {2}.")), args, 2);
}
