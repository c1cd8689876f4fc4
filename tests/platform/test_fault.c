// SPDX-License-Identifier: MIT
// The n-th call to the disk fails, for every n until none is left to fail:
// alone, or it and all after it; with short writes; with errors of each kind.
// Whatever is said must be true, and once the disk is well again nothing is
// missing.
#include "fake_case.h"

#include <errno.h>

static const int errors[] = {-EIO,   -ENOSPC, -EDQUOT, -EROFS,
                             -EINTR, -EACCES, -EMFILE};

struct fault {
    int at, error;
    bool on, short_writes;
};

// What the file and its neighbours hold at the start.
enum scene { SCENE_NOTHING = 0, SCENE_JOURNAL, SCENE_TORN, SCENE_SIBLING };

static struct fake_disk *disk_of(enum scene scene, struct arena *mem)
{
    struct fake_disk *f = fake_create();
    fake_put_folder(f, "/r");
    if (scene == SCENE_NOTHING) {
        return f;
    }
    struct str draft = record_of(mem, "b");
    struct str torn = scene == SCENE_TORN ? str_sub(draft, 0, 200) : STR("");
    fake_put_folder(f, "/r/d");
    fake_put_folder(f, "/r/d/drafts");
    fake_put(f, "/r/d/journal.rec",
             arena_printf(mem, "%s%.*s\n%.*s", head_text,
                          STR_ARG(record_of(mem, "a")), STR_ARG(torn)));
    if (scene == SCENE_TORN) {
        fake_put(f, "/r/d/drafts/b.rec", draft);
    }
    if (scene == SCENE_SIBLING) {
        fake_put(f, "/r/d/journal.sync-conflict-1.rec", draft);
    }
    return f;
}

static void fail_fault(const struct fault *fault, struct str text,
                       const char *what)
{
    print_error("call %d, error %d, on %d, short %d: %s\n%.*s\n", fault->at,
                fault->error, fault->on, fault->short_writes, what,
                STR_ARG(text));
    fail();
}

static void check_healed(const struct fault *fault, struct fake_disk *f,
                         enum scene scene, bool x_is_safe)
{
    recover(f);
    if (!keep(f, "z")) {
        fail_fault(fault, STR(""), "z is not kept on a sound disk");
    }
    struct str text = fake_get(f, "/r/d/journal.rec");
    if (!has_whole(text, "z") || (x_is_safe && !has_whole(text, "x")) ||
        (scene >= SCENE_JOURNAL && !has_whole(text, "a")) ||
        (scene >= SCENE_TORN && !has_whole(text, "b"))) {
        fail_fault(fault, text, "something is lost");
    }
    if (count_id(text, "x") > 1 || count_id(text, "b") > 1) {
        fail_fault(fault, text, "something is there twice");
    }
    for (struct str rest = text; rest.len > 0;) {
        if (!rec_line_is_valid(str_cut(&rest, '\n'))) {
            fail_fault(fault, text, "a slip is left in the file");
        }
    }
}

// Whether x is in the file after a power cut that takes all that was not
// synced.
static bool survives(const struct fake_disk *f, enum scene scene)
{
    struct arena mem = {0};
    struct crash cut = {.ops = f->op_count, .write = -1, .fate = FATE_LOST};
    struct fake_disk *start = disk_of(scene, &mem);
    struct fake_disk *after = fake_crash(start, f, &cut);
    bool whole = has_whole(fake_get(after, "/r/d/journal.rec"), "x");
    fake_destroy(after);
    fake_destroy(start);
    arena_finish(&mem);
    return whole;
}

// True when the fault was met.
static bool try_fault(const struct fault *fault, enum scene scene)
{
    struct arena mem = {0};
    struct fake_disk *f = disk_of(scene, &mem);
    struct ledger l = ledger_on(f);
    struct draft d = {.id = STR("x")};
    struct str record = record_of(&mem, "x");
    f->fail_at = fault->at;
    f->fail_with = fault->error;
    f->fail_on = fault->on;
    f->short_writes = fault->short_writes;
    ledger_recover(&l, &mem, NULL);
    struct kept kept = ledger_keep(&l, &d, record, &mem);
    f->fail_at = 0;
    struct str text = fake_get(f, "/r/d/journal.rec");
    if (kept.done && !has_whole(text, "x")) {
        fail_fault(fault, text, "said to be kept, and is not");
    }
    if (kept.done && !survives(f, scene)) {
        fail_fault(fault, text, "said to be kept, and a power cut takes it");
    }
    if (!kept.done && !fault->on && count_id(text, "x") > 0 &&
        !has_whole(text, "x")) {
        fail_fault(fault, text, "half of it was left in the file");
    }
    if (!kept.done && kept.why.len == 0) {
        fail_fault(fault, text, "no reason is given");
    }
    if (kept.draft.len > 0 && !str_equal(fake_get(f, kept.draft.at), record)) {
        fail_fault(fault, text, "the draft is not what was written");
    }
    if (!kept.done && kept.draft.len == 0 && !fault->on) {
        fail_fault(fault, text, "one fault cost both the file and the draft");
    }
    for (int fd = 0; fd < FAKE_FDS; fd++) {
        assert_int_equal(f->fds[fd], -1);
    }
    bool met = f->failures > 0;
    check_healed(fault, f, scene, kept.done || kept.draft.len > 0);
    fake_destroy(f);
    arena_finish(&mem);
    return met;
}

static void every_call_fails_once(void **state)
{
    (void)state;
    for (enum scene scene = SCENE_NOTHING; scene <= SCENE_SIBLING; scene++) {
        for (size_t e = 0; e < sizeof(errors) / sizeof(errors[0]); e++) {
            for (int how = 0; how < 4; how++) {
                struct fault fault = {.at = 1,
                                      .error = errors[e],
                                      .on = how % 2 == 1,
                                      .short_writes = how >= 2};
                if (fault.on && fault.error == -EINTR) {
                    continue; // a signal at every call, for ever
                }
                while (try_fault(&fault, scene)) {
                    fault.at++;
                }
                assert_true(fault.at > 20);
            }
        }
    }
}

static void a_disk_that_lies_is_not_believed(void **state)
{
    (void)state;
    int lies = 0;
    for (int at = 1; at < 100; at++) {
        struct arena mem = {0};
        struct fake_disk *f = disk_of(SCENE_JOURNAL, &mem);
        f->lie_at = at;
        bool done = keep(f, "x");
        struct str text = fake_get(f, "/r/d/journal.rec");
        assert_true(done == has_whole(text, "x"));
        lies += !done;
        fake_destroy(f);
        arena_finish(&mem);
    }
    assert_true(lies > 0);
}

// An editor that read the file at the start writes it back by a rename, at any
// moment up to the last look at what stands there: what is said to be kept is
// in the file that stands there in the end.
static void an_editor_that_replaces_the_file_is_seen(void **state)
{
    (void)state;
    for (enum scene scene = SCENE_JOURNAL; scene <= SCENE_SIBLING; scene++) {
        for (int at = 1; at < 120; at++) {
            struct arena mem = {0};
            struct fake_disk *f = disk_of(scene, &mem);
            f->replace_at = at;
            f->replace_path = STR("/r/d/journal.rec");
            f->replace_text = arena_copy(&mem, fake_get(f, "/r/d/journal.rec"));
            recover(f);
            int b_seen = f->stat_call;
            assert_true(f->stat_call >= f->write_call);
            assert_true(keep(f, "x"));
            struct str text = fake_get(f, "/r/d/journal.rec");
            bool x_must = at <= f->stat_call;
            assert_true(f->stat_call > f->write_call);
            bool b_must = scene != SCENE_JOURNAL && at <= b_seen;
            if ((x_must && !has_whole(text, "x")) ||
                (b_must && !has_whole(text, "b"))) {
                struct fault fault = {.at = at};
                fail_fault(&fault, text, "the editor's file lacks it");
            }
            fake_destroy(f);
            arena_finish(&mem);
        }
    }
}

static bool make_more(void *self, struct str before, struct buf *after)
{
    struct str *more = self;
    buf_put(after, before);
    buf_put(after, *more);
    return true;
}

// What is told as done stays done when the power goes at once.
static void assert_names_are_safe(const struct fake_disk *f)
{
    int renames = 0;
    for (int i = 0; i < f->op_count; i++) {
        if (f->ops[i].kind == FAKE_RENAME) {
            assert_true(fake_is_synced(f, i, f->op_count));
            renames++;
        }
    }
    assert_true(renames > 0);
}

static void a_rewrite_is_all_or_nothing(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct str more = record_of(&mem, "m"), why = STR_NONE;
    struct rewrite how = {.make = make_more, .self = &more, .backup = true};
    bool met = true;
    for (int at = 1; met; at++) {
        struct fake_disk *f = disk_of(SCENE_JOURNAL, &mem);
        struct ledger l = ledger_on(f);
        struct str before = arena_copy(&mem, fake_get(f, "/r/d/journal.rec"));
        f->fail_at = at;
        f->fail_with = -EIO;
        bool well = ledger_rewrite(&l, &how, &mem, &why);
        struct str text = fake_get(f, "/r/d/journal.rec");
        bool whole = text.len == before.len + more.len &&
                     str_starts(text, before) && str_ends(text, more);
        assert_true(whole || str_equal(text, before));
        assert_true(whole || !well);
        if (well) {
            assert_true(str_equal(fake_get(f, "/r/d/journal.rec.bak"), before));
            assert_names_are_safe(f);
        }
        met = f->failures > 0;
        fake_destroy(f);
    }
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_call_fails_once),
        cmocka_unit_test(a_disk_that_lies_is_not_believed),
        cmocka_unit_test(an_editor_that_replaces_the_file_is_seen),
        cmocka_unit_test(a_rewrite_is_all_or_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
