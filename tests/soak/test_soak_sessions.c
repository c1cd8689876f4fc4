// SPDX-License-Identifier: MIT
// test_soak_sessions [SESSIONS]: so many sessions (1,000) one after another in
// one program, each chosen on Today, breathed, paused, skipped in or ended
// early, written about and kept: the last as the first, and nothing held on to.
#include "unit.h"

#include <stdlib.h>

#include "held.h"
#include "screens/evening.h"

static struct evening v; // large: a scene is in it
static int sessions = 1000;

static uint32_t dice(uint32_t *state, uint32_t sides)
{
    *state = *state * 1664525 + 1013904223;
    return (*state >> 8) % sides;
}

// Today, one way through a session or another, Today again.
static void one_session(size_t which, uint32_t *seed)
{
    v.program.today.offered[0] = which;
    evening_key(&v, KEY_ENTER, 0);
    assert_int_equal(v.program.screen, SCREEN_PLAYER);
    if (v.program.player.stage == PLAYER_CAUTIONS) {
        evening_key(&v, KEY_ENTER, 0);
    }
    evening_to(&v, v.now_ms + 6000 + dice(seed, 9000));
    uint32_t way = dice(seed, 4);
    if (way == 0) { // stops for a while
        evening_key(&v, KEY_SPACE, 0);
        evening_to(&v, v.now_ms + dice(seed, 30000));
        evening_key(&v, KEY_SPACE, 0);
    } else if (way == 1) {
        evening_key(&v, KEY_RIGHT, 0);
    } else if (way == 2) { // ends it early
        evening_key(&v, KEY_ESCAPE, 0);
        evening_key(&v, KEY_ESCAPE, 0);
    }
    for (int s = 0; s < 180 && v.program.screen == SCREEN_PLAYER; s++) {
        evening_to(&v, v.now_ms + 1000);
        evening_draw(&v);
    }
    assert_int_equal(v.program.screen, SCREEN_REFLECTION);
    evening_to(&v, v.now_ms + 1000);
    evening_type(&v, "4warm hands\nquiet");
    evening_key(&v, KEY_ENTER, MOD_CTRL);
    assert_int_equal(v.program.screen, SCREEN_TODAY);
    assert_true(v.program.today.kept);
    assert_true(str_ends(buf_view(&v.kept), STR("\"warm hands\nquiet\"\n")));
    evening_to(&v, v.now_ms + 9000);
    buf_clear(&v.log);
    buf_clear(&v.kept);
}

static void the_last_is_as_the_first(void **state)
{
    (void)state;
    uint32_t seed = 46;
    int64_t before = held_bytes;
    int64_t early = 0, most = 0;
    evening_start(&v, false, "", 21 * 3600);
    for (int i = 0; i < sessions; i++) {
        one_session(i % 2 == 0 ? TIDE : BOX, &seed);
        early = i < 50 && held_bytes > early ? held_bytes : early;
        most = held_bytes > most ? held_bytes : most;
    }
    print_message("%d sessions: at most %lld bytes are held after the first "
                  "50, %lld after all\n",
                  sessions, (long long)early, (long long)most);
    assert_true(most < early + 2048); // what the harness writes down varies
    evening_finish(&v);
    assert_int_equal(held_bytes, before);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_is_as_the_first),
    };
    sessions = argc > 1 ? (int)strtol(argv[1], NULL, 10) : sessions;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
