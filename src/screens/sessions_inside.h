// SPDX-License-Identifier: MIT
// What the files of the session list share.
#pragma once

#include "screens/sessions.h"

enum { SESSIONS_SHOWN = 5 };

struct area sessions_card(size_t place); // of those that show
struct area sessions_begin(void);
struct area sessions_setup(void); // "Set up", beside it
// The filter's word, "All" for EFFECT_NONE, and where it stands; an effect
// that no session has stands nowhere (w 0).
struct str sessions_filter_word(enum effect e);
struct area sessions_filter(const struct sessions *s, const struct ruler *ruler,
                            enum effect e);

// --- sessions_panel.c
void sessions_panel_draw(const struct practice *p, const struct page *pg);
