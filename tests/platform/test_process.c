// SPDX-License-Identifier: MIT
// Real processes on a real disk: killed in the middle, eight at once beside one
// that replaces the file, and with a limit on the file's size at every byte of
// an entry. With "all" in full size.
#include "ledger_case.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "base/set.h"
#include "platform/append_file.h"

static bool in_full;
static struct set acked; // Ids that were said to be kept

static uint32_t draw(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static struct str long_record(struct arena *mem, const char *id, size_t size)
{
    struct buf text = {0}, out = {0};
    while (text.len < size) {
        buf_printf(&text, "%zu words of %s\n", text.len, id);
    }
    rec_put(&out, STR("Id"), str_from(id));
    rec_put(&out, STR("Text"), buf_view(&text));
    rec_put_end(&out, 0);
    struct str record = arena_copy(mem, buf_view(&out));
    buf_finish(&text);
    buf_finish(&out);
    return record;
}

static bool keep(struct ledger_case *c, const char *id, size_t size)
{
    struct arena mem = {0};
    struct draft d = {.id = str_from(id)};
    struct str record = long_record(&mem, id, size);
    bool done = ledger_keep(&c->ledger, &d, record, &mem).done;
    arena_finish(&mem);
    return done;
}

// Every record of the file is whole, each Id stands once, and all that were
// acknowledged are there.
static void check_file(struct ledger_case *c, const struct set *ids)
{
    struct str text = case_read(c, "journal.rec");
    struct rec_reader r = {0};
    struct rec rec = {0};
    struct set there = {.mem = &c->mem};
    struct diags notes = {.mem = &c->mem};
    rec_reader_init(&r, text, &c->mem, &notes);
    r.strict = true;
    while (rec_next(&r, &rec)) {
        assert_int_equal(rec.seal, REC_SEALED);
        assert_true(set_add(&there, rec_get(&rec, STR("Id"))));
    }
    assert_int_equal(notes.count, 0);
    for (size_t i = 0; i < ids->cap; i++) {
        struct str id = ids->items[i].text;
        if (id.len > 0 && !set_find(&there, id)) {
            fail_msg("%.*s was acknowledged and is not there", STR_ARG(id));
        }
    }
}

// Keeps entries and says so through the pipe, until it is killed.
static void keep_until_killed(struct ledger_case *c, int run, size_t size,
                              int to)
{
    struct arena mem = {0};
    char id[32];
    ledger_recover(&c->ledger, &mem, NULL);
    if (write(to, "\n", 1) != 1) {
        _exit(1);
    }
    for (int i = 0;; i++) {
        int len = snprintf(id, sizeof(id), "r%05d-%04d\n", run, i);
        id[len - 1] = '\0';
        if (!keep(c, id, size)) {
            _exit(1);
        }
        id[len - 1] = '\n';
        if (write(to, id, (size_t)len) != len) {
            _exit(1);
        }
    }
}

static void read_acks(struct ledger_case *c, int from, struct set *ids)
{
    char bytes[4096];
    struct buf all = {0};
    ssize_t got = 0;
    while ((got = read(from, bytes, sizeof(bytes))) > 0) {
        buf_put(&all, (struct str){bytes, (size_t)got});
    }
    struct str left = arena_copy(&c->mem, buf_view(&all));
    while (left.len > 0) {
        set_add(ids, str_cut(&left, '\n'));
    }
    buf_finish(&all);
}

static int64_t now_ns(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

// How long one entry takes here, so that the kills fall into it.
static int64_t time_one(struct ledger_case *c, size_t size)
{
    int64_t start = now_ns();
    assert_true(keep(c, "first", size));
    assert_true(keep(c, "second", size));
    return (now_ns() - start) / 2;
}

static void kill_one(struct ledger_case *c, int run, size_t size, int64_t in_ns)
{
    int ends[2];
    char ready = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        keep_until_killed(c, run, size, ends[1]);
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], &ready, 1), 1);
    struct timespec nap = {in_ns / 1000000000, in_ns % 1000000000};
    nanosleep(&nap, NULL);
    kill(child, SIGKILL);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    read_acks(c, ends[0], &acked);
    close(ends[0]);
}

static void kill_in_a_loop(size_t size, int runs)
{
    struct ledger_case *c = case_begin();
    uint32_t seed = 20260301;
    int64_t one_ns = time_one(c, size);
    acked = (struct set){.mem = &c->mem};
    for (int run = 0; run < runs; run++) {
        kill_one(c, run, size, one_ns * (draw(&seed) % 2000) / 1000);
        if (acked.count == 0 && run % 8 == 7) {
            one_ns *= 2; // the machine became slower than it was when timed
        }
    }
    ledger_recover(&c->ledger, &c->mem, NULL);
    check_file(c, &acked);
    assert_true(acked.count > 0);
    print_message("%zu acknowledged, %zu tails salvaged\n", acked.count,
                  case_count(c, "torn"));
    case_end(c);
}

static void a_kill_costs_no_acknowledged_entry(void **state)
{
    (void)state;
    kill_in_a_loop(3000, in_full ? 2000 : 100);
    kill_in_a_loop(200000, in_full ? 400 : 60);
}

// Copies the file and renames the copy over it, under the lock: who waits for
// the lock then holds a file that is no more.
static void replace_file(struct ledger_case *c, const char *path,
                         const char *copy)
{
    int fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0 || flock(fd, LOCK_EX) != 0) {
        return;
    }
    struct stat held, there;
    if (fstat(fd, &held) == 0 && stat(path, &there) == 0 &&
        held.st_ino == there.st_ino) {
        struct str text = STR_NONE, why = STR_NONE;
        struct arena mem = {0};
        if (file_read(str_from(path), 0, &mem, &text, &why) &&
            file_replace(str_from(copy), text, &mem, &why)) {
            rename(copy, path);
        }
        arena_finish(&mem);
    }
    close(fd);
    (void)c;
}

static void eight_at_once_lose_nothing(void **state)
{
    (void)state;
    enum { WRITERS = 8 };
    int entries = in_full ? 150 : 25;
    struct ledger_case *c = case_begin();
    pid_t writers[WRITERS];
    acked = (struct set){.mem = &c->mem};
    for (int w = 0; w < WRITERS; w++) {
        writers[w] = fork();
        if (writers[w] != 0) {
            continue;
        }
        for (int i = 0; i < entries; i++) {
            char id[32];
            snprintf(id, sizeof(id), "w%d-%04d", w, i);
            if (!keep(c, id, 300)) {
                _exit(1);
            }
        }
        _exit(0);
    }
    pid_t replacer = fork();
    if (replacer == 0) {
        struct timespec nap = {0, (in_full ? 50 : 5) * 1000000L};
        for (;;) {
            replace_file(c, c->ledger.path.at, case_path(c, "copy").at);
            nanosleep(&nap, NULL);
        }
    }
    for (int w = 0; w < WRITERS; w++) {
        int status = 0;
        assert_int_equal(waitpid(writers[w], &status, 0), writers[w]);
        assert_int_equal(status, 0);
        for (int i = 0; i < entries; i++) {
            set_add(&acked, arena_printf(&c->mem, "w%d-%04d", w, i));
        }
    }
    kill(replacer, SIGKILL);
    waitpid(replacer, NULL, 0);
    check_file(c, &acked);
    assert_int_equal(case_count(c, "torn"), 0);
    case_end(c);
}

static void limit_size(rlim_t size)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = size;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void a_limit_at_every_byte_leaves_a_draft(void **state)
{
    (void)state;
    struct ledger_case *c = case_begin();
    assert_true(keep(c, "base", 5000)); // larger than the draft
    struct str before = case_read(c, "journal.rec");
    size_t length = 1 + long_record(&c->mem, "x", 600).len;
    for (size_t room = 0; room < length; room += in_full ? 1 : 7) {
        struct arena mem = {0};
        struct draft d = {.id = STR("x")};
        struct str record = long_record(&mem, "x", 600);
        limit_size(before.len + room);
        struct kept kept = ledger_keep(&c->ledger, &d, record, &mem);
        limit_size(RLIM_INFINITY);
        assert_false(kept.done);
        assert_str(kept.why, "the file may not grow larger; raise its limit "
                             "(ulimit -f)");
        assert_true(
            str_equal(case_read(c, "journal.rec"), before)); // as it was
        assert_true(str_equal(case_read(c, "drafts/x.rec"), record));
        arena_finish(&mem);
    }
    ledger_recover(&c->ledger, &c->mem, NULL);
    assert_int_equal(case_read(c, "journal.rec").len, before.len + length);
    case_end(c);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kill_costs_no_acknowledged_entry),
        cmocka_unit_test(eight_at_once_lose_nothing),
        cmocka_unit_test(a_limit_at_every_byte_leaves_a_draft),
    };
    in_full = argc > 1 && strcmp(argv[1], "all") == 0;
    if (access("/dev/shm", W_OK) == 0) {
        case_parent = "/dev/shm"; // no slow disk: more falls into the writes
    }
    disk_begin();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
