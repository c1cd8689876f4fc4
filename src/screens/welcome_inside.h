// SPDX-License-Identifier: MIT
// What the files of the first run share.
#pragma once

#include "screens/welcome.h"

enum { WELCOME_CARE_LINES = 5, WELCOME_CHOICES_MOST = 4 };

struct str welcome_title(enum welcome_page page);
struct str welcome_text(enum welcome_page page);
struct str welcome_care_line(size_t i);
// What there is to choose on a page, in the order of its numbers; gives how
// many, 0 for sound and care.
size_t welcome_choices(enum welcome_page page,
                       struct str out[WELCOME_CHOICES_MOST]);
// Which of them holds.
size_t welcome_chosen(const struct welcome *w, const struct settings *s);
struct area welcome_choice(size_t i);
// The corner where the language stands, on the page of light.
struct area welcome_language(void);
struct area welcome_next(void);
