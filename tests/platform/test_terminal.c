// SPDX-License-Identifier: MIT
// Lines from a pipe, taps and Ctrl-C arrive as values, none lost.
#include "unit.h"

#include <signal.h>
#include <unistd.h>

#include "platform/clock.h"
#include "platform/terminal.h"

static void lines_come_whole_whatever_the_pieces(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    struct terminal t;
    struct buf line = {0};
    terminal_init(&t, ends[0]);
    assert_int_equal(write(ends[1], "one\r\n\nthr", 9), 9);
    assert_int_equal(terminal_line(&t, &line), TERMINAL_READ_LINE);
    assert_str(buf_view(&line), "one");
    assert_int_equal(terminal_line(&t, &line), TERMINAL_READ_LINE);
    assert_str(buf_view(&line), "");
    assert_int_equal(write(ends[1], "ee", 2), 2);
    close(ends[1]);
    assert_int_equal(terminal_line(&t, &line), TERMINAL_READ_LINE);
    assert_str(buf_view(&line), "three");
    assert_int_equal(terminal_line(&t, &line), TERMINAL_READ_END);
    terminal_finish(&t);
    buf_finish(&line);
    close(ends[0]);
}

static void waiting_ends_by_time_line_or_interrupt(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    struct terminal t;
    terminal_init(&t, ends[0]);
    int64_t start = clock_now_ns();
    assert_int_equal(terminal_wait(&t, start + 5000000, true), TERMINAL_TIME);
    assert_true(clock_now_ns() >= start + 5000000);
    assert_int_equal(write(ends[1], "\n", 1), 1);
    int64_t late = clock_now_ns() + INT64_C(60000000000);
    assert_int_equal(terminal_wait(&t, late, true), TERMINAL_LINE);
    // What comes through a pipe before it is asked for stays.
    assert_int_equal(write(ends[1], "kept\n", 5), 5);
    start = clock_now_ns();
    assert_int_equal(terminal_wait(&t, start + 5000000, false), TERMINAL_TIME);
    assert_int_equal(terminal_wait(&t, late, true), TERMINAL_LINE);
    raise(SIGINT);
    assert_int_equal(terminal_wait(&t, late, true), TERMINAL_INTERRUPTED);
    close(ends[1]);
    start = clock_now_ns();
    assert_int_equal(terminal_wait(&t, start + 5000000, true), TERMINAL_TIME);
    assert_int_equal(terminal_wait(&t, -1, true), TERMINAL_LINE);
    raise(SIGINT);
    struct buf line = {0};
    assert_int_equal(terminal_line(&t, &line), TERMINAL_READ_INTERRUPTED);
    assert_int_equal(terminal_line(&t, &line), TERMINAL_READ_END);
    terminal_finish(&t);
    buf_finish(&line);
    close(ends[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_come_whole_whatever_the_pieces),
        cmocka_unit_test(waiting_ends_by_time_line_or_interrupt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
