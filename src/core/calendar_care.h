// SPDX-License-Identifier: MIT
// Words of care after something was logged: at most one line for each thing
// that is worth a word, plain, never in the way, and never an advice on a
// dose. What people are told is in practices.md's sources: a few days a week
// and never daily, six to eight weeks and then a rest, a week's watch before a
// change.
#pragma once

#include "base/buf.h"
#include "core/calendar.h"

// Each word is for one occasion and said once: one run of days, one stretch of
// weeks, one break. Whether it was said is read off the calendar (an earlier
// log would have been answered so), and no file remembers it.
//
// c holds m already, as the last that was made. Appends lines, each with its
// newline, in a person's language (t NULL: English); often none.
void calendar_care(const struct calendar *c, const struct mark *m,
                   const struct tongue *t, struct buf *out);
// What is worth a word when a plan is made: its own stretches are longer than
// 8 weeks without a break. At most one line.
void plan_care(const struct plan *p, const struct tongue *t, struct buf *out);
