// SPDX-License-Identifier: MIT
// Words of care after something was logged: at most one line for each thing
// that is worth a word, plain, never in the way, and never an advice on a
// dose. What people are told is in practices.md's sources: a few days a week
// and never daily, six to eight weeks and then a rest, a week's watch before a
// change.
#pragma once

#include "base/buf.h"
#include "core/calendar.h"

// c holds m already. Appends lines, each with its newline; often none.
void calendar_care(const struct calendar *c, const struct mark *m,
                   struct buf *out);
