// SPDX-License-Identifier: MIT
#include "platform/recorder.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "base/buf.h"
#include "frame/synth.h"
#include "platform/clock.h"
#include "platform/file.h"
#include "platform/vorbis_writer.h"

enum {
    HEADER_BYTES = 44,
    FRAME_BYTES = 4,
    KEEP_BYTES = 1 << 16 // gathered before they are written
};

struct recorder {
    struct recording what;
    struct arena *mem;
    struct str path, temporary; // zero-terminated
    int fd, error;
    struct buf bytes;
    struct vorbis_writer *vorbis;
    struct noise dither;
    int64_t frames;
};

static bool ends_as(struct str path, const char *ending)
{
    for (size_t i = 0; i < 4; i++) {
        char c = path.len >= 4 ? path.at[path.len - 4 + i] : '\0';
        c = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        if (c != ending[i]) {
            return false;
        }
    }
    return true;
}

bool recorder_format(struct str path, enum record_format *out)
{
    *out = ends_as(path, ".ogg") ? RECORD_OGG : RECORD_WAV;
    return *out == RECORD_OGG || ends_as(path, ".wav");
}

static void put_number(struct buf *b, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        buf_put_char(b, (char)(value >> (8 * i) & 0xff));
    }
}

// RIFF, "Multimedia Programming Interface and Data Specifications 1.0" (1991).
static void put_wav_header(struct buf *b, uint32_t data_bytes)
{
    buf_put(b, STR("RIFF"));
    put_number(b, data_bytes + HEADER_BYTES - 8, 4);
    buf_put(b, STR("WAVEfmt "));
    put_number(b, 16, 4);
    put_number(b, 1, 2); // PCM
    put_number(b, 2, 2);
    put_number(b, SYNTH_RATE, 4);
    put_number(b, SYNTH_RATE * FRAME_BYTES, 4);
    put_number(b, FRAME_BYTES, 2);
    put_number(b, 16, 2);
    buf_put(b, STR("data"));
    put_number(b, data_bytes, 4);
}

static void write_out(struct recorder *r)
{
    if (r->error == 0) {
        r->error = file_write_all(r->fd, buf_view(&r->bytes));
    }
    buf_clear(&r->bytes);
}

struct recorder *recorder_open(const struct recording *what, struct arena *mem,
                               struct str *why)
{
    struct recorder *r = ARENA_NEW(mem, struct recorder);
    r->what = *what;
    r->mem = mem;
    r->path = arena_copy(mem, what->path);
    r->temporary = arena_printf(mem, "%.*s.%08x.part", STR_ARG(what->path),
                                (unsigned)clock_random());
    r->dither = noise_seed(what->seed, 700);
    if (what->format == RECORD_OGG) {
        int serial = (int)(noise_seed(what->seed, 701).state >> 1);
        r->vorbis = vorbis_writer_begin(what->title, what->artist,
                                        what->quality, serial, mem, &r->bytes);
        if (r->vorbis == NULL) {
            buf_finish(&r->bytes);
            *why = STR("the encoder has no such quality");
            return NULL;
        }
    } else {
        put_wav_header(&r->bytes, 0);
    }
    r->fd =
        open(r->temporary.at, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (r->fd < 0) {
        *why = file_reason_to_make(errno, mem);
        if (r->vorbis != NULL) {
            vorbis_writer_end(r->vorbis, &r->bytes);
        }
        buf_finish(&r->bytes);
        return NULL;
    }
    return r;
}

// To 16 bits with triangular dither of two steps, from a seed. Digital silence
// stays silent.
static void put_frames(struct recorder *r, const float *stereo, size_t frames)
{
    buf_reserve(&r->bytes, frames * FRAME_BYTES);
    for (size_t i = 0; i < 2 * frames; i++) {
        float dither =
            0.5f * (noise_white(&r->dither) + noise_white(&r->dither));
        float x = stereo[i] != 0 ? stereo[i] * 32767 + dither : 0;
        x = x > 32767 ? 32767 : x < -32767 ? -32767 : x;
        put_number(&r->bytes, (uint32_t)lrintf(x), 2);
    }
}

bool recorder_put(struct recorder *r, const float *stereo, size_t frames)
{
    if (r->error != 0) {
        return false;
    }
    r->frames += (int64_t)frames;
    if (r->vorbis != NULL) {
        vorbis_writer_put(r->vorbis, stereo, frames, &r->bytes);
    } else {
        put_frames(r, stereo, frames);
    }
    if (r->bytes.len >= KEEP_BYTES) {
        write_out(r);
    }
    return r->error == 0;
}

static void complete(struct recorder *r)
{
    write_out(r);
    if (r->error == 0 && r->vorbis == NULL) {
        put_wav_header(&r->bytes, (uint32_t)(r->frames * FRAME_BYTES));
        if (lseek(r->fd, 0, SEEK_SET) < 0) {
            r->error = errno;
        }
        write_out(r);
    }
    if (r->error == 0 && fsync(r->fd) != 0) {
        r->error = errno;
    }
}

bool recorder_close(struct recorder *r, bool keep, struct str *why)
{
    if (r->vorbis != NULL) {
        vorbis_writer_end(r->vorbis, &r->bytes);
    }
    if (keep) {
        complete(r);
    }
    if (close(r->fd) != 0 && r->error == 0) {
        r->error = errno;
    }
    if (keep && r->error == 0 && rename(r->temporary.at, r->path.at) != 0) {
        r->error = errno;
    }
    if (!keep || r->error != 0) {
        unlink(r->temporary.at);
    }
    buf_finish(&r->bytes);
    if (keep && r->error != 0) {
        *why = file_reason(r->error, r->mem);
    }
    return keep && r->error == 0;
}
