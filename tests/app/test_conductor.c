// SPDX-License-Identifier: MIT
// The session's time with and without sound: stalls are told once, and an open
// wait is passed by a tap alone, whenever the pause before it came.
#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <SDL.h>

#include "app/conductor.h"
#include "app/health.h"
#include "frame/by_hand.h"
#include "platform/clock.h"

#define MS INT64_C(1000000)

enum { WAIT_MS = 200, LENGTH_MS = 60200 };

struct place {
    struct arena mem;
    struct by_hand *hand;
    struct conductor c;
};

static int enter(void **state)
{
    struct place *p = calloc(1, sizeof(*p));
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    p->hand = ARENA_NEW(&p->mem, struct by_hand);
    by_hand_row(p->hand, VERB_SIT, PHASE_NONE, WAIT_MS);
    by_hand_row(p->hand, VERB_REST, PHASE_NONE, 0)->until_tap = true;
    by_hand_row(p->hand, VERB_SIT, PHASE_NONE, LENGTH_MS - WAIT_MS);
    *state = p;
    return 0;
}

static int leave(void **state)
{
    struct place *p = *state;
    conductor_finish(&p->c);
    arena_finish(&p->mem);
    SDL_Quit();
    free(p);
    return 0;
}

static void load(struct place *p, bool muted)
{
    struct sound_setup setup = {.modules = STR(MODULES)};
    struct score_options o = {.seed = 1};
    conductor_init(&p->c, &setup, muted);
    conductor_load(&p->c, &p->hand->tl, &o, &p->mem);
    conductor_gate(&p->c, WAIT_MS);
}

static void ask(struct place *p, enum request_kind kind, int64_t ms,
                int64_t now_ns)
{
    struct request r = {.kind = kind, .ms = ms};
    assert_true(conductor_do(&p->c, &r, now_ns));
}

static void a_stall_is_told_once(void **state)
{
    struct place *p = *state;
    load(p, true);
    conductor_gate(&p->c, INT64_MAX);
    ask(p, REQUEST_PLAY, 1000, 0);
    assert_int_equal(conductor_ms(&p->c, 900 * MS), 1900);
    assert_false(conductor_stalled(&p->c));
    assert_int_equal(conductor_ms(&p->c, 2000 * MS), 1900);
    assert_int_equal(conductor_ms(&p->c, 2100 * MS), 1900);
    assert_true(conductor_stalled(&p->c));
    assert_false(conductor_stalled(&p->c));
}

static void muted_a_wait_is_passed_by_a_tap_alone(void **state)
{
    struct place *p = *state;
    load(p, true);
    ask(p, REQUEST_PLAY, 0, 0);
    assert_int_equal(conductor_ms(&p->c, 250 * MS), WAIT_MS);
    ask(p, REQUEST_PAUSE, WAIT_MS, 260 * MS);
    ask(p, REQUEST_RESUME, WAIT_MS, 300 * MS);
    assert_int_equal(conductor_ms(&p->c, 900 * MS), WAIT_MS);
    ask(p, REQUEST_HOLD, WAIT_MS, 900 * MS);
    conductor_gate(&p->c, INT64_MAX);
    ask(p, REQUEST_RESUME, WAIT_MS, 1000 * MS);
    assert_int_equal(conductor_ms(&p->c, 1100 * MS), WAIT_MS + 100);
}

static int64_t now_ms(struct place *p)
{
    return conductor_ms(&p->c, clock_now_ns());
}

// The same by the sound's time: a pause in the very moment that the wait is
// reached, before the person has been told of it.
static void by_sound_a_wait_is_passed_by_a_tap_alone(void **state)
{
    struct place *p = *state;
    load(p, false);
    ask(p, REQUEST_PLAY, 0, clock_now_ns());
    for (int tries = 0; now_ms(p) < WAIT_MS && tries < 5000; tries++) {
        usleep(1000);
    }
    assert_true(p->c.by_sound);
    ask(p, REQUEST_PAUSE, WAIT_MS, clock_now_ns());
    ask(p, REQUEST_RESUME, WAIT_MS, clock_now_ns());
    usleep(200000);
    assert_int_equal(now_ms(p), WAIT_MS);
    ask(p, REQUEST_HOLD, WAIT_MS, clock_now_ns());
    ask(p, REQUEST_RESUME, WAIT_MS, clock_now_ns());
    usleep(300000);
    assert_true(now_ms(p) > WAIT_MS);
}

// A session that was opened but never begun lets the one before go all the
// same, and time begins at the start.
static void loading_lets_the_score_before_go(void **state)
{
    struct place *p = *state;
    load(p, false);
    ask(p, REQUEST_PLAY, 0, clock_now_ns());
    for (int tries = 0; now_ms(p) < WAIT_MS && tries < 5000; tries++) {
        usleep(1000);
    }
    ask(p, REQUEST_FINISH, WAIT_MS, clock_now_ns());
    const struct score *before = p->c.score;
    assert_true(conductor_uses(&p->c, before));
    struct score_options o = {.seed = 1};
    conductor_load(&p->c, &p->hand->tl, &o, &p->mem);
    assert_int_equal(now_ms(p), 0);
    for (int tries = 0; conductor_uses(&p->c, before) && tries < 2000;
         tries++) {
        usleep(1000);
    }
    assert_false(conductor_uses(&p->c, before));
}

static void until_ms(struct place *p, int64_t ms)
{
    for (int tries = 0; now_ms(p) < ms && tries < 20000; tries++) {
        usleep(1000);
    }
    assert_true(now_ms(p) >= ms);
}

// Headphones that are pulled out: told once, and after the pause that follows
// the next device plays on from there.
static void the_next_device_joins_in(void **state)
{
    struct place *p = *state;
    p->hand->rows[1].until_tap = false;
    load(p, false);
    conductor_gate(&p->c, INT64_MAX);
    ask(p, REQUEST_PLAY, 0, clock_now_ns());
    until_ms(p, 300);
    assert_true(p->c.by_sound);
    SDL_Event e = {.adevice = {.type = SDL_AUDIODEVICEREMOVED, .which = 2}};
    assert_int_equal(SDL_PushEvent(&e), 1);
    // The next one, here the same, may be there before anybody has asked.
    for (int tries = 0; sound_status(p->c.sound) != SOUND_READY && tries < 5000;
         tries++) {
        usleep(1000);
    }
    assert_int_equal(sound_losses(p->c.sound), 1);
    int64_t at = now_ms(p);
    assert_true(conductor_lost(&p->c));
    assert_false(conductor_lost(&p->c));
    ask(p, REQUEST_PAUSE, 0, clock_now_ns());
    for (int tries = 0; !p->c.by_sound && tries < 5000; tries++) {
        usleep(1000);
        now_ms(p);
    }
    assert_true(p->c.by_sound);
    usleep(100000);
    assert_in_range(now_ms(p), at, at + 100);
    ask(p, REQUEST_RESUME, 0, clock_now_ns());
    until_ms(p, at + 500);
    assert_true(p->c.by_sound);
}

// A pipe that nobody reads is a server that opens and then asks no more.
struct deaf {
    char folder[64];
    struct str path;
    int end;
    pid_t reader;
};

static struct deaf deaf_play(struct place *p)
{
    struct deaf d = {.folder = "/tmp/test_conductor.XXXXXX"};
    assert_non_null(mkdtemp(d.folder));
    d.path = arena_printf(&p->mem, "%s/pipe", d.folder);
    assert_int_equal(mkfifo(d.path.at, 0600), 0);
    d.end = open(d.path.at, O_RDWR);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIODELAY", "0", 1);
    setenv("SDL_DISKAUDIOFILE", d.path.at, 1);
    p->hand->rows[1].until_tap = false;
    load(p, false);
    conductor_gate(&p->c, INT64_MAX);
    ask(p, REQUEST_PLAY, 0, clock_now_ns());
    return d;
}

static void deaf_read(struct deaf *d)
{
    d->reader = fork();
    if (d->reader == 0) {
        char waste[4096];
        while (read(d->end, waste, sizeof(waste)) > 0) {
        }
        _exit(0);
    }
}

static void deaf_end(struct place *p, struct deaf *d)
{
    conductor_finish(&p->c);
    SDL_Quit(); // while there still is a reader
    kill(d->reader, SIGKILL);
    waitpid(d->reader, NULL, 0);
    close(d->end);
    unlink(d->path.at);
    rmdir(d->folder);
}

// The session goes on by the clock, and by the sound once it is read.
static void a_deaf_device_does_not_hold_the_time(void **state)
{
    struct place *p = *state;
    struct deaf d = deaf_play(p);
    until_ms(p, 1000); // the pipe holds a fifth of a second
    assert_false(p->c.by_sound);
    assert_true(conductor_deaf(&p->c));
    assert_false(conductor_deaf(&p->c));
    assert_false(conductor_lost(&p->c));
    deaf_read(&d);
    for (int tries = 0; !p->c.by_sound && tries < 5000; tries++) {
        usleep(1000);
        now_ms(p);
    }
    assert_true(p->c.by_sound);
    deaf_end(p, &d);
}

// Nor does it hold the program when it ends.
static void a_deaf_device_does_not_hold_the_end(void **state)
{
    struct place *p = *state;
    struct deaf d = deaf_play(p);
    until_ms(p, 100);
    usleep(700000);
    int64_t began_ns = clock_now_ns();
    conductor_finish(&p->c);
    assert_true(clock_now_ns() - began_ns < 5000 * MS);
    deaf_read(&d);
    deaf_end(p, &d);
}

static void how_the_sound_did_is_written_down(void **state)
{
    struct place *p = *state;
    char folder[] = "/tmp/test_conductor.XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct paths paths = {.state = str_from(folder)};
    struct str text;
    load(p, true);
    struct sound_health h = conductor_health(&p->c);
    health_note(&paths, &h); // muted: nothing to tell
    assert_false(health_last(&paths, &p->mem, &text));
    conductor_finish(&p->c);
    load(p, false);
    ask(p, REQUEST_PLAY, 0, clock_now_ns());
    until_ms(p, WAIT_MS);
    h = conductor_health(&p->c);
    health_note(&paths, &h);
    assert_true(health_last(&paths, &p->mem, &text));
    assert_str(str_cut(&text, '\n'), "driver: dummy");
    assert_str(str_cut(&text, '\n'), "rate: 48000");
    str_cut(&text, '\n');
    assert_true(str_starts(str_cut(&text, '\n'), STR("played: ")));
    assert_true(str_starts(str_cut(&text, '\n'), STR("clock: ")));
    assert_int_equal(unlink(arena_printf(&p->mem, "%s/sound.txt", folder).at),
                     0);
    assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_stall_is_told_once, enter, leave),
        cmocka_unit_test_setup_teardown(muted_a_wait_is_passed_by_a_tap_alone,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(
            by_sound_a_wait_is_passed_by_a_tap_alone, enter, leave),
        cmocka_unit_test_setup_teardown(loading_lets_the_score_before_go, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(the_next_device_joins_in, enter, leave),
        cmocka_unit_test_setup_teardown(how_the_sound_did_is_written_down,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(a_deaf_device_does_not_hold_the_time,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(a_deaf_device_does_not_hold_the_end,
                                        enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
