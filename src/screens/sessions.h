// SPDX-License-Identifier: MIT
// The list of all sessions: what each is, how long, how strong, and who
// should take care. Two lines of words narrow it to a kind, or to what was done
// of late, and to an effect. Favourites, which
// * makes and unmakes, stand first, then those whose days fit the day; on dose
// days fast breathing is put away, and Tab unfolds it.
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "frame/input.h"
#include "screens/care.h"
#include "screens/facts.h"
#include "screens/request.h"
#include "screens/widgets.h"

// What the upper line of words narrows the list to: all, what was done of late,
// or one kind.
enum sessions_which {
    SESSIONS_ALL = 0,
    SESSIONS_RECENT,
    SESSIONS_KIND, // and on: enum session_kind
    SESSIONS_WHICH_COUNT = SESSIONS_KIND + KIND_COUNT
};

// Where the keys are; up and down go from one to the next.
enum sessions_zone { ZONE_LIST = 0, ZONE_EFFECT, ZONE_WHICH, ZONE_MENU };

struct sessions {
    struct arena mem;
    size_t *listed; // indices in the facts, favourites first, by title
    size_t count;
    size_t focus;       // index in listed
    size_t first;       // card that stands first
    enum effect filter; // EFFECT_NONE: all
    enum sessions_which which;
    enum sessions_zone zone;
    int item;                // of the menu, while it has the keys
    size_t *done;            // of each in the facts: 1 and up, the latest most;
                             // 0: not of late
    enum day_kind kind;      // of the day
    size_t away;             // fast ones that are not listed today
    bool unfolded;           // they are, by the person's wish
    struct buf wanted;       // favourites, as they were asked for
    size_t left;             // left out by the person's own cautions
    struct str reason;       // the first of these cautions
    bool anyway;             // these are listed all the same
    size_t in[EFFECT_COUNT]; // how many there are for each effect
    bool of[SESSIONS_WHICH_COUNT]; // whether there are any
};

void sessions_finish(struct sessions *s); // accepts a zeroed list
// Keeps filter and focus where it can.
void sessions_facts(struct sessions *s, const struct facts *f,
                    enum day_kind kind);
enum wish sessions_input(struct sessions *s, const struct facts *f,
                         const struct page *pg, const struct input *in,
                         struct requests *ask);
// The settings are others: favourites may be. The focus stays on its session.
void sessions_settle(struct sessions *s, const struct facts *f);
// The focused one: its index in the facts. Only when count is above 0.
size_t sessions_chosen(const struct sessions *s);
void sessions_draw(const struct sessions *s, const struct facts *f,
                   const struct page *pg);
