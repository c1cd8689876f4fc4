// SPDX-License-Identifier: MIT
// Where a line of text may end. Unicode's UAX #14 in short, not its letter:
// at blanks, which are the caller's; behind a hyphen between letters; between
// the characters of Chinese and Japanese, though no line begins with a sign
// that closes or ends with one that opens; in Thai and Lao, whose words only a
// dictionary tells apart, where a syllable is sure to begin or to end.
#pragma once

#include <stddef.h>

#include "base/str.h"

// The end of what begins at byte at and stays on one line: whole clusters, up
// to a blank, a tab or a newline, or to s.len; at least one when at < s.len.
// Looks no further than the cluster that reaches at + most.
size_t breaks_next(struct str s, size_t at, size_t most);
