// SPDX-License-Identifier: MIT
#include "platform/shelf.h"

#include <string.h>

#include <vorbis/vorbisfile.h>

#include "frame/resample.h"
#include "platform/file.h"
#include "platform/paths.h"

enum { LONGEST_S = 600, READ_FRAMES = 4096 };

struct shelf_item {
    struct str name;
    struct sample sample;
};

// One channel, two, or the first two of more, as interleaved stereo.
static void keep_frames(struct buf *pcm, float *const *channel, int channels,
                        long frames)
{
    for (long i = 0; i < frames; i++) {
        int16_t pair[2] = {sample_rounded(channel[0][i]),
                           sample_rounded(channel[channels > 1 ? 1 : 0][i])};
        buf_put(pcm, (struct str){(const char *)pair, sizeof(pair)});
    }
}

static bool decode(OggVorbis_File *file, struct buf *pcm, int *rate)
{
    int channels = 0;
    int section = -1;
    *rate = 0;
    for (;;) {
        float **channel = NULL;
        int at = section;
        long got = ov_read_float(file, &channel, READ_FRAMES, &at);
        if (got == OV_HOLE) {
            continue; // a damaged page; what comes after it is still good
        }
        if (got <= 0) {
            return got == 0 && pcm->len > 0;
        }
        if (at != section) {
            const vorbis_info *info = ov_info(file, at);
            if (info == NULL || (*rate != 0 && info->rate != *rate)) {
                return false;
            }
            section = at;
            *rate = (int)info->rate;
            channels = info->channels;
        }
        keep_frames(pcm, channel, channels, got);
        if (pcm->len / 4 >= (size_t)LONGEST_S * (size_t)*rate) {
            return true;
        }
    }
}

bool recording_load(struct str path, struct arena *mem, struct sample *out)
{
    OggVorbis_File file;
    struct buf pcm = {0};
    int rate = 0;
    if (!file_is_plain(path) || ov_fopen(path.at, &file) != 0) {
        return false;
    }
    bool good = decode(&file, &pcm, &rate);
    ov_clear(&file);
    if (good) {
        struct sample raw = {0};
        raw.frames = pcm.len / (2 * sizeof(int16_t));
        int16_t *copy = ARENA_ARRAY(mem, int16_t, 2 * raw.frames);
        memcpy(copy, pcm.at, raw.frames * 2 * sizeof(int16_t));
        raw.stereo = copy;
        *out = rate == SCORE_RATE ? raw : resample(raw, rate, mem);
    }
    buf_finish(&pcm);
    return good;
}

bool shelf_find(struct shelf *shelf, const struct want *want, struct str *path)
{
    const struct str folders[] = {shelf->own, shelf->shipped};
    const char *kind = want->kind == WANT_BED ? "bed-" : "bell-";
    const char *const before[] = {kind, ""};
    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
        for (size_t j = 0; j < sizeof(before) / sizeof(before[0]); j++) {
            struct str file = arena_printf(&shelf->mem, "%s%.*s.ogg", before[j],
                                           STR_ARG(want->name));
            *path = path_join(&shelf->mem, folders[i], file);
            if (folders[i].len > 0 && file_exists(*path)) {
                return true;
            }
        }
    }
    return false;
}

static bool shelf_load(struct shelf *shelf, const struct want *want,
                       struct sample *out, struct buf *lines)
{
    struct str path;
    if (!shelf_find(shelf, want, &path)) {
        buf_printf(lines,
                   "there is no sound %s%.*s.ogg in %.*s; it stays "
                   "silent\n",
                   want->ours ? "" : "bell-", STR_ARG(want->name),
                   STR_ARG(want->ours ? shelf->shipped : shelf->own));
        return false;
    }
    if (!recording_load(path, &shelf->mem, out)) {
        buf_printf(lines,
                   "%.*s cannot be read as Ogg Vorbis; it stays silent\n",
                   STR_ARG(path));
        return false;
    }
    return true;
}

static void shelf_keep(struct shelf *shelf, const struct want *want,
                       struct sample sample)
{
    ARENA_GROW(&shelf->mem, shelf->items, shelf->count, shelf->cap);
    struct str name = arena_copy(&shelf->mem, want->name);
    shelf->items[shelf->count++] = (struct shelf_item){name, sample};
}

void shelf_give(struct shelf *shelf, struct score *score, struct buf *lines)
{
    const struct want *wants;
    size_t count = score_wants(score, &wants);
    for (size_t i = 0; i < count; i++) {
        struct sample sample = {0};
        size_t at = 0;
        if (wants[i].kind != WANT_STRUCK) {
            continue;
        }
        while (at < shelf->count &&
               !str_equal(shelf->items[at].name, wants[i].name)) {
            at++;
        }
        if (at < shelf->count) {
            sample = shelf->items[at].sample;
        } else if (shelf_load(shelf, &wants[i], &sample, lines)) {
            shelf_keep(shelf, &wants[i], sample);
        }
        score_give(score, i, sample);
    }
}

void shelf_finish(struct shelf *shelf)
{
    arena_finish(&shelf->mem);
    shelf->items = NULL;
    shelf->count = shelf->cap = 0;
}
