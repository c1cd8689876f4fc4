// SPDX-License-Identifier: MIT
// The Reflection after a session: a mood, the session's ratings and
// questions, and words; or a check-in, which has no session, but sleep and side
// effects; or either taken up again, from a draft or to be amended. Nothing is
// kept but by Keep or Ctrl+Enter, and nothing written is ever dropped: what is
// skipped stays as a draft.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "core/calendar.h"
#include "core/journal.h"
#include "core/session.h"
#include "screens/editor.h"
#include "screens/player.h"
#include "screens/request.h"

enum {
    REFLECTION_TEXT_MOST = 256 * 1024, // bytes; with every line's "+ " still
                                       // below the journal's 1 MiB an entry
    REFLECTION_ANSWER_MOST = 8 * 1024,
    DRAFT_IDLE_MS = 2000, // a draft is due this long after the last change,
    DRAFT_LETTERS = 200   // or when this much was written since the last
};

// Where it stands: the whole width, or one of two side by side.
enum reflection_side { SIDE_WHOLE = 0, SIDE_LEFT, SIDE_RIGHT };

// What Ctrl+Tab, a button or the end of the page's fields asks for.
enum reflection_turn {
    TURN_NONE = 0,
    TURN_OVER, // to the other page as it was left
    TURN_ON,   // to its first field
    TURN_BACK  // to its last one
};

enum reflection_state {
    REFLECTION_WRITING = 0,
    REFLECTION_ASKING,  // Esc once, with words written: Esc again skips
    REFLECTION_KEEPING, // asked for; waits for the answer
    REFLECTION_KEPT,
    REFLECTION_SKIPPED
};

// What it is about. Is copied, but for the texts of the key.
struct reflected {
    const struct session *session; // whose questions it asks; NULL: not known
    struct str name;               // of the script's file, for the entry;
                                   // empty: a check-in
    struct str title;              // empty: the session's
    struct day day;
    struct day_key key;
    int mood_before;          // 0: not said
    struct str intention;     // may be empty
    const struct entry *from; // what was written before, to go on from: what
                              // the page does not show of it stays. It has an
                              // Id. NULL: a new entry
    bool amends;              // keeping it is a correction of from
    bool hidden;              // which kind of day it is: a guess is asked
    bool shared;              // two people practised: there is a page for each
    int page;                 // of these: 0, or 1, the partner's
    struct str who;           // its name; empty: not known yet, it is asked
    struct str called;        // whose page it is, to be shown; may be empty
};

// A row between the moods and the text: a number on a scale, or words. Scales
// stand first.
enum row_kind {
    ROW_RATING = 0, // 0 to 10
    ROW_HOURS,      // of sleep, in tenths
    ROW_QUALITY,    // of sleep, 1 to 5
    ROW_GUESS,      // of the kind of day: dose, not, not known
    ROW_WHO,        // the partner's name
    ROW_ANSWER,
    ROW_EFFECTS // one a line
};
struct reflection_row {
    enum row_kind kind;
    struct str name, text; // of a rating; what a session asks
};

// Read state; the rest is the reflection's own.
struct reflection {
    const struct ruler *ruler;
    float scale;      // of what is written; 0: 1
    struct arena mem; // of one reflection
    struct reflected about;
    struct player_report done;
    enum reflection_state state;
    int mood;                    // 0: not chosen
    struct reflection_row *rows; // the scales, then the answers
    int *ratings;                // what the scales say; -1: nothing
    size_t rating_count;
    struct editor *answers;
    size_t answer_count;
    struct editor text;
    size_t focus;  // see reflection_inside.h
    size_t first;  // question that stands first when not all fit
    bool ten;      // a digit 1 was just given: 0 makes it ten
    char typed[4]; // of the hours, as far as they are typed
    size_t typed_len;
    struct buf note;           // what the person has to know; empty: nothing
    bool failed;               // note tells of a failure,
    bool undrafted;            // and nothing of it is on any disk
    bool waits;                // another program has the journal, while keeping
    enum reflection_side side; // set by reflection_place
    enum reflection_turn turns; // to the other page, please
    bool asked;                 // for the Id of its entry
    unsigned changes, drafted;  // counts: of changes, and as last drafted
    unsigned opened;            // and when it was opened
    size_t drafted_bytes;
    int64_t changed_ms;
    struct area typing; // the caret as last told to the window
};

void reflection_init(struct reflection *r, const struct ruler *ruler);
void reflection_finish(struct reflection *r); // accepts a zeroed reflection
// A new, empty one. Before the session is played: what is written in it goes
// into r->text already.
void reflection_open(struct reflection *r, const struct reflected *about);
// One that stands by itself, without a session before it: a check-in, or what
// was written before, taken up again. It goes on as after reflection_begin.
void reflection_take_up(struct reflection *r, const struct reflected *about,
                        struct instant at, struct requests *ask);
// Gives it its place.
void reflection_place(struct reflection *r, enum reflection_side side);
// The focus to the first field (TURN_ON) or the last (TURN_BACK).
void reflection_enter(struct reflection *r, enum reflection_turn turn);
// The ruler measures differently now.
void reflection_remeasure(struct reflection *r);
// What is written while the session still plays, in a writing step. Whether in
// was used.
bool reflection_write(struct reflection *r, const struct input *in,
                      struct instant at, struct requests *ask);
// While it plays: done so far, to be offered after a crash.
void reflection_snapshot(struct reflection *r, const struct player_report *done,
                         struct requests *ask);
// The session is over; done stays valid as long as the player.
void reflection_begin(struct reflection *r, const struct player_report *done,
                      struct instant at, struct requests *ask);
void reflection_input(struct reflection *r, const struct input *in,
                      struct instant at, struct requests *ask);
void reflection_tick(struct reflection *r, struct instant at,
                     struct requests *ask);
int64_t reflection_due(const struct reflection *r, struct instant at);
// The window goes: what is not yet drafted is, when there are words.
void reflection_leave(struct reflection *r, struct requests *ask);
void reflection_kept(struct reflection *r);
// path: of the draft; empty where there is none.
void reflection_failed(struct reflection *r, struct str path, struct str why);
// Why no draft could be saved; empty: the last one was.
void reflection_undrafted(struct reflection *r, struct str why);
void reflection_draw(const struct reflection *r, struct scene *sc);
// Two side by side, of which one has the keys (writes: 0 left, 1 right).
void reflection_draw_both(const struct reflection *const pages[2], int writes,
                          struct scene *sc);
// The column of a page that has a side, for a pointer.
struct area reflection_area(enum reflection_side side);

// Whose page it is, as far as that is known: empty on one's own.
struct str reflection_who(const struct reflection *r);
// What the page is called, where two write: by a name, else by its place.
struct str reflection_called(const struct reflection *r);
bool reflection_named(const struct reflection *r); // by a name of its own
// Whether there are words: these are never lost without a question.
bool reflection_written(const struct reflection *r);
// Fills what is known of the entry (see program_entry). Pure. Without what is
// being composed.
void reflection_entry(const struct reflection *r, struct entry *e,
                      struct arena *mem);
