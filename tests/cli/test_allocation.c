// SPDX-License-Identifier: MIT
// The n-th allocation fails, for every n until a run asks for fewer: while an
// entry is added, drafted, corrected, merged, checked, listed, and while a
// start finds what a crash left. Each run says that the memory is out, or does
// its work whole; none crashes or leaks; what was acknowledged is in the
// journal, once, and nothing that lay there before is less.
#include "unit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/keeper.h"
#include "cli/cli.h"
#include "failing_memory.h"
#include "platform/disk.h"

enum { ARGS = 8, FEWEST = 10, RUNS_MOST = 5000 };

// What a run tells the test; in memory that both see.
struct told {
    bool met;  // an allocation failed
    int saved; // words that were said to be safe: 1, 2 as drafts, 3 kept
};
static struct told *told;

// Entries by a letter: what lies in the folder at the start.
static struct str id_of(struct arena *mem, char letter)
{
    return arena_printf(mem, "20260301T0700%02dZ-0000000%c", letter - 'a',
                        letter);
}

static struct str words_of(struct arena *mem, char letter)
{
    return arena_printf(mem, "Words of %c.", letter);
}

static struct str record_of(struct arena *mem, char letter, bool open)
{
    struct buf out = {0}, text = {0};
    struct entry e;
    entry_init(&e);
    e.id = id_of(mem, letter);
    e.at = STR("2026-03-01 08:00:00 +0100");
    e.day_date = day_from_date((struct date){2026, 3, 1});
    buf_put(&text, words_of(mem, letter));
    for (int i = 0; i < 40; i++) {
        buf_printf(&text, "\n%d lines of %c: ünd more\\", i, letter);
    }
    e.text = buf_view(&text);
    (open ? entry_format_open : entry_format)(&e, &out);
    struct str record = arena_copy(mem, buf_view(&out));
    buf_finish(&text);
    buf_finish(&out);
    return record;
}

static void put(struct arena *mem, struct str folder, const char *name,
                struct str text)
{
    struct str why = STR_NONE;
    assert_true(
        file_replace(path_join(mem, folder, str_from(name)), text, mem, &why));
}

static struct str get(struct arena *mem, struct str folder, const char *name)
{
    struct str text = STR_NONE, why = STR_NONE;
    file_read(path_join(mem, folder, str_from(name)), 0, mem, &text, &why);
    return text.at ? text : STR("");
}

// The journal has a and b. left: its tail is torn, c lies as a whole draft, d
// as an unfinished one, f in another device's copy, g is the session that
// played.
static void make_start(struct arena *mem, struct str folder, bool left)
{
    struct str why = STR_NONE, head = journal_header();
    struct str torn = str_sub(record_of(mem, 'e', false), 0, left ? 300 : 0);
    assert_true(folder_make(path_join(mem, folder, STR("drafts")), mem, &why));
    put(mem, folder, "journal.rec",
        arena_printf(mem, "%.*s%.*s\n%.*s\n%.*s", STR_ARG(head),
                     STR_ARG(record_of(mem, 'a', false)),
                     STR_ARG(record_of(mem, 'b', false)), STR_ARG(torn)));
    struct str other = arena_printf(mem, "%.*s%.*s", STR_ARG(head),
                                    STR_ARG(record_of(mem, 'f', false)));
    put(mem, folder, "other.rec", other);
    put(mem, folder, "words", STR("Words of n.\nAnd a second line.\n"));
    if (left) {
        struct str c =
            arena_printf(mem, "drafts/%.*s.rec", STR_ARG(id_of(mem, 'c')));
        struct str d =
            arena_printf(mem, "drafts/%.*s.rec", STR_ARG(id_of(mem, 'd')));
        put(mem, folder, c.at, record_of(mem, 'c', false));
        put(mem, folder, d.at, record_of(mem, 'd', true));
        put(mem, folder, "journal.sync-conflict-20260302.rec", other);
        put(mem, folder, "running.rec", record_of(mem, 'g', true));
    }
}

// All that stands in the folder's files and in those of its folders.
static struct str everything(struct arena *mem, struct str folder)
{
    static const char *const folders[] = {".", "drafts", "torn", "merged"};
    struct buf all = {0};
    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
        struct str in = path_join(mem, folder, str_from(folders[i]));
        struct names names = {0};
        folder_list(in, mem, &names);
        for (size_t j = 0; j < names.count; j++) {
            struct str name = names.items[j];
            if (!str_ends(name, STR("/")) && !str_equal(name, STR("words")) &&
                !str_equal(name, STR("other.rec"))) {
                buf_put(&all, get(mem, in, name.at));
            }
        }
    }
    struct str text = arena_copy(mem, buf_view(&all));
    buf_finish(&all);
    return text;
}

static size_t count_in(struct str text, struct str what)
{
    size_t count = 0;
    for (size_t at = 0; at + what.len <= text.len; at++) {
        count += memcmp(text.at + at, what.at, what.len) == 0;
    }
    return count;
}

// One thing that a person does. args: of the command, in the folder. journal:
// letters whose entries are in the journal after it went well; n is new.
struct deed {
    const char *name;
    int (*run)(struct arena *mem);
    const char *args[ARGS];
    bool left, same; // it prints the same whenever it goes well
    const char *journal;
};

static int write_and_keep(struct arena *mem)
{
    struct paths paths = paths_find(str_from(getenv("HOME")), mem);
    struct now now = {0};
    struct keeper k = {0};
    struct keeper_options options = {.paths = &paths, .now = &now};
    struct str why = STR_NONE;
    struct entry e;
    disk_begin();
    now_init(&now, NULL, false, mem);
    keeper_init(&k, &options, NULL);
    entry_init(&e);
    e.text = STR("Draft of one.");
    if (keeper_draft(&k, &e, &why)) {
        told->saved = 1;
    }
    e.text = STR("Draft of one. Draft of two.");
    if (why.len == 0 && keeper_draft(&k, &e, &why)) {
        told->saved = 2;
    }
    e.text = STR("Draft of one. Draft of two. Words of n.");
    struct kept kept = keeper_keep(&k, &e);
    told->saved = kept.done ? 3 : told->saved;
    why = kept.done ? why : kept.why;
    fprintf(stderr, "%.*s", STR_ARG(why));
    keeper_finish(&k);
    return why.len == 0 ? EXIT_DONE : EXIT_FAULT;
}

static const struct deed deeds[] = {
    {.name = "add",
     .args = {"journal", "add", "--session", "box", "--tag", "evening"},
     .journal = "abn"},
    {.name = "draft and keep", .run = write_and_keep, .journal = "abn"},
    {.name = "amend",
     .args = {"journal", "amend", "20260301T070000Z-0000000a"},
     .journal = "abn"},
    {.name = "merge",
     .args = {"journal", "merge", "other.rec"},
     .same = true,
     .journal = "abf"},
    {.name = "check",
     .args = {"journal", "check"},
     .same = true,
     .journal = "ab"},
    {.name = "list",
     .args = {"journal", "list"},
     .same = true,
     .journal = "ab"},
    {.name = "export",
     .args = {"journal", "export", "--text"},
     .same = true,
     .journal = "ab"},
    {.name = "start after a crash",
     .args = {"journal", "list", "--tsv"},
     .left = true,
     .same = true,
     .journal = "abcf"},
    {.name = "add after a crash",
     .args = {"journal", "add", "--mood-after", "4"},
     .left = true,
     .journal = "abcfn"},
};

static int command_run(const struct deed *d, struct str folder)
{
    char name[] = "breathmark", data[] = "--data";
    char *argv[ARGS + 4] = {name, data, (char *)(uintptr_t)folder.at};
    int argc = 3;
    for (int i = 0; i < ARGS && d->args[i]; i++) {
        argv[argc++] = (char *)(uintptr_t)d->args[i];
    }
    return cli_main(argc, argv);
}

// The deed in a process of its own; its wait status.
static int run(const struct deed *d, struct str folder, int n)
{
    int status = 0;
    setenv("HOME", folder.at, 1);
    *told = (struct told){0};
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct rlimit none = {0};
        struct arena mem = {0};
        setrlimit(RLIMIT_CORE, &none);
        if (chdir(folder.at) != 0 || !freopen("words", "r", stdin) ||
            !freopen("out", "w", stdout) || !freopen("err", "w", stderr)) {
            _exit(99);
        }
        setvbuf(stderr, NULL, _IONBF, 0); // as it is for a person
        memory_fail(n, &told->met);
        int done = d->run ? d->run(&mem) : command_run(d, folder);
        memory_fail(0, NULL);
        arena_finish(&mem);
        exit(done); // so that leaks are looked for
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

struct attempt {
    const struct deed *deed;
    struct str folder, out, err;
    int n, status;
};

static void refuse(const struct attempt *a, const char *what)
{
    print_error("%s, allocation %d: %s\n%.*s\n", a->deed->name, a->n, what,
                STR_ARG(a->err));
    fail();
}

// How it ended, and what was said.
static void check_end(const struct attempt *a, struct str whole_out)
{
    if (count_in(a->err, STR("Sanitizer")) > 0 ||
        count_in(a->err, STR("runtime error:")) > 0) {
        refuse(a, "a sanitizer stopped it");
    }
    if (!WIFEXITED(a->status)) {
        refuse(a, "it crashed");
    }
    int status = WEXITSTATUS(a->status);
    if (status != EXIT_DONE && status != EXIT_FAULT) {
        refuse(a, "its status is none of the contract's");
    }
    bool ran_out = count_in(a->err, STR("breathmark: out of memory; ")) > 0;
    if (ran_out && (status != EXIT_FAULT || !told->met)) {
        refuse(a, "it ran out of memory, and says it went well");
    }
    if (status == EXIT_FAULT && (!told->met || a->err.len == 0)) {
        refuse(a, "it failed without saying why");
    }
    // A start goes on without what it could not take in, and says so.
    if (status == EXIT_DONE && a->deed->same && !str_equal(a->out, whole_out) &&
        count_in(a->err, STR("memory")) == 0) {
        refuse(a, "it left something out and said nothing");
    }
}

static bool went_well(const struct attempt *a)
{
    return WIFEXITED(a->status) && WEXITSTATUS(a->status) == EXIT_DONE;
}

// At the next start, with memory enough.
static void check_kept(const struct attempt *a)
{
    struct arena mem = {0};
    struct paths paths = paths_find(a->folder, &mem);
    struct journal_files_options wish = {.paths = &paths};
    struct journal_files files;
    struct str why = STR_NONE;
    if (!journal_files_open(&files, &wish, true, &mem, &why)) {
        refuse(a, "the journal cannot be read afterwards");
    }
    struct str journal = get(&mem, a->folder, "journal.rec");
    struct str all = everything(&mem, a->folder);
    for (const char *c = a->deed->left ? "abcf" : "ab"; *c; c++) {
        struct str record = record_of(&mem, *c, false);
        if (count_in(journal, record) != 1 ||
            count_in(journal, words_of(&mem, *c)) != 1) {
            refuse(a, "an entry is not in the journal once");
        }
    }
    for (const char *c = a->deed->left ? "dg" : ""; *c; c++) {
        if (count_in(all, words_of(&mem, *c)) == 0) {
            refuse(a, "an unfinished text is lost");
        }
    }
    for (const char *c = a->deed->journal; *c; c++) {
        size_t count = count_in(journal, words_of(&mem, *c));
        bool due = *c != 'n' ? went_well(a) : went_well(a) || told->saved == 3;
        if (count > 1 || (due && count == 0)) {
            refuse(a, "what was acknowledged is not there once");
        }
    }
    if ((told->saved >= 1 && count_in(all, STR("Draft of one.")) == 0) ||
        (told->saved >= 2 && count_in(all, STR("Draft of two.")) == 0)) {
        refuse(a, "a draft that was saved is lost");
    }
    for (struct str rest = journal; rest.len > 0;) {
        if (!rec_line_is_valid(str_cut(&rest, '\n'))) {
            refuse(a, "a slip is left in the journal");
        }
    }
    arena_finish(&mem);
}

static void every_allocation_fails(void **state)
{
    const char *root = *state;
    for (size_t i = 0; i < sizeof(deeds) / sizeof(deeds[0]); i++) {
        struct arena mem = {0}, kept = {0};
        struct str whole_out = STR_NONE;
        int n = 0;
        do { // first without a failure
            struct attempt a = {.deed = &deeds[i], .n = n};
            a.folder = arena_printf(&mem, "%s/%zu-%d", root, i, n);
            make_start(&mem, a.folder, deeds[i].left);
            a.status = run(&deeds[i], a.folder, n);
            a.out = get(&mem, a.folder, "out");
            a.err = get(&mem, a.folder, "err");
            if (n == 0) {
                whole_out = arena_copy(&kept, a.out);
                assert_true(went_well(&a));
            }
            check_end(&a, whole_out);
            check_kept(&a);
            arena_finish(&mem);
            n++;
            assert_true(n < RUNS_MOST);
        } while (n == 1 || told->met);
        print_message("%s: %d allocations\n", deeds[i].name, n - 2);
        assert_true(n > FEWEST);
        arena_finish(&kept);
    }
}

static int make_root(void **state)
{
    static char root[64];
    const char *parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(root, sizeof(root), "%s/breathmark-test-XXXXXX", parent);
    told = mmap(NULL, sizeof(*told), PROT_READ | PROT_WRITE,
                MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    *state = mkdtemp(root);
    return *state && told != MAP_FAILED ? 0 : -1;
}

static int remove_root(void **state)
{
    char command[128];
    snprintf(command, sizeof(command), "rm -rf '%s'", (const char *)*state);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_allocation_fails)};
    return cmocka_run_group_tests(tests, make_root, remove_root);
}
