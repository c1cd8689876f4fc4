// SPDX-License-Identifier: MIT
// The command `calendar`: one function a subcommand, each told its words
// behind the subcommand's name.
#pragma once

#include "app/calendar_file.h"
#include "base/buf.h"
#include "cli/cli.h"
#include "core/entry_text.h"

int cli_calendar(struct arguments *args);

int calendar_key_run(struct arguments *args);
int calendar_show_run(struct arguments *args);
int calendar_presets_run(struct arguments *args);
int calendar_plan_run(struct arguments *args);
int calendar_log_run(struct arguments *args);
int calendar_tick_run(struct arguments *args);
int calendar_export_run(struct arguments *args);
int calendar_import_run(struct arguments *args);

// Opens the calendar of one person and says on standard error what could not be
// read. EXIT_DONE, or EXIT_FAULT when the file cannot be read.
int calendar_open(struct cli *cli, struct str person,
                  struct calendar_file *out);
// The same after something was kept; says nothing twice.
int calendar_reopen(struct cli *cli, struct str person,
                    struct calendar_file *out);
// Reads DATE; false, with a line on standard error, when it is none.
bool calendar_date(struct cli *cli, struct str text, struct day *out);
