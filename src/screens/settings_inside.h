// SPDX-License-Identifier: MIT
// What the files of the Settings screen share.
#pragma once

#include "screens/settings.h"

enum { SETTINGS_ROWS = 10 }; // most in a group, so that no group scrolls

// A setting on the screen: where it stands, its name for people, how far one
// key goes, and the unit behind its number.
struct setting_row {
    enum settings_group group;
    const char *label;
    int step;
    const char *unit; // with {1} for the number; NULL: the number alone
};

const struct setting_row *setting_row_of(enum setting s);
struct str settings_group_word(enum settings_group g);
// The settings of a group, in the table's order; gives how many, at most
// SETTINGS_ROWS.
size_t settings_screen_rows(enum settings_group g,
                            enum setting out[SETTINGS_ROWS]);
// The focused setting; SETTING_COUNT when the focus is elsewhere.
enum setting settings_screen_focused(const struct settings_screen *c);
// What holds, in words: "-6 dB", "night"; a long text is cut.
void setting_row_value(enum setting s, const struct settings *now,
                       const struct tongue *tongue, struct phrase *out);

static const float settings_tab_size = 0.0225f;
struct area settings_screen_tab(const struct ruler *ruler,
                                enum settings_group g);
struct area settings_screen_row(size_t place);
