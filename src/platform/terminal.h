// SPDX-License-Identifier: MIT
// Standard input while time passes: lines, taps of the Enter key, and Ctrl-C
// told as values. For playing in a terminal, by hand or from a pipe. And
// whether anyone still reads what is printed.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum terminal_wake {
    TERMINAL_TIME = 0,    // the time is reached
    TERMINAL_LINE,        // a line came: Enter was pressed
    TERMINAL_INTERRUPTED, // Ctrl-C; told once, then again at the next one
};

enum terminal_read {
    TERMINAL_READ_LINE = 0,
    TERMINAL_READ_END,        // standard input is at its end
    TERMINAL_READ_INTERRUPTED // Ctrl-C
};

enum { TERMINAL_LINE_MOST = 1 << 20 };

// Reads standard input (a file descriptor) line by line.
struct terminal {
    int fd;
    bool by_hand; // a person types: what comes too early is not an answer
    bool at_end;
    struct buf pending; // read, not handed out yet
    size_t next;        // first byte of pending that was not handed out
    size_t looked;      // bytes from there on that hold no line's end
};

// From here on Ctrl-C, and whatever else ends a program (SIGTERM, SIGHUP,
// SIGQUIT), is told by the functions below instead; Ctrl-C once, any other for
// good. terminal_finish gives all their meaning back.
void terminal_init(struct terminal *t, int fd);
void terminal_finish(struct terminal *t);

// Waits until clock_now_ns() reaches until_ns, a line comes, or Ctrl-C. At the
// end of the input only time and Ctrl-C count; with until_ns negative, without
// end, a line counts as come then: none ever will. A line is taken away.
// Without taps a line that a person types is taken and ignored, and one from a
// pipe stays for what comes later.
enum terminal_wake terminal_wait(struct terminal *t, int64_t until_ns,
                                 bool taps);
// Whether terminal_line would answer without waiting for anyone.
bool terminal_ready(const struct terminal *t);
// The next line without its ending, replacing what is in line. One that does
// not end is handed out in pieces of TERMINAL_LINE_MOST bytes.
enum terminal_read terminal_line(struct terminal *t, struct buf *line);
// Whether what is written to this file descriptor goes into a pipe that nobody
// reads any more.
bool terminal_is_left(int fd);
