// SPDX-License-Identifier: MIT
// The audio thread's half without a device: orders are carried out at the next
// buffer, time is what was handed over, and nothing clicks.
#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "frame/scored.h"
#include "platform/stream.h"

enum { BUFFER = 1024, SECONDS = 40 };

// A stream, what it wrote, and the device's clock.
struct desk {
    struct arena mem;
    struct stream stream;
    float *out;
    size_t frames;
    int64_t serial, now_ns;
};

static int enter(void **state)
{
    struct desk *d = calloc(1, sizeof(*d));
    d->out = calloc(2 * SECONDS * 48000 + 2 * BUFFER, sizeof(float));
    stream_init(&d->stream);
    *state = d;
    return 0;
}

static int leave(void **state)
{
    struct desk *d = *state;
    arena_finish(&d->mem);
    free(d->out);
    free(d);
    return 0;
}

static void ask(struct desk *d, struct stream_order order)
{
    order.serial = ++d->serial;
    if (order.act == STREAM_PLAY) {
        assert_true(stream_keep(&d->stream, order.score));
    }
    assert_true(stream_send(&d->stream, order));
}

// Renders whole buffers for about ms; where the first of them began.
static float *run(struct desk *d, int64_t ms)
{
    float *first = d->out + 2 * d->frames;
    for (int64_t i = 0; i < (ms * 48 + BUFFER - 1) / BUFFER; i++) {
        assert_true(d->frames + BUFFER <= SECONDS * 48000);
        stream_render(&d->stream, d->out + 2 * d->frames, BUFFER, d->now_ns);
        d->frames += BUFFER;
        d->now_ns += (int64_t)BUFFER * 1000000000 / 48000;
    }
    return first;
}

static struct score *breath(struct desk *d, const char *bed)
{
    struct by_hand *h = ARENA_NEW(&d->mem, struct by_hand);
    h->tl.bed = str_from(bed);
    by_hand_breathe(h, 4, 4000, 0, 6000, 0);
    return scored(h, CUE_BREATH, &d->mem);
}

static int64_t end_ms(struct desk *d)
{
    return stream_place(&d->stream).end / 48;
}

static void a_pause_loses_nothing(void **state)
{
    struct desk *d = *state;
    struct by_hand *h = ARENA_NEW(&d->mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 20000);
    for (int i = 0; i < 40; i++) {
        by_hand_event(h, i * 250, EVENT_BELL, "");
    }
    struct score *s = scored(h, CUE_BREATH, &d->mem);
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = s});
    run(d, 1100);
    int64_t at = stream_place(&d->stream).end;
    ask(d, (struct stream_order){.act = STREAM_PAUSE});
    float *paused = run(d, 3000);
    assert_int_equal(stream_place(&d->stream).end, at);
    assert_true(level_of(paused, 500, 3000) == 0);
    ask(d, (struct stream_order){.act = STREAM_RESUME});
    size_t first = d->frames;
    run(d, 9000);
    // The next bell stands at its place after the frame of the pause.
    int64_t next_ms = (at / 48 / 250 + 1) * 250;
    size_t due = first + (size_t)(next_ms * 48 - at);
    assert_true(d->out[2 * (due - 1)] == 0);
    assert_true(d->out[2 * due] != 0);
    assert_int_equal(end_ms(d), (at + (int64_t)(d->frames - first)) / 48);
}

static void pause_and_resume_are_smooth(void **state)
{
    struct desk *d = *state;
    struct score *s = breath(d, "brown");
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = s});
    float *out = run(d, 6000);
    double before = level_of(out, 5000, 6000);
    double step = greatest_step(out, 6 * 48000);
    ask(d, (struct stream_order){.act = STREAM_PAUSE});
    out = run(d, 1000);
    assert_true(level_of(out, 0, 50) > 0.6 * before);
    assert_true(level_of(out, 300, 390) > 0);
    assert_true(level_of(out, 405, 1000) == 0);
    assert_true(greatest_step(out - 2, 24000) < 1.2 * step);
    ask(d, (struct stream_order){.act = STREAM_RESUME});
    out = run(d, 2000);
    assert_true(level_of(out, 0, 100) < 0.15 * before);
    assert_true(level_of(out, 1150, 1250) > 0.5 * before);
    assert_true(greatest_step(out - 2, 90000) < 1.2 * step);
}

static void the_place_is_what_was_handed_over(void **state)
{
    struct desk *d = *state;
    struct score *s = breath(d, "off");
    ask(d, (struct stream_order){
               .act = STREAM_PLAY, .score = s, .frame = 5000 * 48});
    run(d, 1);
    struct stream_place p = stream_place(&d->stream);
    assert_int_equal(p.serial, 1);
    assert_int_equal(p.heard_start, 5000 * 48);
    assert_int_equal(p.heard_end, 5000 * 48); // nothing is heard yet
    assert_int_equal(p.start, 5000 * 48);
    assert_int_equal(p.end, 5000 * 48 + BUFFER);
    run(d, 1);
    p = stream_place(&d->stream);
    assert_int_equal(p.heard_start, 5000 * 48);
    assert_int_equal(p.heard_end, 5000 * 48 + BUFFER);
    ask(d, (struct stream_order){.act = STREAM_SEEK, .frame = 48000});
    run(d, 1);
    p = stream_place(&d->stream);
    assert_int_equal(p.heard_end, 48000);
    assert_int_equal(p.end, 48000 + BUFFER);
}

static void a_late_device_does_not_shake_the_time(void **state)
{
    struct desk *d = *state;
    struct score *s = breath(d, "off");
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = s});
    run(d, 2000);
    int64_t before = stream_place(&d->stream).ns - d->now_ns;
    for (int i = 0; i < 50; i++) {
        // Every other call comes 8 ms late.
        int64_t late = i % 2 == 0 ? 8000000 : 0;
        d->now_ns += late;
        run(d, 1);
        d->now_ns -= late;
        int64_t now = stream_place(&d->stream).ns - d->now_ns;
        assert_true(llabs(now - before) < 500000);
        before = now;
    }
    d->now_ns += 3000000000; // it stood still
    run(d, 1);
    int64_t beat_ns = (int64_t)BUFFER * 1000000000 / 48000;
    assert_true(llabs(stream_place(&d->stream).ns - d->now_ns + beat_ns) <
                1000000);
}

static void another_score_takes_over_without_a_click(void **state)
{
    struct desk *d = *state;
    struct score *one = breath(d, "brown");
    struct score *two = breath(d, "rain");
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = one});
    double step = greatest_step(run(d, 6000), 6 * 48000);
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = two});
    assert_true(stream_uses(&d->stream, one));
    float *out = run(d, 300);
    assert_true(stream_uses(&d->stream, one));
    run(d, 300);
    assert_false(stream_uses(&d->stream, one));
    assert_true(stream_uses(&d->stream, two));
    assert_true(greatest_step(out - 2, 500 * 48) < 1.2 * step);
    ask(d, (struct stream_order){.act = STREAM_SILENCE});
    out = run(d, 1000);
    assert_true(level_of(out, 450, 1000) == 0);
    assert_false(stream_uses(&d->stream, two));
}

static void an_open_wait_stands(void **state)
{
    struct desk *d = *state;
    struct by_hand *h = ARENA_NEW(&d->mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 1000);
    by_hand_row(h, VERB_WAIT, PHASE_NONE, 0)->until_tap = true;
    by_hand_row(h, VERB_SIT, PHASE_NONE, 1000);
    struct score *s = scored(h, CUE_BREATH, &d->mem);
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = s});
    run(d, 900);
    assert_true(stream_place(&d->stream).end < 48000);
    run(d, 900);
    assert_int_equal(stream_place(&d->stream).end, 48000);
    ask(d, (struct stream_order){.act = STREAM_PASS});
    run(d, 1);
    assert_int_equal(stream_place(&d->stream).end, 48000 + BUFFER);
}

static void finish_fades_in_eight_seconds(void **state)
{
    struct desk *d = *state;
    struct score *s = breath(d, "brown");
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = s});
    run(d, 6000);
    int64_t at = stream_place(&d->stream).end;
    ask(d, (struct stream_order){.act = STREAM_FINISH});
    float *out = run(d, 10000);
    assert_int_equal(stream_place(&d->stream).end, at);
    assert_true(level_of(out, 3000, 4000) > 0.001);
    assert_true(level_of(out, 8100, 10000) < 1e-6);
}

static void what_is_paused_ends_in_silence(void **state)
{
    struct desk *d = *state;
    struct score *s = breath(d, "brown");
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = s});
    run(d, 6000);
    ask(d, (struct stream_order){.act = STREAM_PAUSE});
    run(d, 1000);
    ask(d, (struct stream_order){.act = STREAM_FINISH});
    assert_true(level_of(run(d, 9000), 0, 9000) == 0);
    // In the middle of the pause's fade it goes on fading.
    ask(d,
        (struct stream_order){.act = STREAM_PLAY, .score = breath(d, "brown")});
    run(d, 6000);
    ask(d, (struct stream_order){.act = STREAM_PAUSE});
    run(d, 200);
    ask(d, (struct stream_order){.act = STREAM_FINISH});
    assert_true(level_of(run(d, 2000), 300, 2000) == 0);
}

// The device went and another is there: the session stands paused, and nothing
// sounds before the person goes on; then it comes as after a pause.
static void a_score_joins_another_device(void **state)
{
    struct desk *d = *state;
    struct score *s = breath(d, "brown");
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = s});
    double before = level_of(run(d, 6000), 5000, 6000);
    ask(d, (struct stream_order){.act = STREAM_SILENCE}); // never carried out
    stream_reset(&d->stream);
    assert_false(stream_uses(&d->stream, s));
    assert_int_equal(stream_place(&d->stream).serial, d->serial);
    ask(d, (struct stream_order){.act = STREAM_PLAY,
                                 .score = s,
                                 .frame = 6000 * 48,
                                 .paused = true});
    assert_true(level_of(run(d, 1000), 0, 1000) == 0);
    assert_int_equal(end_ms(d), 6000);
    ask(d, (struct stream_order){.act = STREAM_RESUME});
    float *out = run(d, 3000);
    assert_true(level_of(out, 0, 100) < 0.15 * before);
    assert_true(level_of(out, 1300, 2900) > 0.5 * before);
    assert_int_equal(stream_health(&d->stream).starved, 0);
    // One that has not sounded yet keeps as still.
    ask(d, (struct stream_order){.act = STREAM_SILENCE});
    run(d, 600);
    ask(d, (struct stream_order){.act = STREAM_PLAY,
                                 .score = breath(d, "brown"),
                                 .paused = true});
    assert_true(level_of(run(d, 1500), 0, 1500) == 0);
}

// What fades is called back by the same session: it is not mixed twice.
static void a_score_that_leaves_may_come_back(void **state)
{
    struct desk *d = *state;
    struct score *s = breath(d, "brown");
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = s});
    double step = greatest_step(run(d, 6000), 6 * 48000);
    ask(d, (struct stream_order){.act = STREAM_SILENCE});
    run(d, 200);
    ask(d, (struct stream_order){
               .act = STREAM_PLAY, .score = s, .frame = 6000 * 48});
    float *out = run(d, 2000);
    assert_true(greatest_step(out - 2, 90000) < 1.2 * step);
    assert_true(level_of(out, 1300, 1900) > 0.001);
    ask(d, (struct stream_order){.act = STREAM_SILENCE});
    run(d, 1000);
    assert_false(stream_uses(&d->stream, s));
}

// Served early, late and in bursts it is well; served when all it had was over
// long ago, it starved.
static void hunger_is_counted(void **state)
{
    struct desk *d = *state;
    const int64_t buffer_ns = (int64_t)BUFFER * 1000000000 / 48000;
    ask(d,
        (struct stream_order){.act = STREAM_PLAY, .score = breath(d, "off")});
    run(d, 2000);
    for (int burst = 0; burst < 10; burst++) {
        for (int i = 0; i < 4; i++) {
            run(d, 1);
            d->now_ns -= buffer_ns;
        }
        d->now_ns += 4 * buffer_ns + buffer_ns / 2;
        run(d, 1);
        d->now_ns -= buffer_ns / 2;
    }
    assert_int_equal(stream_health(&d->stream).starved, 0);
    d->now_ns += 3 * buffer_ns;
    run(d, 500);
    d->now_ns += 2 * buffer_ns;
    run(d, 500);
    assert_int_equal(stream_health(&d->stream).starved, 2);
    assert_int_equal(stream_health(&d->stream).frames, d->frames);
}

// Half of a line is no use: after a pause it is said from its start.
static void a_line_that_a_pause_cut_is_said_again(void **state)
{
    struct desk *d = *state;
    struct by_hand *h = ARENA_NEW(&d->mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 30000);
    by_hand_event(h, 1000, EVENT_SAY, "")->text = STR("Let go.");
    struct score *s = scored(h, CUE_OFF, &d->mem);
    int16_t *line = ARENA_ARRAY(&d->mem, int16_t, 2 * 3 * 48000);
    for (size_t i = 0; i < 2 * 3 * 48000; i++) {
        line[i] = 3000;
    }
    atomic_store(&d->stream.voice, true);
    atomic_store(&d->stream.cue, CUE_OFF);
    speaker_bring(score_speaker(s), 0, 0, (struct sample){line, 3 * 48000});
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = s});
    run(d, 3500); // two and a half seconds of it
    ask(d, (struct stream_order){.act = STREAM_PAUSE});
    run(d, 1000);
    ask(d, (struct stream_order){.act = STREAM_RESUME});
    float *out = run(d, 4000);
    assert_true(level_of(out, 1300, 2900) > 0.05);
    assert_true(level_of(out, 3100, 4000) < 1e-6);
}

static void mute_is_smooth_and_time_goes_on(void **state)
{
    struct desk *d = *state;
    struct score *s = breath(d, "brown");
    ask(d, (struct stream_order){.act = STREAM_PLAY, .score = s});
    double step = greatest_step(run(d, 6000), 6 * 48000);
    atomic_store(&d->stream.mute, true);
    int64_t at = stream_place(&d->stream).end;
    float *out = run(d, 1000);
    assert_true(level_of(out, 450, 1000) == 0);
    assert_true(greatest_step(out - 2, 48000) < 1.2 * step);
    assert_true(stream_place(&d->stream).end > at + 47000);
}

static void a_full_queue_says_so(void **state)
{
    struct desk *d = *state;
    for (int i = 0; i < STREAM_ORDERS; i++) {
        assert_true(
            stream_send(&d->stream, (struct stream_order){.act = STREAM_PASS}));
    }
    assert_false(
        stream_send(&d->stream, (struct stream_order){.act = STREAM_PASS}));
    run(d, 1);
    assert_true(
        stream_send(&d->stream, (struct stream_order){.act = STREAM_PASS}));
}

#define DESK_TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(a_pause_loses_nothing),
        DESK_TEST(pause_and_resume_are_smooth),
        DESK_TEST(the_place_is_what_was_handed_over),
        DESK_TEST(a_late_device_does_not_shake_the_time),
        DESK_TEST(another_score_takes_over_without_a_click),
        DESK_TEST(an_open_wait_stands),
        DESK_TEST(finish_fades_in_eight_seconds),
        DESK_TEST(what_is_paused_ends_in_silence),
        DESK_TEST(a_score_joins_another_device),
        DESK_TEST(a_score_that_leaves_may_come_back),
        DESK_TEST(hunger_is_counted),
        DESK_TEST(a_line_that_a_pause_cut_is_said_again),
        DESK_TEST(mute_is_smooth_and_time_goes_on),
        DESK_TEST(a_full_queue_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
