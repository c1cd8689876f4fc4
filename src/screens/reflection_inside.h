// SPDX-License-Identifier: MIT
// What the reflection's own files share. Not for other screens.
#pragma once

#include "screens/reflection.h"
#include "screens/widgets.h"

// The focus goes from top to bottom: moods, each rating, each answer, the
// text, Keep, Skip, the other page.
enum focus_kind {
    FOCUS_MOODS = 0,
    FOCUS_RATING,
    FOCUS_ANSWER,
    FOCUS_TEXT,
    FOCUS_KEEP,
    FOCUS_SKIP,
    FOCUS_OTHER // page, where there is one
};
struct focus {
    enum focus_kind kind;
    size_t index; // of the rating or answer
};
struct focus focus_of(const struct reflection *r, size_t focus);
size_t focus_at(const struct reflection *r, enum focus_kind kind, size_t index);
size_t focus_count(const struct reflection *r);
// The editor that has the focus; NULL when none has.
struct editor *focus_editor(struct reflection *r);

// Where things stand. Questions (ratings, then answers) that do not fit are
// scrolled, whole ones at a time.
struct reflection_places {
    bool compact; // there are questions: smaller, without the orb
    float title_y, sub_y;
    struct area moods, list, text, keep, skip, other;
    size_t first, end; // questions that show
};
void reflection_places(const struct reflection *r, struct reflection_places *p);
struct area mood_area(const struct reflection_places *p, int mood);
struct area question_area(const struct reflection *r,
                          const struct reflection_places *p, size_t question);
// The cells of a scale's row, from the left: 11 numbers, 5, or less, the hours
// and more.
size_t scale_cells(enum row_kind kind);
struct area scale_cell(struct area question, enum row_kind kind, size_t i);
struct area answer_area(struct area question);
// The room for what is asked, of a row that is that wide.
float reflection_label(float row);
// Places the editors, and scrolls the focused question into view.
void reflection_layout(struct reflection *r);

// --- reflection_rows.c: what the rows say.
void rows_open(struct reflection *r);
bool reflection_is_checkin(const struct reflection *r);
// One step along, from the middle when there is none yet.
void scale_step(struct reflection *r, size_t i, int way);
// What is typed on a scale. Whether it says something to it.
bool scale_type(struct reflection *r, size_t i, struct str text);
bool scale_erase(struct reflection *r, size_t i);
void scale_press(struct reflection *r, size_t i, size_t cell);
// What the cell says, and whether that is chosen.
void scale_word(const struct reflection *r, size_t i, size_t cell,
                struct phrase *out);
bool scale_has(const struct reflection *r, size_t i, size_t cell);

// --- reflection.c, for the keys.
void reflection_keep(struct reflection *r, struct requests *ask);
void reflection_skip(struct reflection *r, struct requests *ask); // or asks
unsigned reflection_changes(const struct reflection *r);
// Notes the time when the count of changes is no longer before.
void reflection_changed(struct reflection *r, unsigned before,
                        struct instant at);
