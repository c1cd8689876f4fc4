// SPDX-License-Identifier: MIT
// What the files of the Journal share.
#pragma once

#include "screens/journal.h"

enum journal_style {
    JOURNAL_TITLE = 0,
    JOURNAL_FACT,
    JOURNAL_LABEL,
    JOURNAL_WORDS,
    JOURNAL_QUIET,
    JOURNAL_STYLES
};

struct journal_block {
    enum journal_style style;
    struct str text;
};

struct journal_line {
    struct str text;
    enum journal_style style;
    bool first; // of its block
};

static const struct area journal_left = {0.111f, 0.2285f, 0.585f, 0.648f};
static const struct area journal_right = {0.751f, 0.1f, 0.915f, 0.685f};

struct area journal_row(size_t place);
struct area journal_field(void);  // to search
struct area journal_words(void);  // what is written in it
struct area journal_places(void); // what could not be read
struct area journal_button(int act);
struct str journal_act_word(const struct journal_screen *j, int act);

// --- journal.c
// Looks for what is now in the field of words.
void journal_look_for(struct journal_screen *j, const struct facts *f);
// What has the focus is shown and read.
void journal_follow(struct journal_screen *j, const struct facts *f);
bool journal_is_chosen(const struct journal_screen *j,
                       const struct journal_item *item);
// "Fri 20 November": in a list, without the year where it is this one.
void journal_put_day(struct phrase *out, const struct tongue *t, struct day d,
                     struct day now);
// What an entry without a session is called, else the session's title.
struct str journal_session(const struct facts *f, const struct tongue *t,
                           const struct entry *e);

// --- journal_reading.c
void journal_reading_open(struct journal_reading *r,
                          const struct journal_item *item,
                          const struct facts *f, const struct ruler *ruler);
void journal_reading_finish(struct journal_reading *r);
// Wraps up to count lines more.
void journal_reading_lay(struct journal_reading *r, const struct ruler *ruler,
                         size_t count);
bool journal_reading_whole(const struct journal_reading *r);
void journal_reading_scroll(struct journal_reading *r,
                            const struct ruler *ruler, int lines);
// How many lines show from there on.
size_t journal_reading_rows(const struct journal_reading *r, size_t top);
// What is looked for has a line under it.
void journal_reading_draw(const struct journal_reading *r,
                          const struct search *search, const struct page *pg);

// --- journal_blocks.c
// What is read of an entry, in order.
void journal_blocks(struct journal_reading *r, const struct facts *f,
                    const struct tongue *t);

// --- journal_questions.c
// Asks, or no longer.
void journal_ask(struct journal_screen *j, const struct facts *f,
                 enum journal_question q);
void journal_answer(struct journal_screen *j, const struct facts *f,
                    const struct input *in, struct requests *ask);
void journal_question_aloud(const struct journal_screen *j, struct phrase *out);
void journal_question_draw(const struct journal_screen *j,
                           const struct page *pg);
