// SPDX-License-Identifier: MIT
// What play, frame, timeline and export have in common: a script, --set and
// --seed.
#pragma once

#include "app/script.h"
#include "cli/cli.h"
#include "core/timeline.h"

enum { CHOOSE_SETS = 256 };

// Zeroed is ready: the script's own values, seed 1.
struct chooser {
    struct str sets[CHOOSE_SETS]; // "name=value", in order
    size_t count;
    uint64_t seed;
    bool seeded;
    struct str language; // take it so where it stands in it too; empty: English
};

// Takes --set and --seed.
enum taken choose_option(struct arguments *args, struct str option,
                         struct chooser *c);
// Reads a duration of an option ("--from 1m30s"); says so when it is none.
bool choose_duration(struct arguments *args, struct str option,
                     int64_t *out_ms);

// "1920x1080", each from least to most; false, and neither set, for anything
// else.
bool choose_size(struct str s, int least, int most, int *width, int *height);

// Finds, reads and compiles the wanted script with what was chosen; a path is
// taken as it is. Mistakes are printed as `check` prints them (EXIT_FAULT), a
// script that is not there or a wrong --set as one line (EXIT_USAGE). The
// script lives in cli->mem.
int choose_script(struct cli *cli, struct str wanted, const struct chooser *c,
                  struct script *out);
// The same for a path that is known.
int choose_file(struct cli *cli, struct str path, const struct chooser *c,
                struct script *out);
// What is wrong with a script, on standard error; brief as in diags_print.
void choose_mistakes(struct cli *cli, const struct script *s, bool brief);
// The count that stands after mistakes: "2 errors"; nothing for none.
void choose_count(struct cli *cli, size_t errors);
