// SPDX-License-Identifier: MIT
// Today: which day it is, what was done last or was left unfinished, three
// sessions to begin, a check-in, the week behind. Plain facts, no scores.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "frame/input.h"
#include "frame/phrase.h"
#include "screens/care.h"
#include "screens/facts.h"
#include "screens/widgets.h"

enum { WEEK_DAYS = 7 };

// Read day and key; the rest is Today's own, made anew by today_facts.
struct today {
    struct day day;
    struct day_key key;
    struct phrase key_words; // "day 2 of 3, transition, week 4 of 6"
    size_t offered[PRACTICE_OFFERED];
    size_t count;
    const struct entry *last;       // last session; NULL when there is none
    struct day_key week[WEEK_DAYS]; // the last is today
    int moods[WEEK_DAYS];           // 0: none
    size_t focus; // a card, or count and on: words of the menu, the check-in,
                  // the answers to the offer
    size_t card;  // the card that Begin means
    bool kept;    // something was kept just now
    bool hidden;  // what kind of day it is: see facts_hide
    const struct entry *left; // that is offered to be gone on with; NULL: none
    size_t put_off;           // of facts->left, which are not offered any more
};

// The person's day at f->now decides.
void today_facts(struct today *t, const struct facts *f);
// The kind of today as far as the person may know it; DAY_KIND_COUNT while it
// is hidden.
enum day_kind today_kind(const struct today *t);
// Whether someone wrote in it: else it is a session that was cut off, or over,
// and not written about.
bool today_has_words(const struct entry *e);
enum wish today_input(struct today *t, const struct page *pg,
                      const struct input *in);
// The session that WISH_BEGIN means: its index in the facts.
size_t today_chosen(const struct today *t);
// The light that all of it stands on, and no word.
void today_light(const struct page *pg);
void today_draw(const struct today *t, const struct facts *f,
                const struct page *pg);
