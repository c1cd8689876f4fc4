// SPDX-License-Identifier: MIT
// The command `journal`: one function a subcommand, each told its words behind
// the subcommand's name; and keeping an entry, for `play --text` too.
#pragma once

#include "app/journal_files.h"
#include "app/keeper.h"
#include "base/buf.h"
#include "cli/cli.h"
#include "core/entry_text.h"

int cli_journal(struct arguments *args);

int journal_add_run(struct arguments *args);
int journal_list_run(struct arguments *args);
int journal_show_run(struct arguments *args);
int journal_check_run(struct arguments *args);
int journal_merge_run(struct arguments *args);
int journal_export_run(struct arguments *args);

// A keeper of this run's person and moment, which tells on standard error.
void cli_keeper(struct cli *cli, struct keeper *out);
// Keeps e, which may lie as a draft of k already, and prints a sentence with
// the journal's path. EXIT_FAULT, with a line that names the draft, when it is
// not kept.
int cli_keep(struct cli *cli, struct keeper *k, struct entry *e);
// Keeps e, a new entry or a changed copy of the one that it corrects, with
// standard input, without its one final newline, as its text, and prints its Id
// alone; otherwise the same. At most JOURNAL_INPUT_MOST bytes are read: the
// keeper makes a draft of what is too long.
enum { JOURNAL_INPUT_MOST = 4 << 20 };
int journal_write(struct cli *cli, struct entry *e, bool amend);

// Opens the journal and says on standard error what could not be read or was
// passed over. EXIT_DONE, or EXIT_FAULT when the journal cannot be read.
int journal_open(struct cli *cli, struct journal_files *out, bool texts_only);
// The entry with this number in its places, in memory of the program.
struct entry journal_entry(struct cli *cli, const struct journal_files *files,
                           size_t number);
// Opens the journal and finds the entry whose Id a subcommand was given, by its
// number in the places; otherwise says why not, and returns its status.
int journal_named(struct arguments *args, const char *command,
                  struct journal_files *out, size_t *number);
