// SPDX-License-Identifier: MIT
// What the files of the Settings screen share.
#pragma once

#include "screens/dials.h"

enum { DIALS_ROWS = 10 }; // most in a group, so that no group scrolls

// A setting on the screen: where it stands, its name for people, how far one
// key goes, and the unit behind its number.
struct dial {
    enum dial_group group;
    const char *label;
    int step;
    const char *unit; // with {1} for the number; NULL: the number alone
};

const struct dial *dial_of(enum setting s);
struct str dial_group_word(enum dial_group g);
// The settings of a group, in the table's order; gives how many, at most
// DIALS_ROWS.
size_t dials_rows(enum dial_group g, enum setting out[DIALS_ROWS]);
// The focused setting; SETTING_COUNT when the focus is elsewhere.
enum setting dials_focused(const struct dials *c);
// What holds, in words: "-6 dB", "night"; a long text is cut.
void dial_value(enum setting s, const struct settings *now,
                const struct tongue *tongue, struct phrase *out);

struct area dials_tab(const struct ruler *ruler, enum dial_group g);
struct area dials_row(size_t place);
