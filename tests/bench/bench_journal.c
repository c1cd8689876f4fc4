// SPDX-License-Identifier: MIT
// The journal: keeping an entry against a bare write and fsync of as many
// bytes on the same file system, in turn; and reading long journals.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/diary.h"
#include "bench/bench.h"
#include "platform/clock.h"
#include "platform/file.h"

enum { APPENDS = 200, ENTRIES = 10000, MANY = 200000 };

static double by_part(double *values, int count, int percent)
{
    bench_median(values, count); // sorts them
    return values[count * percent / 100];
}

static void put_entry(struct buf *out, int i, struct arena *mem)
{
    struct entry e;
    entry_init(&e);
    struct wall now = {.day = {20000 + i / 40}, .second = i % 40 * 2000};
    struct day_key key = {0};
    entry_stamp(&e, &now, (uint32_t)i, now.day, &key, mem);
    e.session = STR("coherent");
    e.done_s = 600;
    e.mood_after = 1 + i % 5;
    e.text = STR("The shoulders let go somewhere around the sixth breath.\n"
                 "I noticed I had been holding a conversation.");
    entry_format(&e, out);
}

static double ms_since(int64_t from_ns)
{
    return (double)(clock_now_ns() - from_ns) / 1e6;
}

static void bench_append(const char *folder, struct arena *mem)
{
    static double kept[APPENDS], raw[APPENDS];
    struct paths paths = {.data = str_from(folder)};
    paths.state = paths.spare = paths.data;
    struct ledger ledger = journal_ledger(&paths, mem);
    struct str path = path_join(mem, paths.data, STR("raw"));
    int fd = open(path.at, O_WRONLY | O_CREAT | O_APPEND, 0600);
    struct buf record = {0};
    for (int i = 0; i < APPENDS && fd >= 0; i++) {
        buf_clear(&record);
        put_entry(&record, i, mem);
        int64_t from_ns = clock_now_ns();
        if (write(fd, record.at, record.len) != (ssize_t)record.len ||
            fsync(fd) != 0) {
            break;
        }
        raw[i] = ms_since(from_ns);
        struct str text = buf_view(&record);
        struct draft d = {
            .id = arena_copy(mem, str_sub(text, 4, str_find(text, '\n', 0)))};
        from_ns = clock_now_ns();
        if (!ledger_keep(&ledger, &d, text, mem).done) {
            break;
        }
        kept[i] = ms_since(from_ns);
    }
    close(fd);
    buf_finish(&record);
    double bare = by_part(raw, APPENDS, 99);
    bench_row("raw_append_p99", bare, "ms", 1);
    double ours = by_part(kept, APPENDS, 99);
    bench_row("journal_append_p99", ours, "ms", ours / bare);
    ours = by_part(kept, APPENDS, 50);
    bench_row("journal_append_p50", ours, "ms",
              ours / by_part(raw, APPENDS, 50));
}

// The ratio is the memory that reading takes, in sizes of the file.
static void bench_read(const char *name, const char *folder, int count)
{
    struct arena made = {0};
    struct buf text = {0};
    buf_put(&text, journal_header());
    for (int i = 0; i < count; i++) {
        put_entry(&text, i, &made);
        buf_put_char(&text, '\n');
    }
    struct str why = STR_NONE, got = STR_NONE;
    struct str path = path_join(&made, str_from(folder), STR("long.rec"));
    if (file_replace(path, buf_view(&text), &made, &why)) {
        double took[BENCH_RUNS];
        for (int i = 0; i < BENCH_RUNS; i++) {
            struct arena mem = {0};
            int64_t from_ns = clock_now_ns();
            file_read(path, 0, &mem, &got, &why);
            struct entries all = journal_read(&got, 1, &mem, NULL);
            took[i] = ms_since(from_ns) * (all.count == (size_t)count);
            arena_finish(&mem);
        }
        double ms = bench_median(took, BENCH_RUNS);
        bench_row(name, ms, "ms",
                  1 + sizeof(struct entry) * (double)count / (double)text.len);
        double gb_s = (double)text.len / 1e6 / ms;
        printf("%s_speed %.3f GB/s %.2f\n", name, gb_s, gb_s);
    }
    unlink(path.at);
    buf_finish(&text);
    arena_finish(&made);
}

void bench_journal(void)
{
    char folder[] = "breathmark-bench-XXXXXX"; // beside the build, on a disk
    struct arena mem = {0};
    if (!mkdtemp(folder)) {
        return;
    }
    bench_append(folder, &mem);
    bench_read("journal_read_10000", folder, ENTRIES);
    bench_read("journal_read_200000", folder, MANY);
    struct str command = arena_printf(&mem, "rm -rf %s", folder);
    if (system(command.at) != 0) {
        printf("%s stays\n", folder);
    }
    arena_finish(&mem);
}
