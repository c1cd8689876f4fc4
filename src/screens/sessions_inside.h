// SPDX-License-Identifier: MIT
// What the files of the session list share.
#pragma once

#include "screens/sessions.h"

enum { SESSIONS_SHOWN = 5 };

struct area sessions_card(size_t place); // of those that show
// Where a press makes the card a favourite, or no longer.
struct area sessions_star(size_t place);
struct area sessions_begin(void);
struct area sessions_setup(void);               // "Set up", beside it
struct str sessions_filter_word(enum effect e); // "All" for EFFECT_NONE
struct str sessions_which_word(enum sessions_which w);
void sessions_filters_draw(const struct sessions *s, const struct page *pg);
// Whether a pointer pressed one of the words; then it holds.
bool sessions_filters_press(struct sessions *s, const struct facts *f,
                            const struct ruler *ruler, const struct input *in);

// --- sessions_list.c
void sessions_show(struct sessions *s); // keeps the focus in sight
// Fast breathing is put away: a dose day, or one that may be, while the kind of
// day is hidden.
bool sessions_fold(const struct sessions *s);
void sessions_filter_set(struct sessions *s, const struct facts *f,
                         enum effect filter);
void sessions_which_set(struct sessions *s, const struct facts *f,
                        enum sessions_which which);
// To the next that has any sessions.
void sessions_filter_move(struct sessions *s, const struct facts *f, int way);
void sessions_which_move(struct sessions *s, const struct facts *f, int way);
bool sessions_offers(const struct sessions *s, int effect);
// --- sessions_favourites.c
bool sessions_favourite(const struct facts *f, struct str name);
// Asks that the focused session becomes a favourite, or is none any more.
void sessions_focus(struct sessions *s, size_t place);
void sessions_favour(struct sessions *s, const struct facts *f,
                     struct requests *ask);
// --- sessions_panel.c
void sessions_panel_draw(const struct practice *p, const struct page *pg);
