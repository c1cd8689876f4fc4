// SPDX-License-Identifier: MIT
// Texts made alike for searching: case and accents of Latin, Greek and Cyrillic
// letters are gone, other writing stays as it is. And finding one in another.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

// Appends text folded: "Élan, Ψυχή" gives "elan, ψυχη". Bytes that are not
// UTF-8 and control characters become blanks.
void fold_put(struct buf *out, struct str text);
// Where part begins in text, both folded; text.len when it is not in it. An
// empty part is at 0.
size_t fold_find(struct str text, struct str part);
// Where a folded part stands in a text that is not: from *from to *to. False
// when it does not. Allocates nothing; for a line, not for a journal.
bool fold_spot(struct str text, struct str part, size_t *from, size_t *to);
