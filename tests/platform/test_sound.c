// SPDX-License-Identifier: MIT
// Live sound through SDL_mixer and SDL's disk driver, which writes what would
// be heard to a file: every struck sound stands at its frame, error 0, at any
// size of buffer; open waits hold to the frame; the position arrives.
#include "unit.h"

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <SDL.h>

#include "base/buf.h"
#include "frame/by_hand.h"
#include "platform/clock.h"
#include "platform/file.h"
#include "platform/paths.h"
#include "platform/recorder.h"
#include "platform/shelf.h"
#include "platform/sound.h"

struct place {
    struct arena mem;
    char folder[64];
    struct str pcm;
};

static int enter(void **state)
{
    struct place *p = calloc(1, sizeof(*p));
    snprintf(p->folder, sizeof(p->folder), "/tmp/test_sound.XXXXXX");
    if (mkdtemp(p->folder) == NULL) {
        return -1;
    }
    p->pcm = path_join(&p->mem, str_from(p->folder), STR("pcm"));
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIODELAY", "0", 1);
    setenv("SDL_DISKAUDIOFILE", p->pcm.at, 1);
    *state = p;
    return 0;
}

static int leave(void **state)
{
    struct place *p = *state;
    char command[128];
    snprintf(command, sizeof(command), "rm -rf %s", p->folder);
    int status = system(command);
    arena_finish(&p->mem);
    free(p);
    return status;
}

// Our own "bowl" for this test: 50 ms of a square wave, so that its first
// frame is not to be missed.
static void make_bowl(struct place *p)
{
    static float stereo[2 * 2400];
    for (int i = 0; i < 2400; i++) {
        stereo[2 * i] = stereo[2 * i + 1] = (i / 50) % 2 == 0 ? 0.2f : -0.2f;
    }
    struct recording what = {
        .path = path_join(&p->mem, str_from(p->folder), STR("bowl.ogg")),
        .format = RECORD_OGG,
        .quality = 8};
    struct str why;
    struct recorder *r = recorder_open(&what, &p->mem, &why);
    assert_non_null(r);
    recorder_put(r, stereo, 2400);
    assert_true(recorder_close(r, true, &why));
}

static const int64_t bells_ms[] = {0, 421, 1000, 1777, 2500, 2500, 3333, 5001};
enum { BELLS = 8, WAIT_AFTER = 5, WAIT_MS = 2500, LENGTH_MS = 6000 };

// Bells with an open wait between the two at 2.5 s.
static void plan(struct by_hand *h)
{
    by_hand_row(h, VERB_SIT, PHASE_NONE, WAIT_MS);
    for (int i = 0; i < BELLS; i++) {
        if (i == WAIT_AFTER) {
            by_hand_row(h, VERB_WAIT, PHASE_NONE, 0)->until_tap = true;
        }
        by_hand_event(h, bells_ms[i], EVENT_BELL, "");
    }
    by_hand_row(h, VERB_SIT, PHASE_NONE, LENGTH_MS - WAIT_MS);
}

// Asks for the time as often as a screen is drawn.
static int frame_us = 500;

static void until(struct sound *sound, int64_t ms)
{
    for (int tries = 0; tries < 20000; tries++) {
        if (sound_position_ms(sound, clock_now_ns()) >= ms) {
            return;
        }
        usleep((useconds_t)frame_us);
    }
    fail_msg("the position did not reach %d ms", (int)ms);
}

static void play(struct place *p, int buffer_frames)
{
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    plan(h);
    struct score_options o = {.levels.cue = CUE_OFF, .seed = 1};
    struct score *score = score_create(&h->tl, &o, &mem);
    struct sound_setup setup = {.own = str_from(p->folder),
                                .modules = STR(MODULES),
                                .buffer_frames = buffer_frames};
    struct sound *sound = sound_create(&setup);
    sound_play(sound, score, 0, 0, false);
    assert_true(sound_uses(sound, score));
    until(sound, WAIT_MS);
    assert_int_equal(sound_position_ms(sound, clock_now_ns()), WAIT_MS);
    usleep(5000);
    assert_int_equal(sound_position_ms(sound, clock_now_ns()), WAIT_MS);
    sound_pass(sound);
    until(sound, LENGTH_MS);
    assert_int_equal(sound_status(sound), SOUND_READY);
    struct buf line = {0};
    assert_false(sound_line(sound, &line));
    sound_destroy(sound);
    SDL_Quit();
    buf_finish(&line);
    arena_finish(&mem);
}

// The bowl as it is decoded, from a score of one bell alone.
static size_t bowl_alone(struct place *p, float *stereo, size_t frames)
{
    struct by_hand *h = ARENA_NEW(&p->mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 1000);
    by_hand_event(h, 0, EVENT_BELL, "");
    struct score_options o = {.levels.cue = CUE_OFF, .seed = 1};
    struct score *score = score_create(&h->tl, &o, &p->mem);
    struct shelf shelf = {.own = str_from(p->folder)};
    struct buf lines = {0};
    shelf_give(&shelf, score, &lines);
    assert_int_equal(lines.len, 0);
    score_mix(stereo, frames, 0, score);
    shelf_finish(&shelf);
    size_t first = 0;
    while (first < frames && stereo[2 * first] == 0) {
        first++;
    }
    return first;
}

static void every_bell_stands_at_its_frame(void **state)
{
    struct place *p = *state;
    static float bowl[2 * 2400];
    static const int buffers[] = {512, 1024, 2048, 4096};
    make_bowl(p);
    size_t quiet = bowl_alone(p, bowl, 2400);
    for (int b = 0; b < 8; b++) {
        frame_us = b % 2 == 0 ? 1000000 / 60 : 1000000 / 10;
        play(p, buffers[b / 2]);
        struct str bytes, why;
        assert_true(file_read(p->pcm, 0, &p->mem, &bytes, &why));
        const float *pcm = (const void *)bytes.at;
        size_t frames = bytes.len / (2 * sizeof(float));
        size_t at = 0, zero = 0, waited = 0;
        for (int i = 0; i < BELLS; i++) {
            while (at < frames && pcm[2 * at] == 0) {
                at++;
            }
            size_t due = zero + waited + (size_t)bells_ms[i] * 48 + quiet;
            if (i == 0) {
                zero = at - quiet;
            } else if (i == WAIT_AFTER) {
                // How long the wait was is for the tapping to say; it was a
                // whole number of buffers.
                waited = at - due;
                assert_true(waited > 0);
            } else {
                assert_int_equal(at, due);
            }
            assert_true(at - quiet + 2400 <= frames);
            assert_memory_equal(pcm + 2 * at, bowl + 2 * quiet,
                                (2400 - quiet) * 2 * sizeof(float));
            at += 2400 - quiet;
        }
    }
}

static float peak(const float *pcm, size_t frames)
{
    float most = 0;
    for (size_t i = 0; i < 2 * frames; i++) {
        most = fmaxf(most, fabsf(pcm[i]));
    }
    return most;
}

// Whoever leaves in the middle of a bed hears it fade.
static void leaving_does_not_click(void **state)
{
    struct place *p = *state;
    struct by_hand *h = ARENA_NEW(&p->mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 3600000);
    struct score_options o = {
        .levels.cue = CUE_OFF, .bed = STR("brown"), .seed = 1};
    struct score *score = score_create(&h->tl, &o, &p->mem);
    struct sound_setup setup = {.own = str_from(p->folder),
                                .modules = STR(MODULES)};
    struct sound *sound = sound_create(&setup);
    sound_play(sound, score, 0, 0, false);
    until(sound, 5000);
    sound_destroy(sound);
    SDL_Quit();
    struct str bytes, why;
    assert_true(file_read(p->pcm, 0, &p->mem, &bytes, &why));
    const float *pcm = (const void *)bytes.at;
    size_t frames = bytes.len / (2 * sizeof(float));
    assert_true(peak(pcm + 2 * 4000 * 48, 1000 * 48) > 0.01f);
    assert_true(peak(pcm + 2 * (frames - 960), 960) < 0.0005f);
    for (size_t i = frames - 480 * 48; i < frames; i++) {
        assert_true(fabsf(pcm[2 * i] - pcm[2 * i - 2]) < 0.05f);
    }
}

static void device_gone(Uint32 which)
{
    SDL_Event e = {.adevice = {.type = SDL_AUDIODEVICEREMOVED, .which = which}};
    assert_int_equal(SDL_PushEvent(&e), 1);
}

// Speakers of a screen that is switched off are none of ours.
static void only_its_own_device_is_lost(void **state)
{
    (void)state;
    struct sound_setup setup = {.modules = STR(MODULES)};
    struct sound *sound = sound_create(&setup);
    while (sound_status(sound) == SOUND_OPENING) {
        usleep(500);
    }
    device_gone(0);
    assert_int_equal(sound_status(sound), SOUND_READY);
    device_gone(2);
    assert_int_equal(sound_losses(sound), 1);
    // The next one, here the same, joins in.
    for (int tries = 0; sound_status(sound) != SOUND_READY && tries < 20000;
         tries++) {
        usleep(500);
    }
    assert_int_equal(sound_status(sound), SOUND_READY);
    sound_destroy(sound);
    SDL_Quit();
}

static void how_the_device_does_is_told(void **state)
{
    struct place *p = *state;
    struct sound_setup setup = {.modules = STR(MODULES), .buffer_frames = 512};
    struct str why = STR_NONE;
    struct sound_health h = sound_probe(&setup, 200, &p->mem, &why);
    assert_str(why, "");
    assert_true(h.open && h.rate == 48000 && h.buffer_frames == 512);
    assert_str(h.driver, "disk");
    assert_true(h.played_ms > 0);
    setenv("SDL_AUDIODRIVER", "none-such", 1);
    h = sound_probe(&setup, 200, &p->mem, &why);
    assert_false(h.open);
    assert_true(str_starts(why, STR("no sound device: ")));
}

static void says_no_device(struct str modules)
{
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 1000);
    struct score_options o = {.seed = 1};
    struct score *score = score_create(&h->tl, &o, &mem);
    struct sound_setup setup = {.modules = modules};
    struct sound *sound = sound_create(&setup);
    sound_play(sound, score, 48000, 0, false);
    assert_int_equal(sound_position_ms(sound, clock_now_ns()), 1000);
    while (sound_status(sound) == SOUND_OPENING || sound_uses(sound, score)) {
        usleep(500);
    }
    assert_int_equal(sound_status(sound), SOUND_NONE);
    struct buf line = {0};
    assert_true(sound_line(sound, &line));
    assert_true(str_starts(buf_view(&line), STR("no sound device: ")));
    assert_false(sound_line(sound, &line));
    sound_destroy(sound);
    buf_finish(&line);
    arena_finish(&mem);
}

static void without_a_device_it_says_so(void **state)
{
    (void)state;
    setenv("SDL_AUDIODRIVER", "none-such", 1);
    says_no_device(STR(MODULES));
    says_no_device(STR("/nowhere"));
}

// ALSA's library has much to say of a card that is not there.
static void nothing_else_is_said_of_it(void **state)
{
    struct place *p = *state;
    struct str said, why;
    struct str path = path_join(&p->mem, str_from(p->folder), STR("said"));
    setenv("SDL_AUDIODRIVER", "alsa", 1);
    setenv("AUDIODEV", "none-such", 1);
    int kept = dup(STDERR_FILENO);
    int file = open(path.at, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(file, STDERR_FILENO);
    says_no_device(STR(MODULES));
    dup2(kept, STDERR_FILENO);
    close(kept);
    close(file);
    unsetenv("AUDIODEV");
    assert_true(file_read(path, 0, &p->mem, &said, &why));
    assert_str(said, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_bell_stands_at_its_frame, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(leaving_does_not_click, enter, leave),
        cmocka_unit_test_setup_teardown(only_its_own_device_is_lost, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(how_the_device_does_is_told, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(without_a_device_it_says_so, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(nothing_else_is_said_of_it, enter,
                                        leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
