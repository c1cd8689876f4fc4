// SPDX-License-Identifier: MIT
// A fuzz target without a fuzzer: runs it over files, and over mutations of
// them that are the same in every run. REPLAY MUTATIONS FILE…
#include "fuzz.h"

#include <string.h>

#include "base/number.h"

static uint64_t chance(uint64_t *state, uint64_t below)
{
    *state ^= *state << 13; // xorshift64 (Marsaglia 2003)
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state % below;
}

static void read_file(const char *path, struct buf *out)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(2);
    }
    buf_clear(out);
    size_t got = 0;
    do {
        buf_reserve(out, 65536);
        got = fread(out->at + out->len, 1, out->cap - out->len, file);
        out->len += got;
    } while (got > 0);
    fclose(file);
}

static void run(struct str text)
{
    // A copy of its own size, so that a read past the end is seen.
    char *copy = malloc(text.len > 0 ? text.len : 1);
    if (!copy) {
        exit(2);
    }
    memcpy(copy, text.at ? text.at : "", text.len);
    LLVMFuzzerTestOneInput((const uint8_t *)copy, text.len);
    free(copy);
}

// Cuts a piece out, puts another one in its place, and turns some bytes.
static void mutate(const struct buf *from, struct buf *out, uint64_t *state)
{
    struct str text = buf_view(from);
    static const char bytes[] = "09.-\"\\#,=() \n\tatx:\xff+%\r\0<E";
    size_t a = (size_t)chance(state, text.len + 1);
    size_t b = a + (size_t)chance(state, 20);
    size_t c = (size_t)chance(state, text.len + 1);
    size_t d = c + (size_t)chance(state, 40);
    buf_clear(out);
    buf_put(out, str_sub(text, 0, a));
    buf_put(out, str_sub(text, c, d));
    buf_put(out, str_sub(text, b, text.len));
    for (uint64_t turns = chance(state, 3); turns > 0 && out->len > 0;
         turns--) {
        out->at[chance(state, out->len)] =
            bytes[chance(state, sizeof(bytes) - 1)];
    }
}

int main(int argc, char **argv)
{
    int64_t mutations = 0;
    if (argc < 3 || !number_whole(str_from(argv[1]), 0, 1000000, &mutations)) {
        fputs("usage: replay MUTATIONS FILE...\n", stderr);
        return 2;
    }
    struct buf file = {0}, mutant = {0};
    uint64_t state = 1;
    for (int i = 2; i < argc; i++) {
        read_file(argv[i], &file);
        run(buf_view(&file));
        for (int64_t m = 0; m < mutations; m++) {
            mutate(&file, &mutant, &state);
            run(buf_view(&mutant));
        }
    }
    printf("replay: %d files, %lld mutations of each\n", argc - 2,
           (long long)mutations);
    buf_finish(&file);
    buf_finish(&mutant);
    return 0;
}
