// SPDX-License-Identifier: MIT
// Texts made alike for searching: case and accents of Latin, Greek and Cyrillic
// letters are gone, other writing stays as it is. And finding one in another.
#pragma once

#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

// Appends text folded: "Élan, Ψυχή" gives "elan, ψυχη". Bytes that are not
// UTF-8 and control characters become blanks.
void fold_put(struct buf *out, struct str text);
// Where part begins in text, both folded; text.len when it is not in it. An
// empty part is at 0.
size_t fold_find(struct str text, struct str part);
