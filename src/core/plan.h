// SPDX-License-Identifier: MIT
// The two things a calendar holds: plans (what was intended) and marks (what
// happened), as values, to and from rec text. Knows no key and no file: see
// calendar.h.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/rec.h"
#include "base/str.h"
#include "core/day.h"

enum day_kind {
    DAY_NONE = 0,
    DAY_DOSE,
    DAY_TRANSITION,
    DAY_NORMAL,
    DAY_BREAK,
    DAY_KIND_COUNT
};

enum plan_rule {
    RULE_NONE = 0, // log only; nothing is projected
    RULE_PATTERN,  // day kinds in order, again and again
    RULE_WEEKDAYS,
    RULE_COUNT
};

// Where the pattern is counted from: the cycle's first day, or the last dose.
enum plan_shift { SHIFT_FIXED = 0, SHIFT_FROM_DOSE, SHIFT_COUNT };

enum {
    PLAN_DAYS_MAX = 3660,     // of a cycle or a break
    PLAN_DAY_START_MIN = 240, // 04:00 when nothing else is said
};

// Begin with plan_init. Texts are views; who made the plan keeps them.
struct plan {
    struct str id, at, label, phase, discreet, person;
    struct day start;
    enum plan_rule rule;
    const enum day_kind *pattern; // RULE_PATTERN
    int length;
    bool weekdays[7];           // RULE_WEEKDAYS; 0 Monday
    int cycle_days, break_days; // cycle_days 0: without end
    enum plan_shift shift;
    int day_start_min; // minutes after midnight when a day begins
    const struct str *items;
    size_t item_count;
    int line; // as read
};

enum mark_what {
    MARK_NONE = 0,
    MARK_TAKEN,
    MARK_SKIPPED,
    MARK_EXTRA,
    MARK_VOID, // takes back what stood there
    MARK_PAUSE,
    MARK_RESUME,
    MARK_STOP,
    MARK_WHAT_COUNT
};

struct mark {
    enum mark_what what;
    struct day day;
    struct str id, at, person;
    struct str amount, note; // the person's words, for the day's story alone
    int line;                // as read
};

void plan_init(struct plan *p);
// The name a key and the journal give the plan: its label, else its id.
struct str plan_name(const struct plan *p);

// The words of data.md; *_from_word is false for any other word.
struct str day_kind_word(enum day_kind k); // "dose", "none"
bool day_kind_from_word(struct str word, enum day_kind *out);
struct str mark_word(enum mark_what w); // "taken"; "" for none
bool mark_from_word(struct str word, enum mark_what *out);
struct str shift_word(enum plan_shift s); // "from_dose"
bool shift_from_word(struct str word, enum plan_shift *out);
bool day_start_parse(struct str s, int *out_min); // "04:00"

// "dose transition normal", "weekdays" or "none" into rule, pattern, length;
// pattern lives in mem. False, with the word at fault, for anything else.
bool plan_pattern_parse(struct str s, struct arena *mem, struct plan *out,
                        struct str *fault);
// "mon thu" into weekdays. False, with the word at fault (empty: there was
// none), for anything else.
bool plan_weekdays_parse(struct str s, struct plan *out, struct str *fault);
void plan_pattern_print(const struct plan *p, struct buf *out);
void plan_weekdays_print(const struct plan *p, struct buf *out);

enum mark_record { RECORD_FAULTY = 0, RECORD_PLAN, RECORD_MARK };

// Reads one record of the calendar into *plan or *mark. What is wrong with it
// goes to notes (may be NULL) as errors. RECORD_FAULTY: it cannot be used. A
// plan whose days cannot be read in full is read as RULE_NONE: it projects
// nothing that was not meant.
enum mark_record mark_read(const struct rec *r, struct arena *mem,
                           struct diags *notes, struct plan *plan,
                           struct mark *mark);
// The fields of a plan that bear on its days and names, from a record or a
// protocol; *plan is as plan_init leaves it before. The same notes.
void plan_read_fields(const struct rec *r, struct arena *mem,
                      struct diags *notes, struct plan *plan);
// Append the whole record, End included, without a blank line around it.
void plan_format(const struct plan *p, struct buf *out);
void mark_format(const struct mark *m, struct buf *out);
// The file's head: comments and descriptor, with its blank line.
struct str calendar_header(void);
