// SPDX-License-Identifier: MIT
// A session as a file: whole or not there at all, the same bytes each time,
// ringing out after its end, and what an Ogg holds is what was mixed.
#include "unit.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/buf.h"
#include "frame/by_hand.h"
#include "platform/export.h"
#include "platform/file.h"
#include "platform/paths.h"
#include "platform/shelf.h"

struct place {
    struct arena mem;
    struct buf lines;
    char folder[64];
};

static int enter(void **state)
{
    struct place *p = calloc(1, sizeof(*p));
    snprintf(p->folder, sizeof(p->folder), "/tmp/test_export.XXXXXX");
    *state = p;
    return mkdtemp(p->folder) == NULL ? -1 : 0;
}

static int leave(void **state)
{
    struct place *p = *state;
    char command[128];
    snprintf(command, sizeof(command), "rm -rf %s", p->folder);
    int status = system(command);
    assert_int_equal(p->lines.len, 0);
    buf_finish(&p->lines);
    arena_finish(&p->mem);
    free(p);
    return status;
}

static struct str in_folder(struct place *p, const char *name)
{
    return path_join(&p->mem, str_from(p->folder), str_from(name));
}

// Ten seconds of breath over the ocean, and a bell of bell_frames at bell_ms.
static struct score *make(struct place *p, int64_t bell_ms, size_t bell_frames)
{
    struct by_hand *h = ARENA_NEW(&p->mem, struct by_hand);
    struct score_options o = {.seed = 3};
    h->tl.bed = STR("ocean");
    by_hand_breathe(h, 1, 4000, 0, 6000, 0);
    by_hand_event(h, bell_ms, EVENT_BELL, "");
    struct score *score = score_create(&h->tl, &o, &p->mem);
    int16_t *stereo = ARENA_ARRAY(&p->mem, int16_t, 2 * bell_frames);
    for (size_t i = 0; i < 2 * bell_frames; i++) {
        stereo[i] = 1000;
    }
    const struct want *wants;
    size_t count = score_wants(score, &wants);
    for (size_t i = 0; i < count; i++) {
        if (wants[i].kind == WANT_STRUCK) {
            score_give(score, i, (struct sample){stereo, bell_frames});
        }
    }
    return score;
}

static struct export_job job_of(struct place *p, const char *name,
                                struct score *score)
{
    struct supply *supply = ARENA_NEW(&p->mem, struct supply);
    supply->score = score; // which has all that it asks for
    struct export_job job = {.supply = supply};
    job.recording.path = in_folder(p, name);
    job.recording.title = STR("Long tide");
    job.recording.artist = STR("A. Teacher");
    job.recording.quality = 4;
    job.recording.seed = 3;
    assert_true(recorder_format(job.recording.path, &job.recording.format));
    return job;
}

static struct str exported(struct place *p, const char *name,
                           struct score *score)
{
    struct str why = STR_NONE, bytes = STR_NONE;
    struct export_job job = job_of(p, name, score);
    assert_true(export_write(&job, &p->mem, &p->lines, &why));
    assert_true(file_read(job.recording.path, 0, &p->mem, &bytes, &why));
    return bytes;
}

static void the_same_bytes_each_time(void **state)
{
    struct place *p = *state;
    static const char *const names[] = {"a.wav", "b.wav", "a.ogg", "b.ogg"};
    for (int i = 0; i < 4; i += 2) {
        struct str a = exported(p, names[i], make(p, 500, 4800));
        struct str b = exported(p, names[i + 1], make(p, 500, 4800));
        assert_int_equal(a.len, b.len);
        assert_memory_equal(a.at, b.at, a.len);
    }
}

static uint32_t number(struct str bytes, size_t at, int count)
{
    uint32_t value = 0;
    for (int i = 0; i < count; i++) {
        value |= (uint32_t)(unsigned char)bytes.at[at + (size_t)i] << (8 * i);
    }
    return value;
}

static void a_wav_is_a_wav(void **state)
{
    struct place *p = *state;
    struct str wav = exported(p, "a.wav", make(p, 500, 4800));
    assert_str(str_sub(wav, 0, 4), "RIFF");
    assert_str(str_sub(wav, 8, 16), "WAVEfmt ");
    assert_int_equal(number(wav, 4, 4), wav.len - 8);
    assert_int_equal(number(wav, 20, 2), 1);
    assert_int_equal(number(wav, 22, 2), 2);
    assert_int_equal(number(wav, 24, 4), 48000);
    assert_int_equal(number(wav, 28, 4), 192000);
    assert_int_equal(number(wav, 34, 2), 16);
    assert_int_equal(number(wav, 40, 4), 10 * 192000);
    assert_int_equal(wav.len, 44 + 10 * 192000);
}

static void bells_ring_out_thirty_seconds_at_most(void **state)
{
    struct place *p = *state;
    struct str wav = exported(p, "a.wav", make(p, 10000, 48000));
    assert_in_range(wav.len, 44 + 11 * 192000, 44 + 11 * 192000 + 4 * 4800);
    wav = exported(p, "b.wav", make(p, 10000, 60 * 48000));
    assert_int_equal(wav.len, 44 + 40 * 192000);
    // It has faded by then.
    assert_in_range(number(wav, wav.len - 4, 2) + 2, 0, 6);
}

static void an_ogg_tells_what_it_is(void **state)
{
    struct place *p = *state;
    struct str ogg = exported(p, "a.ogg", make(p, 500, 4800));
    bool title = false, artist = false;
    for (size_t i = 0; i + 20 < ogg.len && i < 4096; i++) {
        struct str rest = str_sub(ogg, i, ogg.len);
        title = title || str_starts(rest, STR("TITLE=Long tide"));
        artist = artist || str_starts(rest, STR("ARTIST=A. Teacher"));
    }
    assert_true(title);
    assert_true(artist);
}

// Decodes a file of the folder, as a person's own bell is.
static struct sample decoded(struct place *p, const char *name)
{
    struct by_hand *h = ARENA_NEW(&p->mem, struct by_hand);
    struct score_options o = {.levels.cue = CUE_OFF};
    by_hand_row(h, VERB_SIT, PHASE_NONE, 20000);
    by_hand_event(h, 0, EVENT_BELL, name);
    struct score *score = score_create(&h->tl, &o, &p->mem);
    struct shelf *shelf = ARENA_NEW(&p->mem, struct shelf);
    shelf->own = str_from(p->folder);
    struct buf lines = {0};
    shelf_give(shelf, score, &lines);
    assert_int_equal(lines.len, 0);
    float *stereo = ARENA_ARRAY(&p->mem, float, 2 * 480000);
    score_mix(stereo, 480000, 0, score);
    int16_t *pcm = ARENA_ARRAY(&p->mem, int16_t, 2 * 480000);
    for (size_t i = 0; i < 2 * 480000; i++) {
        pcm[i] = (int16_t)(stereo[i] * 32768);
    }
    shelf_finish(shelf);
    return (struct sample){pcm, 480000};
}

static void an_ogg_holds_what_was_mixed(void **state)
{
    struct place *p = *state;
    exported(p, "whole.ogg", make(p, 500, 4800));
    struct sample got = decoded(p, "whole");
    float *want = ARENA_ARRAY(&p->mem, float, 2 * 480000);
    score_mix(want, 480000, 0, make(p, 500, 4800));
    double dot = 0, gg = 0, ww = 0;
    for (size_t i = 0; i < 2 * 480000; i++) {
        double g = (double)got.stereo[i] / 32768;
        double w = (double)want[i];
        dot += g * w;
        gg += g * g;
        ww += w * w;
    }
    assert_true(dot / sqrt(gg * ww) > 0.9);
    assert_true(fabs(gg / ww - 1) < 0.2);
}

static bool stop_soon(void *self, int64_t done, int64_t all)
{
    (void)self;
    (void)all;
    return done < 48000;
}

static void a_file_is_whole_or_not_there(void **state)
{
    struct place *p = *state;
    struct str why = STR_NONE, bytes = STR_NONE;
    struct names names;
    struct export_job job = job_of(p, "a.wav", make(p, 500, 4800));
    assert_true(file_replace(job.recording.path, STR("old"), &p->mem, &why));
    job.progress = stop_soon;
    assert_false(export_write(&job, &p->mem, &p->lines, &why));
    assert_str(why, "stopped");
    // The disk takes no more than 100 kB of a file.
    struct rlimit before, small;
    getrlimit(RLIMIT_FSIZE, &before);
    small = (struct rlimit){100000, before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    job = job_of(p, "a.wav", make(p, 500, 4800));
    assert_false(export_write(&job, &p->mem, &p->lines, &why));
    setrlimit(RLIMIT_FSIZE, &before);
    assert_true(why.len > 0);
    assert_true(folder_list(str_from(p->folder), &p->mem, &names));
    assert_int_equal(names.count, 1);
    assert_true(file_read(job.recording.path, 0, &p->mem, &bytes, &why));
    assert_str(bytes, "old");
    job = job_of(p, "none/a.wav", make(p, 500, 4800));
    assert_false(export_write(&job, &p->mem, &p->lines, &why));
    assert_str(why, "there is no such folder");
}

static void a_wav_can_tell_its_longest_with_what_rings(void **state)
{
    (void)state;
    int64_t ms = export_longest_ms(RECORD_WAV) + SCORE_RING_MS;
    assert_in_range(ms * SCORE_FRAMES_MS * 4 + 44, 1, UINT32_MAX);
    assert_true(export_longest_ms(RECORD_OGG) > ms);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_bytes_each_time, enter, leave),
        cmocka_unit_test_setup_teardown(a_wav_is_a_wav, enter, leave),
        cmocka_unit_test_setup_teardown(bells_ring_out_thirty_seconds_at_most,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(an_ogg_tells_what_it_is, enter, leave),
        cmocka_unit_test_setup_teardown(an_ogg_holds_what_was_mixed, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(a_file_is_whole_or_not_there, enter,
                                        leave),
        cmocka_unit_test(a_wav_can_tell_its_longest_with_what_rings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
