// SPDX-License-Identifier: MIT
// Where a spoken line comes from: the person's recording before the built-in
// voice, and a clear word, once, where there is neither.
#include "platform/recordings.h"

#include <math.h>
#include <string.h>

#include "frame/warm.h"
#include "platform/file.h"
#include "platform/narrator.h"

static struct narrator narrator(struct place *p, const char *pack,
                                const char *lang)
{
    return (struct narrator){.setup = {.packs = str_from(p->folder),
                                       .pack = str_from(pack),
                                       .modules = STR(MODULES),
                                       .lang = str_from(lang)}};
}

static bool say(struct narrator *v, struct place *p, const char *text,
                struct sample *out, struct buf *lines)
{
    struct spoken line = {.text = str_from(text),
                          .word = strchr(text, ' ') == NULL};
    return narrator_say(v, &line, &p->mem, out, lines);
}

static float loudness(struct place *p, struct sample s)
{
    float *stereo = ARENA_ARRAY(&p->mem, float, 2 * s.frames + 1);
    for (size_t i = 0; i < 2 * s.frames; i++) {
        stereo[i] = (float)s.stereo[i] / 32768;
    }
    return warm_loudness(stereo, s.frames);
}

static bool has_built_in(struct place *p)
{
    struct str why;
    bool there = narrator_built_in(STR(MODULES), &why, &p->mem);
    if (!there) {
        print_message("no built-in voice here: %.*s\n", STR_ARG(why));
    }
    return there;
}

static void the_built_in_voice_is_the_same_each_time(void **state)
{
    struct place *p = *state;
    if (!has_built_in(p)) {
        skip();
    }
    struct narrator v = narrator(p, "", "en");
    struct buf lines = {0};
    struct sample a, b;
    assert_true(say(&v, p, "Let the breath out be slow.", &a, &lines));
    assert_true(say(&v, p, "Something else.", &b, &lines));
    assert_true(say(&v, p, "Let the breath out be slow.", &b, &lines));
    assert_int_equal(lines.len, 0);
    assert_int_equal(a.frames, b.frames);
    assert_memory_equal(a.stereo, b.stereo, a.frames * 4);
    assert_in_range(a.frames, 2 * 48000, 6 * 48000);
    assert_true(fabsf(loudness(p, a) + 23) < 0.5f);
    narrator_finish(&v);
}

// Not counting what rings in the room after it.
static void words_of_the_breath_are_short(void **state)
{
    struct place *p = *state;
    if (!has_built_in(p)) {
        skip();
    }
    struct narrator v = narrator(p, "", "");
    struct buf lines = {0};
    for (int phase = PHASE_IN; phase < PHASE_COUNT; phase++) {
        struct sample s;
        struct str word = spoken_word((enum phase)phase);
        struct spoken line = {.text = word, .word = true};
        assert_true(narrator_say(&v, &line, &p->mem, &s, &lines));
        assert_in_range(s.frames, 48000, 48000 * 16 / 10);
    }
    narrator_finish(&v);
}

static void a_recording_comes_first(void **state)
{
    struct place *p = *state;
    struct str why;
    assert_true(folder_make(place_path(p, "anna"), &p->mem, &why));
    // sha1sum of "Sit tall."
    assert_str(narrator_file(STR("Sit tall."), &p->mem),
               "5745a0981930acc6a281cc35cbd5ba1ecc52d6ce.ogg");
    float *stereo = ARENA_ARRAY(&p->mem, float, 2 * 30000);
    for (size_t i = 0; i < 30000; i++) {
        stereo[2 * i] = stereo[2 * i + 1] = 0.01f * sinf(0.05f * (float)i);
    }
    place_record(p, "anna/5745a0981930acc6a281cc35cbd5ba1ecc52d6ce.ogg", stereo,
                 30000);
    struct narrator v = narrator(p, "anna", "de");
    struct buf lines = {0};
    struct sample s;
    assert_true(say(&v, p, "Sit tall.", &s, &lines));
    assert_int_equal(s.frames, 30000);
    assert_true(fabsf(loudness(p, s) + 23) < 0.5f);
    assert_int_equal(lines.len, 0);
    // One that is not there in a language that nobody else speaks: told once.
    assert_false(say(&v, p, "Atme aus.", &s, &lines));
    assert_false(say(&v, p, "Atme ein.", &s, &lines));
    assert_str(buf_view(&lines),
               "the built-in voice speaks English, not \"de\"; lines without a "
               "recording stay as text\n");
    buf_clear(&lines);
    assert_true(file_replace(
        place_path(p, "anna/5745a0981930acc6a281cc35cbd5ba1ecc52d6ce.ogg"),
        STR("no"), &p->mem, &why));
    assert_false(say(&v, p, "Sit tall.", &s, &lines));
    assert_true(
        str_ends(buf_view(&lines), STR(" cannot be read as Ogg Vorbis\n")));
    buf_finish(&lines);
    narrator_finish(&v);
}

static void without_a_voice_it_is_told_once(void **state)
{
    struct place *p = *state;
    struct narrator v = narrator(p, "", "");
    v.setup.modules = STR("/nowhere");
    struct buf lines = {0};
    struct sample s;
    assert_false(say(&v, p, "Sit tall.", &s, &lines));
    assert_false(say(&v, p, "And now.", &s, &lines));
    assert_int_equal(s.frames, 0);
    assert_str(buf_view(&lines),
               "there is no built-in voice here (it needs the library "
               "libflite1); lines stay as text\n");
    buf_finish(&lines);
    narrator_finish(&v);
}

#define PLACE_TEST(name)                                                       \
    cmocka_unit_test_setup_teardown(name, place_enter, place_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(the_built_in_voice_is_the_same_each_time),
        PLACE_TEST(words_of_the_breath_are_short),
        PLACE_TEST(a_recording_comes_first),
        PLACE_TEST(without_a_voice_it_is_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
