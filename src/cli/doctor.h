// SPDX-License-Identifier: MIT
// What `doctor` found, line by line. Private to doctor*.c.
#pragma once

#include "base/buf.h"
#include "cli/cli.h"

enum finding {
    FOUND_OK = 0,
    FOUND_LOOK,   // works, but not as it could
    FOUND_BROKEN, // something does not work
    FOUND_COUNT
};

struct report {
    struct cli *cli;
    bool tsv;
    int counts[FOUND_COUNT];
    struct str cure; // of the finding printed last, which the next may share
};

// Prints a line: what was looked at, what was found, and, where it is not ok,
// what to do about it: once for lines that follow one another.
void report_put(struct report *r, enum finding how, const char *about,
                struct str found, struct str cure);

// Display, drawing, sound, fonts, language, modules.
void doctor_machine(struct report *r);
// Folders, journal, calendar, settings, scripts; changes none of them.
void doctor_files(struct report *r);
