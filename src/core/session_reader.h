// SPDX-License-Identifier: MIT
// What the parts of the script's parser share: the statement at hand as
// tokens, the ways to take words off it, and the one way to say what is wrong.
// Private to core/session*.c.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/session.h"
#include "core/session_lexer.h"
#include "core/step.h"
#include "core/words.h"

// What an act line would stand under.
enum under { UNDER_INSTANT = 0, UNDER_TIMED, UNDER_OPEN_WAIT, UNDER_BAD };

struct open_repeat {
    struct token word;
    size_t step; // its number
    bool filled; // something stands in it
};

struct reader {
    struct arena *mem;
    struct diags *ds;
    struct session *out;

    const struct str *lines;
    size_t line_count, next_line;

    // The statement at hand. Of a failed one no more is said. Of a shaky one,
    // in which a value could not be read, only further values: the words after
    // it may be a part of it.
    struct tokens tokens;
    size_t at;
    bool failed, shaky;
    bool is_key;       // "key: value"
    struct token key;  // when it is one
    struct token rest; // its value

    bool seen[KEY_COUNT], misspelt[KEY_COUNT];
    struct token class_value;
    struct str *sources, *cautions;
    size_t source_count, caution_count;

    struct let *lets;
    bool *let_broken; // declared, but its values could not be read

    size_t let_count;

    struct step *steps;
    size_t step_count;
    struct act *acts;
    size_t act_count;
    bool steps_begun;
    bool length_seen; // a step that takes time, or a line that may be one
    enum under under;

    struct open_repeat *open;
    size_t depth;

    struct question *asks, *rates;
    size_t ask_count, rate_count;
};

// Moves to the next statement; false after the last line.
bool reader_next(struct reader *r);

// Says what is wrong at words t, unless the statement has failed. After fail it
// has; after bad_value it is shaky; a fault leaves it as it is.
void reader_fault(struct reader *r, const struct token *t, struct str message,
                  struct str hint);
void reader_fail(struct reader *r, const struct token *t, struct str message,
                 struct str hint);
void reader_bad_value(struct reader *r, const struct token *t,
                      struct str message, struct str hint);
void reader_warn(struct reader *r, const struct token *t, struct str message,
                 struct str hint);
// s as it may be shown: what is not valid, or would move a terminal's cursor,
// becomes a replacement character, one for one.
struct str reader_clean(struct reader *r, struct str s);
// The word in quotes, shortened when it is long.
struct str reader_quote(struct reader *r, struct str word);
// "; did you mean "breathe"?", or nothing when word is empty.
struct str reader_meant(struct reader *r, struct str word);

// The token at hand; kind TOKEN_NONE at the end. The last one taken.
const struct token *reader_peek(struct reader *r);
const struct token *reader_last(struct reader *r);
void reader_skip(struct reader *r);
bool reader_at_word(struct reader *r, struct str word);
// Takes it if it is there.
bool reader_take_word(struct reader *r, struct str word);
bool reader_take_mark(struct reader *r, char mark);
// Fails when something else, or nothing, stands there.
bool reader_need_word(struct reader *r, struct str word);
bool reader_need_mark(struct reader *r, char mark);
// The text at hand, empty when none; needed: fails when there is none.
struct str reader_text(struct reader *r);
struct str reader_need_text(struct reader *r, const struct token *whose);
// Fails when something is left of the statement.
void reader_end(struct reader *r);
// Takes a word for what; when none is there fails at it, or at whose if the
// statement has ended.
bool reader_need(struct reader *r, const struct token *whose, struct str what,
                 struct token *word);

// Numbers and the names that stand for them. least and most in thousandths;
// what a let may become is checked too.
enum value_kind {
    VALUE_LENGTH = 0, // a step's duration
    VALUE_EVERY,      // more than 0
    VALUE_MOMENT,     // from 0
    VALUE_COUNT       // a whole number from 1
};
struct value reader_value(struct reader *r, const struct token *whose,
                          enum value_kind kind);
// The number from 1 of the let of that name; 0 when there is none.
size_t reader_let(const struct reader *r, struct str name);
// Says that t is not what is due in its place, and which let it may have meant;
// says nothing when that let was wrong itself.
void reader_not_a(struct reader *r, const struct token *t, const char *what,
                  struct str hint);
struct spot token_spot(const struct token *t);

// Hints for what people get wrong most, with their own words in them; t is the
// word at fault, already taken.
struct str cure_duration(struct reader *r, const struct token *t);
struct str cure_pattern(struct reader *r, const struct token *t);
// Where for or x is due, behind a pattern.
struct str cure_amount(struct reader *r, const struct token *t);
// The hint for quotes that are not straight when t has them, else hint.
struct str cure_quotes(const struct token *t, struct str hint);
// For another word for what a step does; else empty.
struct str cure_step(struct str word);
// Says so, and that the statement has failed, when t begins a number with a
// decimal comma.
bool cure_comma(struct reader *r, const struct token *t);

// The parts of the language.
void session_read_key(struct reader *r);
void session_read_let(struct reader *r);
// Declares the second word of a let that cannot be read.
void session_declare_broken(struct reader *r);
void session_read_statement(struct reader *r);
void session_read_act(struct reader *r, enum act_when when);
// What is missing from the head, and from the steps when the file is whole.
void session_finish_head(struct reader *r);
void session_finish_steps(struct reader *r, bool whole);

// Pieces that several statements have. whose is the word that needs them.
struct pattern session_read_pattern(struct reader *r,
                                    const struct token *whose);
struct str session_read_place(struct reader *r, const struct token *whose);
// A bell's name, empty when none is given.
struct str session_read_bell(struct reader *r);
// A name of a bell or bed: well formed, and warned of when it is not ours.
void session_check_sound(struct reader *r, const struct token *t, bool bed);
void session_check_pacer(struct reader *r, const struct token *t);

// The steps of session_steps.c, after their first word.
void session_read_plain(struct reader *r, struct step *s,
                        const struct token *word);
void session_read_breathe(struct reader *r, struct step *s,
                          const struct token *word);
void session_read_retain(struct reader *r, struct step *s,
                         const struct token *word);
void session_read_move(struct reader *r, struct step *s,
                       const struct token *word);
void session_read_muscle(struct reader *r, struct step *s,
                         const struct token *word);
void session_read_scan(struct reader *r, struct step *s,
                       const struct token *word);
void session_read_turn(struct reader *r, struct step *s,
                       const struct token *word);
void session_read_wait(struct reader *r, struct step *s,
                       const struct token *word);
void session_read_say(struct reader *r, struct step *s,
                      const struct token *word);
void session_read_chime(struct reader *r, struct step *s,
                        const struct token *word);
void session_read_bed(struct reader *r, struct step *s,
                      const struct token *word);
void session_read_pacer(struct reader *r, struct step *s,
                        const struct token *word);
