// SPDX-License-Identifier: MIT
// The seam: the frames from the file's end on play together with those of its
// start, which are kept, one rising as the other falls; then the file goes on
// behind the start. With loop points it goes back to the frame that they name.
#include "platform/loop.h"

#include <math.h>
#include <string.h>

#include <vorbis/vorbisfile.h>

#include "base/number.h"
#include "frame/resample.h"
#include "frame/sample.h"
#include "frame/synth.h"
#include "platform/file.h"

enum { SEAM_S = 4, PIECE = 1024 };

struct loop {
    OggVorbis_File file;
    int rate, channels;
    int64_t at, end; // of the file: the next frame; where it goes back
    int64_t back;    // to here
    int16_t *start;  // the first frames, of a seam
    int64_t seam;    // how many; 0: none
    bool dry;        // gave nothing after it went back
    struct resampler *resampler; // NULL: the file is at our rate
};

// One channel, two, or the first two of more. Fewer than most only at the end.
static size_t decode(struct loop *l, int16_t *stereo, size_t most)
{
    size_t got = 0;
    while (got < most) {
        float **channel = NULL;
        int section = 0;
        long n = ov_read_float(&l->file, &channel, (int)(most - got), &section);
        if (n == OV_HOLE) {
            continue; // a damaged page; what comes after it is still good
        }
        if (n <= 0) {
            break;
        }
        for (long i = 0; i < n; i++, got++) {
            stereo[2 * got] = sample_rounded(channel[0][i]);
            stereo[2 * got + 1] =
                sample_rounded(channel[l->channels > 1 ? 1 : 0][i]);
        }
    }
    return got;
}

static void go_back(struct loop *l)
{
    l->dry = ov_pcm_seek(&l->file, l->back) != 0;
    l->at = l->back;
}

static float seam_gain(int64_t at, int64_t seam)
{
    return sinf(SYNTH_PI / 2 * (float)at / (float)seam);
}

// The start rises over what comes from the end.
static void cross(struct loop *l, int16_t *stereo, size_t frames)
{
    int64_t from = l->at - (l->end - l->seam);
    for (size_t i = 0; i < frames; i++) {
        int64_t at = from + (int64_t)i;
        float in = seam_gain(at, l->seam);
        float out = seam_gain(l->seam - at, l->seam);
        for (size_t side = 0; side < 2; side++) {
            float sum = in * (float)l->start[2 * at + (int64_t)side] +
                        out * (float)stereo[2 * i + side];
            stereo[2 * i + side] = sample_rounded(sum / 32768);
        }
    }
}

// At the file's rate, round and round.
static void read_round(void *self, int16_t *stereo, size_t frames)
{
    struct loop *l = self;
    while (frames > 0 && !l->dry) {
        bool crossing = l->at >= l->end - l->seam;
        int64_t until = crossing ? l->end : l->end - l->seam;
        int64_t left = until - l->at;
        size_t n = left < (int64_t)frames ? (size_t)left : frames;
        size_t got = decode(l, stereo, n);
        if (crossing) {
            cross(l, stereo, got);
        }
        l->dry = got == 0 && l->at == l->back;
        l->at += (int64_t)got;
        stereo += 2 * got;
        frames -= got;
        if (l->at >= l->end || (got < n && !l->dry)) {
            go_back(l);
        }
    }
    memset(stereo, 0, 2 * frames * sizeof(*stereo));
}

void loop_read(struct loop *l, int16_t *stereo, size_t frames)
{
    if (l->resampler) {
        resampler_pull(l->resampler, read_round, l, stereo, frames);
    } else {
        read_round(l, stereo, frames);
    }
}

static bool comment(struct loop *l, const char *name, int64_t *out)
{
    const char *text = vorbis_comment_query(ov_comment(&l->file, -1), name, 0);
    return text && number_whole(str_from(text), 0, INT64_MAX / 2, out);
}

// What the file's comments ask for, if it fits; else a seam.
static void find_points(struct loop *l, struct arena *mem)
{
    int64_t total = ov_pcm_total(&l->file, -1);
    int64_t from = 0, length = 0;
    l->end = total;
    if (comment(l, "LOOPSTART", &from) && comment(l, "LOOPLENGTH", &length) &&
        length > 0 && from + length <= total) {
        l->back = from;
        l->end = from + length;
        return;
    }
    int64_t longest = (int64_t)SEAM_S * l->rate;
    l->seam = total / 4 < longest ? total / 4 : longest;
    l->back = l->seam;
    l->start = ARENA_ARRAY(mem, int16_t, 2 * (size_t)l->seam + 1);
    size_t got = decode(l, l->start, (size_t)l->seam);
    l->dry = got < (size_t)l->seam || ov_pcm_seek(&l->file, 0) != 0;
}

static bool has_one_form(struct loop *l)
{
    const vorbis_info *first = ov_info(&l->file, 0);
    l->rate = first ? (int)first->rate : 0;
    l->channels = first ? first->channels : 0;
    for (long i = 1; i < ov_streams(&l->file); i++) {
        const vorbis_info *info = ov_info(&l->file, (int)i);
        if (!info || info->rate != l->rate || info->channels != l->channels) {
            return false;
        }
    }
    return l->rate > 0 && l->channels > 0 && ov_seekable(&l->file) &&
           ov_pcm_total(&l->file, -1) > 0;
}

struct loop *loop_open(struct str path, struct arena *mem)
{
    struct loop *l = ARENA_NEW(mem, struct loop);
    if (!file_is_plain(path) || ov_fopen(path.at, &l->file) != 0) {
        return NULL;
    }
    if (!has_one_form(l)) {
        loop_close(l);
        return NULL;
    }
    find_points(l, mem);
    if (l->dry) {
        loop_close(l);
        return NULL;
    }
    if (l->rate != SYNTH_RATE) {
        l->resampler = resampler_create(l->rate, mem);
    }
    return l;
}

void loop_close(struct loop *l)
{
    if (l) {
        ov_clear(&l->file);
    }
}
