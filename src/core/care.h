// SPDX-License-Identifier: MIT
// Whom to call: small plain files that a person edits. "country:" and
// "checked:" lines, then one line a contact, "NAME | NUMBER | when or how";
// "#" begins a comment line. Knows no file.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

struct care_contact {
    struct str name, number, when; // when may be empty
};

struct care_page {
    struct str country, checked; // as written; may be empty
    const struct care_contact *contacts;
    size_t count;
    bool own; // the support plan
};

// When to stop, in short lines: "you feel dizzy or faint"; and what then.
enum { CARE_STOPS = 5 };
struct str care_stop(int line);
struct str care_stopped(void);

// The person's support plan, as a page of contacts: lines "NAME | NUMBER |
// when", and those of "Trusted_person: Anna, 0171 234567" with further lines
// after "+ ". A long value stands in when. Texts are views into text or in mem.
void care_read_plan(struct care_page *out, struct str text, struct arena *mem);

// The two small letters of a country; empty for what is none.
struct str care_country(struct str setting, struct str system);

// Never refuses a text: a line that is neither is kept as a contact with its
// words as the name, for in need every line counts; one without words is none.
// What looks like a slip is a warning in notes (may be NULL). Texts are views
// into text.
void care_read(struct care_page *out, struct str text, struct arena *mem,
               struct diags *notes);
