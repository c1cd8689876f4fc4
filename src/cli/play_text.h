// SPDX-License-Identifier: MIT
// A session in a terminal: one line a phase, Enter taps, Ctrl-C ends early. The
// honest way for a screen reader, a braille line or a machine without a
// display.
#pragma once

#include "cli/cli.h"
#include "cli/play.h"

// Plays, asks, and keeps the entry unless the wish says no journal. Returns
// the exit status.
int play_text(struct cli *cli, const struct play_wish *wish);
