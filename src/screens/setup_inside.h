// SPDX-License-Identifier: MIT
// What the files of Setup share.
#pragma once

#include "screens/setup.h"

// The rows: the lets, then these, of which those from SETUP_OWN_NAME on are
// for two alone.
enum setup_row {
    SETUP_BED = 0,
    SETUP_CUE,
    SETUP_MOOD,
    SETUP_INTENTION,
    SETUP_OWN_NAME,
    SETUP_PARTNER,
    SETUP_WHO,
    SETUP_ROW_COUNT
};

const struct session *setup_session(const struct setup *s,
                                    const struct facts *f);
size_t setup_rows(const struct setup *s, const struct facts *f); // all of them
// Row number i as one of the above; SETUP_ROW_COUNT for a let.
enum setup_row setup_row_of(const struct setup *s, const struct facts *f,
                            size_t i);
// The line of words in a row, and how long it may be; NULL for other rows.
const struct buf *setup_words(const struct setup *s, enum setup_row row,
                              size_t *most);
// How far one key goes, in thousandths.
int64_t setup_step(const struct let *let);
void setup_let_value(const struct let *let, int64_t value,
                     const struct tongue *t, struct phrase *out);
// Beds by number: 0 is the script's own, the last is none.
enum { SETUP_BEDS = 7 };
struct str setup_bed_word(int bed); // as the language has it; empty for 0
// What stands in a row of the above.
void setup_value(const struct setup *s, const struct facts *f,
                 enum setup_row row, const struct tongue *tongue,
                 struct phrase *out);
struct str setup_label(const struct setup *s, const struct facts *f,
                       enum setup_row row);
struct area setup_place(size_t i);
// What was chosen the last time, into the choices; and asks to remember these.
void setup_recall(struct setup *s, const struct facts *f);
void setup_remember(struct setup *s, const struct facts *f,
                    struct requests *ask);
// Works the length out anew.
void setup_measure(struct setup *s, const struct facts *f);
