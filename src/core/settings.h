// SPDX-License-Identifier: MIT
// What a person has chosen once and for all, as a text of lines "name: value".
// One table says what there is (setting_rule); a new setting is one row of it.
// Not what belongs to one session: see session_let. Pure: the file is app's.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"

enum setting {
    SETTING_PALETTE = 0,
    SETTING_PALETTE_BY_HOUR,
    SETTING_LIGHT,
    SETTING_MOTION,
    SETTING_TEXT_SIZE,
    SETTING_HUD,
    SETTING_FULLSCREEN,
    SETTING_DISPLAY,
    SETTING_OTHER_DISPLAYS,
    SETTING_DRAWING,
    SETTING_CUE,
    SETTING_VOLUME,
    SETTING_CUE_VOLUME,
    SETTING_BELLS_VOLUME,
    SETTING_BED_VOLUME,
    SETTING_VOICE_VOLUME,
    SETTING_MUTE,
    SETTING_LATENCY,
    SETTING_VOICE,
    SETTING_VOICE_PACK,
    SETTING_SPEECH,
    SETTING_RUMBLE,
    SETTING_SWITCH,
    SETTING_SWITCH_PACE,
    SETTING_LANGUAGE,
    SETTING_COUNTRY,
    SETTING_DAY_START,
    SETTING_BLINDING,
    SETTING_DISCREET,
    SETTING_CAUTIONS,
    SETTING_FAVOURITES,
    SETTING_CHOSEN,
    SETTING_OWN_NAME,
    SETTING_PARTNER,
    SETTING_DEVICE,
    SETTING_CARE_READ,
    SETTING_COUNT
};

enum setting_kind {
    SETTING_WORD = 0, // one of words; its number is the place in words
    SETTING_NAME,     // one of words, or a name of the person's own (number -1)
    SETTING_WHOLE,    // a whole number from least to most
    SETTING_TIME,     // "HH:MM"; its number is minutes after midnight
    SETTING_TEXT,     // any text of one line; may be empty
    SETTING_KIND_COUNT
};

// The words of a switch: number 0 is off, 1 is on.
enum { SETTING_OFF = 0, SETTING_ON };

struct setting_rule {
    const char *name;
    enum setting_kind kind;
    const char *const *words; // of a word or name; ends with NULL
    int least, most;          // of a whole number
    const char *initial;      // the default, as it is written
    const char *about;        // one line of explanation, for people
};

// Never NULL; lives as long as the program.
const struct setting_rule *setting_rule(enum setting s);
// How many words a rule has.
int setting_words(enum setting s);
// The setting of that name; SETTING_COUNT when there is none.
enum setting setting_named(struct str name);

// Each value as text, and as a number where its kind has one (else 0).
struct settings {
    struct str text[SETTING_COUNT];
    int number[SETTING_COUNT];
};

void settings_init(struct settings *s); // the defaults
// How much larger words are shown, by the number of SETTING_TEXT_SIZE.
float settings_text_scale(int number);
// Whether value is one that the setting can have; its number to *number (may
// be NULL).
bool setting_takes(enum setting s, struct str value, int *number);
// What it can have, in words: "night, dusk, paper, contrast or a name of your
// own", "a whole number from 35 to 100". In mem.
struct str setting_expects(enum setting s, struct arena *mem);

// Reads a person's text. A line that says nothing sensible is an error in
// notes (may be NULL) and changes nothing; of a name twice the last holds.
// Texts are views into text.
void settings_read(struct settings *out, struct str text, struct diags *notes);

// The text for a person who has none yet: every setting with its explanation,
// commented out at its default.
void settings_print(struct buf *out);
// The text with one setting changed: in its last line, or in place of the
// commented default, or at the end. Every other byte stays. The value must be
// one that the setting takes.
void settings_change(struct str text, enum setting s, struct str value,
                     struct buf *out);
