// SPDX-License-Identifier: MIT
// What the files of the session list share.
#pragma once

#include "screens/sessions.h"

enum { SESSIONS_SHOWN = 5 };

struct area sessions_card(size_t place); // of those that show
// Where a press makes the card a favourite, or no longer.
struct area sessions_star(size_t place);
struct area sessions_begin(void);
struct area sessions_setup(void); // "Set up", beside it
struct area sessions_left(void);  // what is left out, and why
// The filter's word, "All" for EFFECT_NONE, and where it stands; an effect
// that no session has stands nowhere (w 0).
struct str sessions_filter_word(enum effect e);
struct area sessions_filter(const struct sessions *s, const struct ruler *ruler,
                            enum effect e);

// --- sessions_favourites.c
bool sessions_favourite(const struct facts *f, struct str name);
// Asks that the focused session becomes a favourite, or is none any more.
void sessions_focus(struct sessions *s, size_t place);
void sessions_favour(struct sessions *s, const struct facts *f,
                     struct requests *ask);
// --- sessions_panel.c
void sessions_panel_draw(const struct practice *p, const struct page *pg);
