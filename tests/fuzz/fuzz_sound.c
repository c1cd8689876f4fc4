// SPDX-License-Identifier: MIT
// Any bytes as a sound of one's own: as a bell, decoded whole, and as a bed,
// read on and on. Both end, or say that it is no sound, and no sample is larger
// than a sample can be.
#include "fuzz.h"

#include <string.h>
#include <unistd.h>

#include "platform/loop.h"
#include "platform/shelf.h"

// The bytes as a file; its name is the same for all of a process.
static struct str put_file(const uint8_t *data, size_t size)
{
    static char name[64];
    const char *folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(name, sizeof(name), "%s/breathmark-fuzz-%ld.ogg", folder,
             (long)getpid());
    FILE *file = fopen(name, "wb");
    must(file && fwrite(data, 1, size, file) == size);
    fclose(file);
    return str_from(name);
}

static void check_bell(struct str path)
{
    enum { TEN_MINUTES = 10 * 60 * 48000 };
    struct arena mem = {0};
    struct sample sample = {0};
    if (recording_load(path, &mem, &sample)) {
        must(sample.frames > 0 && sample.frames <= TEN_MINUTES + 48000);
    }
    arena_finish(&mem);
}

static void check_bed(struct str path)
{
    enum { PIECE = 1024, PIECES = 40 };
    static int16_t stereo[2 * PIECE];
    struct arena mem = {0};
    struct loop *loop = loop_open(path, &mem);
    for (int i = 0; loop && i < PIECES; i++) {
        loop_read(loop, stereo, PIECE);
    }
    loop_close(loop);
    arena_finish(&mem);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str path = put_file(data, size);
    check_bell(path);
    check_bed(path);
    unlink(path.at);
    return 0;
}
