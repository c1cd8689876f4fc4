// SPDX-License-Identifier: MIT
// The signals that end a program stay blocked except inside pselect, so that
// none is lost between a look at the flag and the wait. After any but Ctrl-C
// nobody is there to answer: it is told for good.
#include "platform/terminal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

#include "platform/clock.h"
#include "platform/ends.h"

static struct ends taken;
static volatile sig_atomic_t interrupted, left_alone;

static void note_end(int number)
{
    interrupted = 1;
    left_alone |= number != SIGINT;
}

void terminal_init(struct terminal *t, int fd)
{
    *t = (struct terminal){.fd = fd, .by_hand = isatty(fd) == 1};
    interrupted = left_alone = 0;
    ends_block(SIG_BLOCK);
    ends_take(&taken, note_end);
}

void terminal_finish(struct terminal *t)
{
    ends_give_back(&taken);
    ends_block(SIG_UNBLOCK);
    buf_finish(&t->pending);
}

static bool take_interrupt(void)
{
    ends_block(SIG_UNBLOCK); // lets a pending one in
    ends_block(SIG_BLOCK);
    bool was = interrupted;
    interrupted = left_alone;
    return was;
}

// Waits for input, unless it is not wanted, or Ctrl-C, at most until until_ns
// (negative: without end). True when there may be input to read.
static bool wait_for_input(struct terminal *t, int64_t until_ns, bool wanted)
{
    const sigset_t open = ends_open();
    int64_t left = until_ns - clock_now_ns();
    left = left < 0 ? 0 : left;
    struct timespec span = {.tv_sec = (time_t)(left / 1000000000),
                            .tv_nsec = (long)(left % 1000000000)};
    fd_set input;
    FD_ZERO(&input);
    if (wanted && !t->at_end) {
        FD_SET(t->fd, &input);
    }
    int ready = pselect(t->fd + 1, &input, NULL, NULL,
                        until_ns < 0 ? NULL : &span, &open);
    return ready > 0;
}

static void read_some(struct terminal *t)
{
    if (t->next > 0) {
        memmove(t->pending.at, t->pending.at + t->next,
                t->pending.len - t->next);
        t->pending.len -= t->next;
        t->next = 0;
    }
    buf_reserve(&t->pending, 4096);
    ssize_t got = read(t->fd, t->pending.at + t->pending.len, 4096);
    if (got > 0) {
        t->pending.len += (size_t)got;
    } else if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
        t->at_end = true;
    }
}

// Cuts a whole line off what was read; at the end of the input, and when it is
// too long, also one without an ending.
static bool cut_line(struct terminal *t, struct buf *line)
{
    struct str rest = str_sub(buf_view(&t->pending), t->next, t->pending.len);
    size_t end = str_find(rest, '\n', t->looked);
    bool over = rest.len >= TERMINAL_LINE_MOST || (t->at_end && rest.len > 0);
    t->looked = rest.len;
    if (end == rest.len && !over) {
        return false;
    }
    t->next += end < rest.len ? end + 1 : end;
    t->looked = 0;
    struct str text = str_sub(rest, 0, end);
    if (str_ends(text, STR("\r"))) {
        text.len--;
    }
    if (line) {
        buf_clear(line);
        buf_put(line, text);
    }
    return true;
}

enum terminal_wake terminal_wait(struct terminal *t, int64_t until_ns,
                                 bool taps)
{
    bool wanted = taps || t->by_hand;
    for (;;) {
        if (take_interrupt()) {
            return TERMINAL_INTERRUPTED;
        }
        if (wanted && cut_line(t, NULL) && taps) {
            return TERMINAL_LINE;
        }
        if (until_ns >= 0 && clock_now_ns() >= until_ns) {
            return TERMINAL_TIME;
        }
        if (until_ns < 0 && t->at_end) {
            return TERMINAL_LINE;
        }
        if (wait_for_input(t, until_ns, wanted)) {
            read_some(t);
        }
    }
}

bool terminal_ready(const struct terminal *t)
{
    struct str rest = str_sub(buf_view(&t->pending), t->next, t->pending.len);
    struct pollfd input = {.fd = t->fd, .events = POLLIN};
    return t->at_end || str_find(rest, '\n', 0) < rest.len ||
           poll(&input, 1, 0) > 0;
}

enum terminal_read terminal_line(struct terminal *t, struct buf *line)
{
    for (;;) {
        if (take_interrupt()) {
            return TERMINAL_READ_INTERRUPTED;
        }
        if (cut_line(t, line)) {
            return TERMINAL_READ_LINE;
        }
        if (t->at_end) {
            return TERMINAL_READ_END;
        }
        if (wait_for_input(t, -1, true)) {
            read_some(t);
        }
    }
}

bool terminal_is_left(int fd)
{
    struct pollfd output = {.fd = fd, .events = POLLOUT};
    return poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
}
