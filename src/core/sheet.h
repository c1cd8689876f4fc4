// SPDX-License-Identifier: MIT
// Some weeks of the journal for paper, to look at together with somebody one
// trusts: the days, what was practised with its moods, and of the words only
// those of entries that carry a tag. No amount, no substance. What it says; not
// how it looks.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "core/calendar.h"
#include "core/journal.h"

struct sheet_wish {
    struct day from, to; // both included, from not after to
    struct str notes;    // the tag of the entries whose words are shown
};

struct sheet_day {
    struct day day;
    bool inside; // of the span; the first and last week may reach beyond it
    enum day_kind kind;
    bool written; // something was, on it
};

enum { SHEET_WEEK = 7 };
struct sheet {
    struct day from, to;
    const struct sheet_day *days; // whole weeks, from a Monday on
    size_t week_count;
    const struct entry *entries; // of the span, in their latest state
    size_t count;
    int64_t seconds;            // of practice
    const struct entry **notes; // of these, those whose words are shown
    size_t note_count;
};

// In mem; list and calendar must outlive it.
void sheet_make(struct sheet *out, const struct sheet_wish *wish,
                const struct places *list, const struct calendar *calendar,
                struct arena *mem);

// Its words, each a line without its ending. A person's own are cleaned.
void sheet_title(const struct sheet *s, struct buf *out);
char sheet_letter(enum day_kind kind); // "D"
struct str sheet_legend(void);
void sheet_week_name(const struct sheet *s, size_t week, struct buf *out);
// An entry's cells: "Tu  3 Nov", "dose", "box", "10", "2", "4"; "-" for none.
enum { SHEET_CELLS = 6 };
struct str sheet_head(size_t cell); // "Day"
void sheet_cell(const struct entry *e, size_t cell, struct buf *out);
void sheet_total(const struct sheet *s, struct buf *out);
