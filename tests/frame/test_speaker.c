// SPDX-License-Identifier: MIT
// Spoken lines in the mix: at their frame, one after the other, with the rest
// softer meanwhile, and nothing where nobody speaks.
#include "unit.h"

#include <math.h>

#include "frame/scored.h"

enum { BUFFER = 480, SAID = 2 * 48000 }; // a line takes two seconds

// A minute over brown noise with lines at 10, 20 and 21 s.
static struct by_hand *hand(struct arena *mem)
{
    struct by_hand *h = ARENA_NEW(mem, struct by_hand);
    h->tl.bed = STR("brown");
    by_hand_row(h, VERB_SIT, PHASE_NONE, 60000);
    by_hand_event(h, 10000, EVENT_SAY, "")->text = STR("One.");
    by_hand_event(h, 20000, EVENT_SAY, "")->text = STR("Two.");
    by_hand_event(h, 24000, EVENT_SAY, "")->text = STR("Three.");
    return h;
}

static struct score *spoken(struct by_hand *h, bool voice, float bed_db,
                            struct arena *mem)
{
    struct score_options o = {.levels.voice = voice, .seed = 7};
    o.levels.bed_db = bed_db;
    return score_create(&h->tl, &o, mem);
}

// A line as a voice would give it: here a steady value, so that it can be told
// from what else sounds.
static struct sample line(struct arena *mem, int16_t value)
{
    int16_t *stereo = ARENA_ARRAY(mem, int16_t, 2 * SAID);
    for (size_t i = 0; i < 2 * SAID; i++) {
        stereo[i] = value;
    }
    return (struct sample){stereo, SAID};
}

static void bring_all(struct score *s, struct arena *mem)
{
    struct speaker *speaker = score_speaker(s);
    size_t place = 0;
    for (size_t i = speaker_wants(speaker, &place); i < speaker->list.count;
         i = speaker_wants(speaker, &place)) {
        speaker_bring(speaker, place, i, line(mem, 1000));
    }
}

static float *take(struct score *s, int64_t from, size_t frames, bool voice,
                   struct arena *mem)
{
    float *out = ARENA_ARRAY(mem, float, 2 * frames);
    for (size_t at = 0; at < frames; at += BUFFER) {
        if (voice) {
            bring_all(s, mem);
        }
        score_mix(out + 2 * at, BUFFER, from + (int64_t)at, s);
    }
    return out;
}

static void a_line_stands_at_its_frame(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct score *s = spoken(hand(&mem), true, SCORE_MUTE_DB, &mem);
    float *out = take(s, 0, 40 * 48000, true, &mem);
    const size_t at = 10000 * 48;
    assert_true(out[2 * at - 2] == 0);
    assert_true(out[2 * at] > 0.02f);
    assert_true(out[2 * (at + SAID) - 2] > 0.02f);
    assert_true(out[2 * (at + SAID)] == 0);
    assert_true(out[2 * 20000 * 48 - 2] == 0 && out[2 * 20000 * 48] > 0.02f);
    // A step's own line, where no event is, and the mix began between two
    // milliseconds.
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 10000);
    struct row *row = by_hand_row(h, VERB_REST, PHASE_NONE, 10000);
    row->text = STR("Rest.");
    row->step_end_ms = row->end_ms;
    s = spoken(h, true, SCORE_MUTE_DB, &mem);
    score_seek(s, 9000 * 48 + 17, 0, false);
    out = take(s, 9000 * 48 + 17, 2 * 48000, true, &mem);
    const size_t due = 1000 * 48 - 17;
    assert_true(out[2 * due - 2] == 0 && out[2 * due] > 0.02f);
    arena_finish(&mem);
}

static void the_bed_is_six_decibels_softer(void **state)
{
    (void)state;
    struct arena mem = {0};
    float *plain =
        take(spoken(hand(&mem), false, 0, &mem), 0, 20 * 48000, false, &mem);
    struct score *s = spoken(hand(&mem), true, 0, &mem);
    struct levels silent = {.voice = true, .voice_db = SCORE_MUTE_DB};
    score_levels(s, &silent); // the line itself is out of the way
    float *ducked = take(s, 0, 20 * 48000, true, &mem);
    // The same before, half of it while it is said, 1.2 s later the same.
    double before = level_of(ducked, 9000, 9700) / level_of(plain, 9000, 9700);
    double said =
        level_of(ducked, 10050, 11900) / level_of(plain, 10050, 11900);
    double after =
        level_of(ducked, 13300, 15000) / level_of(plain, 13300, 15000);
    assert_true(fabs(before - 1) < 0.01);
    assert_true(fabs(said - 0.501) < 0.02);
    assert_true(fabs(after - 1) < 0.01);
    assert_true(level_of(ducked, 9800, 9950) <
                0.95 * level_of(plain, 9800, 9950));
    arena_finish(&mem);
}

static void the_cue_is_three_decibels_softer(void **state)
{
    (void)state;
    struct arena mem = {0};
    float *out[2];
    for (int voice = 0; voice < 2; voice++) {
        struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
        by_hand_breathe(h, 4, 4000, 0, 6000, 0);
        by_hand_event(h, 25000, EVENT_SAY, "")->text = STR("Slowly.");
        struct score_options o = {.levels.cue = CUE_TONE, .seed = 7};
        o.levels.voice = voice == 1;
        o.levels.voice_db = SCORE_MUTE_DB;
        struct score *s = score_create(&h->tl, &o, &mem);
        out[voice] = take(s, 0, 30 * 48000, voice == 1, &mem);
    }
    double ratio =
        level_of(out[1], 25100, 26900) / level_of(out[0], 25100, 26900);
    assert_true(fabs(ratio - 0.708) < 0.02);
    arena_finish(&mem);
}

static void one_line_waits_for_the_other(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 60000);
    struct row *wait = by_hand_row(h, VERB_WAIT, PHASE_NONE, 0);
    wait->until_tap = true;
    wait->text = STR("Tap.");
    by_hand_event(h, 59000, EVENT_SAY, "")->text = STR("Soon.");
    struct score *s = spoken(h, true, 0, &mem);
    take(s, 55 * 48000, 5 * 48000, true, &mem);
    assert_int_equal(score_position(s), 60 * 48000);
    assert_int_equal(score_gate(s), 60 * 48000);
    // "Soon" is said for a second more; then, while time stands, "Tap".
    float *out = ARENA_ARRAY(&mem, float, 2 * 6 * 48000);
    for (size_t at = 0; at < 6 * 48000; at += BUFFER) {
        bring_all(s, &mem);
        score_hold(out + 2 * at, BUFFER, s);
    }
    assert_true(level_of(out, 0, 990) > 0.02);
    assert_true(level_of(out, 1020, 2990) > 0.02);
    assert_true(level_of(out, 2500, 2990) > 0.02);
    assert_true(level_of(out, 3050, 6000) == 0);
    arena_finish(&mem);
}

static void what_comes_late_is_said_late_or_not(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct score *s = spoken(hand(&mem), true, SCORE_MUTE_DB, &mem);
    take(s, 0, 13 * 48000, false, &mem);
    float *out = take(s, 13 * 48000, 5 * 48000, true, &mem);
    assert_true(level_of(out, 50, 1900) > 0.02);
    s = spoken(hand(&mem), true, SCORE_MUTE_DB, &mem);
    take(s, 0, 19 * 48000, false, &mem); // nine seconds late
    out = take(s, 19 * 48000, 48000, true, &mem);
    assert_true(level_of(out, 0, 1000) == 0);
    out = take(s, 20 * 48000, 48000, true, &mem);
    assert_true(level_of(out, 0, 1000) > 0.02); // the next one is in time
    arena_finish(&mem);
}

static void a_seek_takes_the_line_away_but_a_tap_does_not(void **state)
{
    (void)state;
    struct arena mem = {0};
    for (int tap = 0; tap < 2; tap++) {
        struct score *s = spoken(hand(&mem), true, SCORE_MUTE_DB, &mem);
        take(s, 9 * 48000, 2 * 48000, true, &mem);
        score_seek(s, 30 * 48000, 0, tap == 1);
        float *out = take(s, 30 * 48000, 48000, true, &mem);
        double level = level_of(out, 70, 900);
        assert_true(tap == 1 ? level > 0.02 : level == 0);
    }
    // Back before a line that was said: it is said again.
    struct score *s = spoken(hand(&mem), true, SCORE_MUTE_DB, &mem);
    take(s, 0, 30 * 48000, true, &mem);
    score_seek(s, 9 * 48000, 0, false);
    float *out = take(s, 9 * 48000, 2 * 48000, true, &mem);
    assert_true(level_of(out, 1000, 2000) > 0.02);
    arena_finish(&mem);
}

static void with_the_voice_off_nothing_is_said(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct score *s = spoken(hand(&mem), true, SCORE_MUTE_DB, &mem);
    take(s, 0, 11 * 48000, true, &mem);
    struct levels off = {.bed_db = SCORE_MUTE_DB};
    score_levels(s, &off);
    float *out = take(s, 11 * 48000, 12 * 48000, true, &mem);
    assert_true(level_of(out, 0, 100) > 0.01); // it fades
    assert_true(level_of(out, 450, 12000) == 0);
    assert_false(score_rings(s));
    arena_finish(&mem);
}

static void the_end_waits_for_the_last_word(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    by_hand_row(h, VERB_SIT, PHASE_NONE, 10000);
    by_hand_event(h, 9000, EVENT_SAY, "")->text = STR("Thank you.");
    struct score *s = spoken(h, true, 0, &mem);
    take(s, 0, 10 * 48000, true, &mem);
    assert_true(score_rings(s) && !score_silent(s));
    take(s, 10 * 48000, 2 * 48000, true, &mem);
    assert_true(!score_rings(s) && score_silent(s));
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_stands_at_its_frame),
        cmocka_unit_test(the_bed_is_six_decibels_softer),
        cmocka_unit_test(the_cue_is_three_decibels_softer),
        cmocka_unit_test(one_line_waits_for_the_other),
        cmocka_unit_test(what_comes_late_is_said_late_or_not),
        cmocka_unit_test(a_seek_takes_the_line_away_but_a_tap_does_not),
        cmocka_unit_test(with_the_voice_off_nothing_is_said),
        cmocka_unit_test(the_end_waits_for_the_last_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
