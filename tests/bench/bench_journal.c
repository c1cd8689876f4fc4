// SPDX-License-Identifier: MIT
// The journal: keeping an entry against a bare write and fsync of as many
// bytes on the same file system, in turn; and reading long journals.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/journal_files.h"
#include "bench/bench.h"
#include "journal_whole.h"
#include "platform/append_file.h"
#include "platform/clock.h"
#include "platform/file.h"

enum { APPENDS = 200, YEAR = 2000, ENTRIES = 10000, MANY = 200000 };

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

// Three ways to keep the same records, in turn.
struct appends {
    double raw[APPENDS];  // one write and one fsync
    double ours[APPENDS]; // the protocol's steps 1 to 8, read back
    double kept[APPENDS]; // and with the draft that comes before it
};

static bool append_raw(int fd, struct str record)
{
    return write(fd, record.at, record.len) == (ssize_t)record.len &&
           fsync(fd) == 0;
}

static bool append_one(struct appends *a, int i, const struct ledger *ledger,
                       int fd)
{
    struct arena mem = {0};
    struct buf record = {0};
    put_entry(&record, 2 * i, &mem);
    struct str text = buf_view(&record);
    int waits = 0;
    int64_t from_ns = clock_now_ns();
    bool well = append_raw(fd, text);
    a->raw[i] = ms_since(from_ns);
    from_ns = clock_now_ns();
    well = well && append_record(ledger, text, false, &waits) == 0;
    a->ours[i] = ms_since(from_ns);
    buf_clear(&record);
    put_entry(&record, 2 * i + 1, &mem);
    text = buf_view(&record);
    struct draft d = {.id = str_sub(text, 4, str_find(text, '\n', 0))};
    from_ns = clock_now_ns();
    well = well && ledger_keep(ledger, &d, text, &mem).done;
    a->kept[i] = ms_since(from_ns);
    buf_finish(&record);
    arena_finish(&mem);
    return well;
}

static void append_row(const char *name, double *took, double *raw, int part)
{
    double ms = by_part(took, APPENDS, part);
    bench_row(name, ms, "ms", ms / by_part(raw, APPENDS, part));
}

static void bench_append(const char *folder, struct arena *mem)
{
    static struct appends a;
    struct paths paths = {.data = str_from(folder)};
    paths.state = paths.spare = paths.data;
    struct ledger ledger = journal_ledger(&paths, mem);
    struct str path = path_join(mem, paths.data, STR("raw"));
    int fd = open(path.at, O_WRONLY | O_CREAT | O_APPEND, 0600);
    for (int i = 0; i < APPENDS && fd >= 0; i++) {
        if (!append_one(&a, i, &ledger, fd)) {
            return;
        }
    }
    close(fd);
    append_row("raw_append_p99", a.raw, a.raw, 99);
    append_row("journal_append_p99", a.ours, a.raw, 99);
    append_row("journal_append_p50", a.ours, a.raw, 50);
    append_row("journal_keep_p99", a.kept, a.raw, 99);
    append_row("journal_keep_p50", a.kept, a.raw, 50);
}

static struct str long_journal(int count, struct arena *mem)
{
    struct buf text = {0};
    struct arena scratch = {0};
    buf_put(&text, journal_header());
    for (int i = 0; i < count; i++) {
        put_entry(&text, i, &scratch);
        buf_put_char(&text, '\n');
    }
    struct str made = arena_copy(mem, buf_view(&text));
    arena_finish(&scratch);
    buf_finish(&text);
    return made;
}

// The processor's time, since reading does not wait and the machine is shared.
// The ratio is what a look at each byte takes.
static void bench_scan(int count)
{
    struct arena made = {0};
    struct str text = long_journal(count, &made);
    double took[BENCH_RUNS], bare[BENCH_RUNS];
    for (int i = 0; i < BENCH_RUNS; i++) {
        struct arena mem = {0};
        int64_t from_ns = bench_cpu_ns();
        bool well = memchr(text.at, '\0', text.len) == NULL;
        bare[i] = (double)(bench_cpu_ns() - from_ns) / 1e6;
        from_ns = bench_cpu_ns();
        struct places all = journal_scan(&text, 1, &mem, NULL);
        well = well && all.count == (size_t)count;
        took[i] = (double)(bench_cpu_ns() - from_ns) / 1e6 * well;
        arena_finish(&mem);
    }
    double ms = bench_median(took, BENCH_RUNS);
    bench_row("journal_scan", ms, "ms", ms / bench_median(bare, BENCH_RUNS));
    bench_row("journal_scan_speed", (double)text.len / 1e6 / ms, "GB/s", 0);
    arena_finish(&made);
}

// From the file: its places, or all of its entries. The ratio is the memory
// that it takes, in sizes of the file.
static void bench_open(const char *name, const char *folder, int count,
                       bool whole)
{
    struct arena made = {0};
    struct str why = STR_NONE, got = STR_NONE;
    struct str text = long_journal(count, &made);
    struct str path = path_join(&made, str_from(folder), STR("long.rec"));
    if (file_replace(path, text, &made, &why)) {
        double took[BENCH_RUNS], used = 0;
        for (int i = 0; i < BENCH_RUNS; i++) {
            struct arena mem = {0};
            int64_t from_ns = bench_cpu_ns();
            file_read(path, 0, &mem, &got, &why);
            size_t found = whole ? journal_whole(&got, 1, &mem, NULL).count
                                 : journal_scan(&got, 1, &mem, NULL).count;
            took[i] = (double)(bench_cpu_ns() - from_ns) / 1e6 *
                      (found == (size_t)count);
            used = (double)mem.used;
            arena_finish(&mem);
        }
        bench_row(name, bench_median(took, BENCH_RUNS), "ms",
                  used / (double)text.len);
    }
    unlink(path.at);
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
    bench_scan(ENTRIES);
    bench_open("journal_open_2000", folder, YEAR, false);
    bench_open("journal_open_200000", folder, MANY, false);
    bench_open("journal_read_2000", folder, YEAR, true);
    bench_open("journal_read_200000", folder, MANY, true);
    struct str command = arena_printf(&mem, "rm -rf %s", folder);
    if (system(command.at) != 0) {
        printf("%s stays\n", folder);
    }
    arena_finish(&mem);
}
