// SPDX-License-Identifier: MIT
// Some weeks of the journal on paper, as plain text.
#pragma once

#include "base/str.h"
#include "cli/cli.h"
#include "core/day.h"
#include "core/journal.h"

// Four weeks unless asked otherwise; a year at the most.
enum { SHEET_DAYS = 28, SHEET_DAYS_MOST = 366 };

struct sheet_wish {
    struct day from, to; // both included
    bool from_given, to_given;
    struct str notes; // the tag of the entries whose words are shown
};

// Prints it; says what is wrong on standard error and gives the exit status.
int journal_sheet(struct cli *cli, const struct sheet_wish *wish,
                  const struct entries *list);
