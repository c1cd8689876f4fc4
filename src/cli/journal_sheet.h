// SPDX-License-Identifier: MIT
// Some weeks of the journal on paper (core/sheet.h), as plain text or as pages
// to print.
#pragma once

#include "cli/cli.h"
#include "core/sheet.h"

// Four weeks unless asked otherwise; a year at the most.
enum { SHEET_DAYS = 28, SHEET_DAYS_MOST = 366 };

struct sheet_order {
    struct sheet_wish wish;
    bool from_given, to_given;
    struct str path; // of a PDF; empty: printed as text
};

// Prints or writes it; says what is wrong on standard error and gives the exit
// status.
int journal_sheet(struct cli *cli, const struct sheet_order *order,
                  const struct places *list);
// Writes it as a PDF.
int journal_paper(struct cli *cli, const struct sheet *s, struct str path,
                  const struct wall *now);
