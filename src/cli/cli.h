// SPDX-License-Identifier: MIT
// The commands. Each is a function that takes its words and returns the exit
// status; what it prints goes to out and err, so that tests can read it.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "app/now.h"
#include "base/arena.h"
#include "base/str.h"
#include "cli/usage.h"
#include "core/day.h"
#include "platform/append.h"
#include "platform/paths.h"

enum exit_status {
    EXIT_DONE = 0,
    EXIT_FAULT = 1, // the work found a fault, or failed
    EXIT_USAGE = 2  // wrong usage, or an unreadable file
};

// What every command is given. Lives as long as the program.
struct cli {
    FILE *in, *out, *err;
    struct arena mem;
    struct paths paths; // by --data, else the environment
    struct now now;     // by --now, else the system's clock
};

// One command's words, read with arguments_next and arguments_value.
struct arguments {
    struct cli *cli;
    int count;
    char **at; // without the program's and the command's name
    int next;
    bool ended;       // "--" was seen
    struct str value; // of the option just read, when it had "=value"
    bool has_value;
};

// What a command or subcommand is called, and what does it.
struct command {
    const char *name;
    int (*run)(struct arguments *args);
};
struct commands {
    const struct command *items;
    size_t count;
};
#define COMMANDS(array)                                                        \
    ((struct commands){(array), sizeof(array) / sizeof((array)[0])})

int cli_main(int argc, char **argv);

// The next word: an option ("--set", value kept apart) or a plain word. False
// at the end. Plain words after "--" are never options.
bool arguments_next(struct arguments *args, struct str *word, bool *is_option);
// The value of the option just read, from "=value" or the next word. False,
// with a line on standard error, when there is none.
bool arguments_value(struct arguments *args, struct str option,
                     struct str *value);
// False, with a line on standard error, when the option was given a value.
bool arguments_flag(struct arguments *args, struct str option);

enum taken {
    TAKEN_NOT = 0, // the option is none of these
    TAKEN_WELL,
    TAKEN_WRONG // said so on standard error: EXIT_USAGE
};

// An option of a command, and where what it says goes: its value, or, of one
// without a value, that it was given.
struct option {
    const char *name;
    struct str *value;
    bool *flag;
};
struct options {
    const struct option *items;
    size_t count;
};
#define OPTIONS(array)                                                         \
    ((struct options){(array), sizeof(array) / sizeof((array)[0])})
#define NO_OPTIONS ((struct options){0})
enum taken arguments_take(struct arguments *args, struct str option,
                          struct options known);
// Reads all that is left: known options and one plain word at most, into
// *plain; plain NULL: there is to be none. EXIT_DONE, or EXIT_USAGE with a line
// on standard error.
int arguments_read(struct arguments *args, const char *command,
                   struct options known, struct str *plain);

// One line on standard error, "breathmark: " before it; returns status.
#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
int cli_fail(struct cli *cli, int status, const char *format, ...);
// The same for a line that is no failure; cli is a struct cli.
void cli_say(void *cli, struct str line);
void cli_say_lines(struct cli *cli, struct buf *lines); // and finishes them
// "did you mean --tsv? ", as usage_nearest finds it; empty when none is near.
struct str cli_near(struct cli *cli, struct str command, struct str word);
// As cli_fail with EXIT_USAGE, and names the help. command NULL: there is none.
int cli_unknown(struct arguments *args, const char *command, struct str word);

// Runs the subcommand of `command` that the next word names, or the one called
// usual when no word is left; EXIT_USAGE, naming them all, when there is none
// of that name.
int cli_subcommand(struct arguments *args, const char *command,
                   const char *usual, struct commands list);
// NULL when there is none of that name.
const struct command *command_named(struct commands list, struct str name);
// Brings the first name of the list before the options that stand before it;
// above is the command of subcommands ("journal"), else empty.
void arguments_bring(struct arguments *args, struct str above,
                     struct commands list);

void cli_print(struct cli *cli, struct buf *text); // and finishes it
// Prints and clears it when it has grown large; a long list takes no memory.
// False when the output takes no more: the rest of the list is for nobody.
bool cli_print_piece(struct cli *cli, struct buf *text);
// Ends a line without blanks behind its last word.
void cli_end_line(struct buf *out);

// EXIT_DONE when the record is kept in the file called what ("journal"); else
// one line that says where its draft is.
int cli_kept(struct cli *cli, const char *what, const struct kept *kept);

// What --help prints, taken apart. In cli->mem.
struct usage cli_usage(struct cli *cli);

int cli_care(struct arguments *args);
int cli_check(struct arguments *args);
int cli_complete(struct arguments *args);
int cli_doctor(struct arguments *args);
int cli_timeline(struct arguments *args);
int cli_frame(struct arguments *args);
int cli_export(struct arguments *args);
int cli_voices(struct arguments *args);
int cli_insight(struct arguments *args);
int cli_list(struct arguments *args);
int cli_play(struct arguments *args);
// Today, without a command: --window[=WxH] and --mute.
int cli_open(struct arguments *args);
