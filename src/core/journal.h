// SPDX-License-Identifier: MIT
// A journal entry as a value, to and from rec text. No file, no clock: the
// append protocol is platform/append's.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/rec.h"
#include "base/str.h"
#include "core/calendar.h"
#include "core/day.h"

struct rating {
    struct str name;
    int value; // 0..10
};

struct answer {
    struct str question, text;
};

// Optional numbers are -1, and optional texts empty, when they are not there:
// begin with entry_init.
struct entry {
    struct str id; // "20260301T070211Z-1f3a9c02"
    struct str at; // "2026-03-01 08:02:11 +0100"
    struct str zone, plan, session, intention, who, device, amends, text;
    struct day day_date;
    enum day_kind kind;
    enum day_basis basis;
    bool kind_missing, basis_missing; // as read: the file does not say it
    int cycle, week, day;             // 0 where they do not apply
    int64_t planned_s, done_s;
    int breaths;
    bool ended_early;
    int mood_before, mood_after; // 1..5
    int sleep_tenths;            // hours, in tenths
    int sleep_quality;           // 1..5
    const int *hold_s;
    const struct rating *ratings;
    const struct answer *answers;
    const struct str *effects, *tags;
    size_t hold_count, rating_count, answer_count, effect_count, tag_count;
    const struct rec_field *others; // fields that we do not know, kept
    size_t other_count;
    // As read: where it stands, and in which of journal_scan's texts.
    enum rec_seal seal;
    int line, source;
    struct str bytes;
};

enum { ENTRY_RATING_MOST = 10, ENTRY_MOOD_MOST = 5, ENTRY_SLEEP_MOST = 240 };

void entry_init(struct entry *e);
// Id, At, Zone and the day fields, from the wall clock, 32 random bits and the
// key of the person's day. Texts live in mem.
void entry_stamp(struct entry *e, const struct wall *now, uint32_t random,
                 struct day day, const struct day_key *key, struct arena *mem);
// Turns e, a copy of an entry, into the correction of it: an At of now and an
// Id that is later than its own, the day fields as they were (they are worked
// out once, and never again). That of a correction names what that one
// corrects.
void entry_amend(struct entry *e, const struct wall *now, uint32_t random,
                 struct arena *mem);
// Appends the whole record, End included, without a blank line around it.
void entry_format(const struct entry *e, struct buf *out);
// The same without its End: a draft that is still being written.
void entry_format_open(const struct entry *e, struct buf *out);
// False when r is no entry (it has no Id, or no day can be read from it).
bool entry_read(const struct rec *r, struct arena *mem, struct entry *out);
// The file's head: comments and descriptor, with its blank line.
struct str journal_header(void);

// Where an entry stands, and what tells it from others: a long journal is
// opened by looking for its places, and only what is shown is read.
struct entry_place {
    struct str id, amends;
    struct str bytes; // in its text
    struct day day;
    int line, source; // and in which of the texts
    enum rec_seal seal;
};
struct places {
    const struct str *texts; // as given to journal_scan
    struct entry_place *items;
    size_t count;
};
// The places of all entries of texts, each Id once, ordered by the moment in
// their Id, and those of the same second as they stand. Where an Id stands
// twice the one whose End matches counts, else the first. A seal is proven only
// where Ids were equal. About the time that it takes to read the bytes; mem
// holds views into texts, which must stay. notes: NULL, or one for each text.
struct places journal_scan(const struct str *texts, size_t count,
                           struct arena *mem, struct diags *notes);
// The number of the place with this Id; count when there is none.
size_t places_find(const struct places *list, struct str id);
// Of each place, whether another one corrects it. In mem.
bool *places_corrected(const struct places *list, struct arena *mem);
// The last of all that correct what the place with this number says or
// corrects; itself when none does.
size_t places_latest(const struct places *list, size_t number);
// The entry at a place. r: zeroed but for mem, which then holds its values; it
// may be used again for the next.
bool place_read(const struct places *list, const struct entry_place *p,
                struct rec_reader *r, struct entry *out);

// Reads a long list from its first entry to its last, in little memory.
// Zeroed but for list is valid, as is reader.skim.
struct entry_reader {
    const struct places *list;
    size_t next; // number of the place behind the one that was read
    struct rec_reader reader;
    struct arena mem;
};
// False at the end. *out is valid until the next.
bool entry_next(struct entry_reader *r, struct entry *out);
void entry_reader_finish(struct entry_reader *r);

// The union of journals (or calendars) by Id, ordered by Id: of the same Id the
// record whose End matches, else that of the first text. Comments stay with the
// record that follows; what is no record, with the first.
void journal_merge(const struct str *texts, size_t count, struct buf *out);

// All that is wrong with a journal, or worth a word, with its line: errors are
// what ruins it.
void journal_check(struct str text, struct arena *mem, struct diags *out);
