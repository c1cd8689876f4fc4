// SPDX-License-Identifier: MIT
// What the desktop tells of itself, by a session bus of our own with a portal
// on it: each key it may have, a portal that has none, that is slow or mute or
// says what is no message; no bus at all; and no bus that is not on this
// machine.
#include "unit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <SDL.h>

#include "platform/desktop.h"

enum { LONG_MS = 20000, SHORT_MS = 100 };

static char folder[] = "/tmp/breathmark-bus-XXXXXX";
static char place[128];
static pid_t bus;

// Up to three keys; NULL ends them.
static void bus_start(const char *mode, const char *const keys[3])
{
    int told[2];
    char word = '\0';
    char address[160];
    snprintf(place, sizeof(place), "%s/bus", folder);
    snprintf(address, sizeof(address), "unix:path=%s", place);
    assert_int_equal(setenv("DBUS_SESSION_BUS_ADDRESS", address, 1), 0);
    assert_int_equal(pipe(told), 0);
    bus = fork();
    if (bus == 0) {
        dup2(told[1], STDOUT_FILENO);
        close(told[0]);
        execlp("python3", "python3", FAKE_BUS, place, mode, keys[0], keys[1],
               keys[2], (char *)NULL);
        _exit(127);
    }
    close(told[1]);
    assert_int_equal(read(told[0], &word, 1), 1); // "ready"
    close(told[0]);
}

static void bus_stop(void)
{
    kill(bus, SIGKILL);
    waitpid(bus, NULL, 0);
    unlink(place);
}

// What is known after at most wait_ms; *there: whether an answer came.
static struct desktop_wishes asked(int limit_ms, int wait_ms, bool *there)
{
    struct desktop_wishes w = {0};
    struct desktop *d = desktop_ask(limit_ms);
    assert_non_null(d);
    *there = false;
    for (int ms = 0; ms < wait_ms && !*there; ms += 10) {
        *there = desktop_answer(d, &w);
        SDL_Delay(10);
    }
    desktop_drop(d);
    return w;
}

static void check(const char *const keys[3], struct desktop_wishes want)
{
    bool there = false;
    bus_start("well", keys);
    struct desktop_wishes got = asked(LONG_MS, LONG_MS, &there);
    bus_stop();
    assert_true(there);
    assert_int_equal(got.reduced_motion, want.reduced_motion);
    assert_int_equal(got.high_contrast, want.high_contrast);
    assert_int_equal(got.scheme, want.scheme);
}

#define KEYS(...) ((const char *const[3]){__VA_ARGS__})
#define SCHEME "org.freedesktop.appearance.color-scheme="
#define CONTRAST "org.freedesktop.appearance.contrast="
#define MOTION "org.freedesktop.appearance.reduced-motion="
#define ANIMATIONS "org.gnome.desktop.interface.enable-animations="

static void each_wish_is_read(void **state)
{
    (void)state;
    check(KEYS(NULL), (struct desktop_wishes){0});
    check(KEYS(SCHEME "2", CONTRAST "1", MOTION "1"),
          (struct desktop_wishes){true, true, DESKTOP_LIGHT});
    check(KEYS(SCHEME "1", CONTRAST "0", MOTION "0"),
          (struct desktop_wishes){.scheme = DESKTOP_DARK});
    check(KEYS(ANIMATIONS "false"),
          (struct desktop_wishes){.reduced_motion = true});
    check(KEYS(ANIMATIONS "true", SCHEME "7", CONTRAST "9"),
          (struct desktop_wishes){0});
}

static void what_is_no_number_is_nothing(void **state)
{
    (void)state;
    bool there = false;
    bus_start("text", KEYS(NULL));
    struct desktop_wishes got = asked(LONG_MS, LONG_MS, &there);
    bus_stop();
    assert_true(there);
    assert_false(got.reduced_motion || got.high_contrast || got.scheme);
}

static void nobody_waits_for_a_bus_that_does_not_answer(void **state)
{
    (void)state;
    static const char *const modes[] = {"slow", "noise", "mute"};
    for (size_t i = 0; i < 3; i++) {
        bool there = false;
        bus_start(modes[i], KEYS(CONTRAST "1", MOTION "1"));
        int wait_ms = i == 0 ? 3000 : 400;
        struct desktop_wishes got = asked(SHORT_MS, wait_ms, &there);
        bus_stop();
        assert_true(there || i > 0); // when time is over no more is asked
        assert_false(got.reduced_motion || got.high_contrast || got.scheme);
    }
}

static void without_a_bus_nothing_is_asked(void **state)
{
    (void)state;
    unsetenv("XDG_RUNTIME_DIR");
    unsetenv("DBUS_SESSION_BUS_ADDRESS");
    assert_null(desktop_ask(LONG_MS));
    setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=127.0.0.1,port=1", 1);
    assert_null(desktop_ask(LONG_MS));
    setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus", 1);
    bool there = false;
    struct desktop_wishes got = asked(LONG_MS, LONG_MS, &there);
    assert_true(there); // at once: nobody is there
    assert_false(got.reduced_motion);
    desktop_drop(NULL);
}

static void only_this_machine_is_asked(void **state)
{
    (void)state;
    assert_true(desktop_is_local("unix:path=/run/user/1000/bus"));
    assert_true(desktop_is_local("unix:abstract=/tmp/x,guid=1;unix:path=/y"));
    assert_false(desktop_is_local("tcp:host=example.org,port=1"));
    assert_false(desktop_is_local("unix:path=/y;tcp:host=example.org"));
    assert_false(desktop_is_local("unixexec:path=ssh"));
    assert_false(desktop_is_local("autolaunch:"));
    assert_false(desktop_is_local("unix:tmpdir=/tmp"));
}

static int open_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int close_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_wish_is_read),
        cmocka_unit_test(what_is_no_number_is_nothing),
        cmocka_unit_test(nobody_waits_for_a_bus_that_does_not_answer),
        cmocka_unit_test(without_a_bus_nothing_is_asked),
        cmocka_unit_test(only_this_machine_is_asked),
    };
    return cmocka_run_group_tests(tests, open_folder, close_folder);
}
