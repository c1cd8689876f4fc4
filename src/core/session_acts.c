// SPDX-License-Identifier: MIT
// What happens at a moment: the lines under a timed step, and the names of
// sounds. A place of the body is read here too, as others are.
#include "core/session_reader.h"

void session_check_sound(struct reader *r, const struct token *t, bool bed)
{
    const char *what = bed ? "bed" : "bell";
    enum word_table ours = bed ? WORDS_BEDS : WORDS_BELLS;
    if (!word_is_name(t->raw, true)) {
        reader_fault(r, t,
                     arena_printf(r->mem, "%.*s is not a name of a %s",
                                  STR_ARG(reader_quote(r, t->raw)), what),
                     STR("a name has a-z, 0-9, _ and - and begins with a "
                         "letter"));
        return;
    }
    if (word_find(ours, t->raw) || (bed && str_equal(t->raw, STR("off")))) {
        return;
    }
    reader_warn(
        r, t,
        arena_printf(r->mem, "%.*s is not a %s of ours%.*s",
                     STR_ARG(reader_quote(r, t->raw)), what,
                     STR_ARG(reader_meant(r, word_nearest(ours, t->raw)))),
        STR("it sounds if your sounds folder has it"));
}

// "left foot": with one blank between, however many the script has.
static struct str read_sided(struct reader *r, const struct token *side)
{
    const struct token *part = reader_peek(r);
    if (part->kind == TOKEN_WORD && word_find(WORDS_PARTS, part->raw)) {
        reader_skip(r);
        return arena_printf(r->mem, "%.*s %.*s", STR_ARG(side->raw),
                            STR_ARG(part->raw));
    }
    bool word = part->kind == TOKEN_WORD;
    struct token both = *side;
    struct str said = reader_quote(r, side->raw);
    if (word) {
        both.width = part->column + part->width - side->column;
        said = arena_printf(r->mem, "\"%.*s %.*s\"", STR_ARG(side->raw),
                            STR_ARG(part->raw));
        r->at += word_find(WORDS_PLACES, part->raw) != NULL;
    }
    reader_bad_value(
        r, &both,
        arena_printf(r->mem, "%.*s is not a place of the body", STR_ARG(said)),
        arena_printf(r->mem, "after \"%.*s\" stands one of %.*s",
                     STR_ARG(side->raw),
                     STR_ARG(word_list(WORDS_PARTS, r->mem))));
    return STR_NONE;
}

struct str session_read_place(struct reader *r, const struct token *whose)
{
    struct token t = {0};
    if (!reader_need(r, whose, STR("a place of the body"), &t)) {
        return STR_NONE;
    }
    if (str_equal(t.raw, STR("left")) || str_equal(t.raw, STR("right"))) {
        return read_sided(r, &t);
    }
    if (word_find(WORDS_PLACES, t.raw)) {
        return t.raw;
    }
    bool part = word_find(WORDS_PARTS, t.raw) != NULL;
    bool step = word_find(WORDS_STATEMENTS, t.raw) != NULL;
    struct str hint =
        step   ? arena_printf(r->mem,
                              "\"%.*s\" has a line of its own: end this one "
                                "before it, and go on after it",
                              STR_ARG(t.raw))
        : part ? arena_printf(r->mem, "write left %.*s or right %.*s",
                              STR_ARG(t.raw), STR_ARG(t.raw))
               : arena_printf(r->mem,
                              "a place is %.*s, or left or right and a "
                              "part of it",
                              STR_ARG(word_list(WORDS_PLACES, r->mem)));
    struct str nearest =
        part || step ? STR_NONE : word_nearest(WORDS_PLACES, t.raw);
    reader_bad_value(r, &t,
                     arena_printf(r->mem, "%.*s is not a place of the body%.*s",
                                  STR_ARG(reader_quote(r, t.raw)),
                                  STR_ARG(reader_meant(r, nearest))),
                     hint);
    return STR_NONE;
}

struct str session_read_bell(struct reader *r)
{
    const struct token *t = reader_peek(r);
    if (t->kind != TOKEN_WORD) {
        return STR_NONE;
    }
    session_check_sound(r, t, false);
    reader_skip(r);
    return t->raw;
}

// A line that stands under nothing with a length of its own.
static void check_under(struct reader *r, const struct token *t)
{
    switch (r->under) {
    case UNDER_TIMED:
    case UNDER_BAD:
        return;
    case UNDER_INSTANT:
        reader_fault(r, t,
                     arena_printf(r->mem, "%.*s stands under no timed step",
                                  STR_ARG(reader_quote(r, t->raw))),
                     STR("put it right below the step it belongs to"));
        return;
    case UNDER_OPEN_WAIT:
        reader_fault(r, t,
                     arena_printf(r->mem,
                                  "%.*s stands under a wait without a length",
                                  STR_ARG(reader_quote(r, t->raw))),
                     STR("give the wait an \"at most\""));
        return;
    }
}

static void read_doing(struct reader *r, const struct token *whose,
                       struct act *a)
{
    struct token t = {0};
    if (!reader_need(r, whose, STR("say, bell or tick"), &t)) {
        return;
    }
    if (str_equal(t.raw, STR("say"))) {
        a->kind = EVENT_SAY;
        a->text = reader_need_text(r, &t);
    } else if (str_equal(t.raw, STR("bell"))) {
        a->kind = EVENT_BELL;
        a->name = session_read_bell(r);
    } else if (str_equal(t.raw, STR("tick"))) {
        a->kind = EVENT_TICK;
    } else {
        reader_fail(r, &t,
                    arena_printf(r->mem, "%.*s cannot happen here",
                                 STR_ARG(reader_quote(r, t.raw))),
                    STR("under a step stand say, bell and tick"));
    }
}

void session_read_act(struct reader *r, enum act_when when)
{
    static const enum value_kind kinds[] = {
        [ACT_AT] = VALUE_MOMENT,
        [ACT_EVERY] = VALUE_EVERY,
        [ACT_LAST] = VALUE_MOMENT,
        [ACT_SCATTER] = VALUE_COUNT,
    };
    const struct token word = *reader_peek(r);
    struct act a = {.when = when, .line = word.line};
    check_under(r, &word);
    reader_skip(r);
    a.value = reader_value(r, &word, kinds[when]);
    read_doing(r, &word, &a);
    reader_end(r);
    r->acts[r->act_count++] = a;
    if (r->under == UNDER_TIMED) {
        r->steps[r->step_count - 1].act_count++;
    }
}
