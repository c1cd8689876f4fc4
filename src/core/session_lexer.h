// SPDX-License-Identifier: MIT
// A script's bytes as lines, and a line as words, texts and marks with their
// places. Knows no statement of the language.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

enum token_kind {
    TOKEN_NONE = 0, // past the end of the statement
    TOKEN_WORD,
    TOKEN_TEXT, // "in quotes"
    TOKEN_MARK  // one of = ( ) ,
};

// Columns and width in characters; a text that goes on in further lines has
// the place of its first piece.
struct token {
    enum token_kind kind;
    struct str raw;  // as it stands, quotes included
    struct str text; // of a text: what it says
    int line, column, width;
};

// What is wrong with a line's characters, or its quotes.
enum lexer_fault {
    LEXER_OK = 0,
    LEXER_UNCLOSED, // a text that does not end
    LEXER_ESCAPE,   // neither \" nor \\.
    LEXER_TAB       // inside a text
};

struct tokens {
    struct token *items;
    size_t count, cap;
    enum lexer_fault fault; // the first one
    struct token fault_at;
};

// The lines of text without their endings and without a byte order mark, at
// most most; *more when there are others.
struct str *lexer_lines(struct str text, size_t most, struct arena *mem,
                        size_t *count, bool *more);
// Appends the tokens of a line up to its comment.
void lexer_read(struct tokens *out, struct str line, int number,
                struct arena *mem);
// Where the line's comment begins when quotes are plain; its length if none.
size_t lexer_comment(struct str line);
bool lexer_is_blank(char c);
size_t lexer_skip_blanks(struct str line, size_t at);
