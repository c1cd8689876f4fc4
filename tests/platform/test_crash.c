// SPDX-License-Identifier: MIT
// Every state that a crash can leave, and a second crash during the recovery
// from it: what was acknowledged is whole, what was there is untouched, a whole
// draft is found again, and the file reads without a slip. With "all" every
// byte of every write is a place to cut; without it one in 29.
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake_case.h"

static int stride = 29;
static long states;

struct scene {
    struct fake_disk *start; // never written to
    struct fake_disk *disk;
    struct arena mem;
    const char *ids[8]; // "x" and so on, acknowledged after acked[i] ops
    int acked[8];
    size_t count;
};

// The op after which the draft of id is safe; -1 when it never is.
static int draft_safe_at(const struct scene *s, const char *id)
{
    struct buf path = {0};
    int safe = -1;
    buf_printf(&path, "/r/d/drafts/%s.rec", id);
    for (int i = 0; i < s->disk->op_count && safe < 0; i++) {
        const struct fake_op *op = &s->disk->ops[i];
        for (int k = i + 2;
             op->kind == FAKE_RENAME && safe < 0 &&
             str_equal(op->to, buf_view(&path)) && k <= s->disk->op_count;
             k++) {
            safe = fake_is_synced(s->disk, i, k) ? k : -1;
        }
    }
    buf_finish(&path);
    return safe;
}

static void fail_state(const struct scene *s, const struct crash *c,
                       struct str text, const char *what, const char *id)
{
    print_error("after %d ops (write %d, fate %d, cut %d, names %d): %s %s\n",
                c->ops, c->write, (int)c->fate, (int)c->cut, c->names, what,
                id);
    for (int i = 0; i < c->ops; i++) {
        const struct fake_op *op = &s->disk->ops[i];
        print_error("  %d node %d %zu %.*s %.*s\n", (int)op->kind, op->node,
                    op->bytes.len, STR_ARG(op->from), STR_ARG(op->to));
    }
    print_error("%.*s\n", STR_ARG(text));
    fail();
}

// What must hold after recovery and one more entry, whatever the crash left.
static void check(const struct scene *s, const struct crash *c,
                  struct fake_disk *after)
{
    struct str before = fake_get(s->start, "/r/d/journal.rec");
    recover(after);
    if (!keep(after, "z")) {
        fail_state(s, c, STR(""), "not kept", "z");
    }
    struct str text = fake_get(after, "/r/d/journal.rec");
    if (has_whole(before, "a") && !has_whole(text, "a")) {
        fail_state(s, c, text, "gone, though there before:", "a");
    }
    for (size_t i = 0; i < s->count; i++) {
        const char *id = s->ids[i];
        int safe = draft_safe_at(s, id);
        bool must = s->acked[i] <= c->ops || (safe >= 0 && safe <= c->ops);
        if (must && !has_whole(text, id)) {
            fail_state(s, c, text, "lost", id);
        }
        if (count_id(text, id) > 1) {
            fail_state(s, c, text, "twice", id);
        }
    }
    if (!has_whole(text, "z") || !str_starts(text, STR("# A head."))) {
        fail_state(s, c, text, "no", "z");
    }
    for (struct str rest = text; rest.len > 0;) {
        if (!rec_line_is_valid(str_cut(&rest, '\n'))) {
            fail_state(s, c, text, "a slip in", "the file");
        }
    }
    states++;
}

static void crash_again(const struct scene *s, const struct crash *c)
{
    static const struct {
        enum fate fate;
        int64_t cut;
    } fates[] = {{FATE_KEPT, 0},
                 {FATE_LOST, 0},
                 {FATE_CUT, 150},
                 {FATE_ZEROS, 150},
                 {FATE_HOLE, 150}};
    struct fake_disk *first = fake_crash(s->start, s->disk, c);
    struct fake_disk *start = fake_crash(s->start, s->disk, c);
    recover(first);
    for (int ops = 0; ops <= first->op_count; ops++) {
        for (size_t i = 0; i < 5; i++) {
            struct crash again = {.ops = ops,
                                  .write = -1,
                                  .fate = fates[i].fate,
                                  .cut = fates[i].cut,
                                  .names = i % 2 ? 0 : FAKE_OPS};
            struct fake_disk *after = fake_crash(start, first, &again);
            check(s, c, after);
            fake_destroy(after);
        }
    }
    fake_destroy(first);
    fake_destroy(start);
}

static void try_cuts(const struct scene *s, struct crash c, int64_t len)
{
    // The last bytes, those of End, always one by one.
    for (int64_t cut = 0; cut <= len; cut += len - cut > 24 ? stride : 1) {
        c.cut = cut;
        struct fake_disk *after = fake_crash(s->start, s->disk, &c);
        check(s, &c, after);
        fake_destroy(after);
        if (cut % (stride * 16) == 0) {
            crash_again(s, &c);
        }
    }
}

// All states after the first `ops` operations.
static void try_prefix(const struct scene *s, int ops)
{
    int writes = 0, names = 0;
    int64_t lengths[FAKE_OPS] = {0};
    for (int i = 0; i < ops; i++) {
        const struct fake_op *op = &s->disk->ops[i];
        if (op->kind == FAKE_SYNC || fake_is_synced(s->disk, i, ops)) {
            continue;
        }
        if (fake_is_data(op)) {
            lengths[writes++] = (int64_t)op->bytes.len;
        } else {
            names++;
        }
    }
    for (int kept = 0; kept <= names; kept++) {
        struct crash c = {.ops = ops, .write = -1, .names = kept};
        try_cuts(s, c, 0);
        c.fate = FATE_LOST;
        try_cuts(s, c, 0);
        for (c.write = 0; c.write < writes; c.write++) {
            c.fate = FATE_CUT;
            try_cuts(s, c, lengths[c.write]);
            c.fate = FATE_ZEROS;
            try_cuts(s, c, lengths[c.write]);
            c.fate = FATE_HOLE;
            try_cuts(s, c, lengths[c.write]);
        }
    }
}

static struct scene *scene_begin(void)
{
    struct scene *s = calloc(1, sizeof(*s));
    assert_non_null(s);
    s->start = fake_create();
    fake_put_folder(s->start, "/r");
    return s;
}

// Runs two entries on a copy of the start, then goes through all crashes.
static void scene_run(struct scene *s)
{
    struct crash nothing = {0};
    struct fake_disk *empty = fake_create();
    s->disk = fake_crash(s->start, empty, &nothing);
    fake_destroy(empty);
    recover(s->disk);
    for (int i = 0; i < 2; i++) {
        s->ids[s->count] = i == 0 ? "x" : "y";
        assert_true(keep(s->disk, s->ids[s->count]));
        s->acked[s->count++] = s->disk->op_count;
    }
    for (int ops = 0; ops <= s->disk->op_count; ops++) {
        try_prefix(s, ops);
    }
    fake_destroy(s->disk);
    fake_destroy(s->start);
    arena_finish(&s->mem);
    free(s);
}

static void from_nothing(void **state)
{
    (void)state;
    scene_run(scene_begin());
}

static void put_journal(struct scene *s, const char *tail)
{
    struct buf text = {0};
    fake_put_folder(s->start, "/r/d");
    fake_put_folder(s->start, "/r/d/drafts");
    buf_put(&text, str_from(head_text));
    buf_put(&text, record_of(&s->mem, "a"));
    buf_put(&text, str_from(tail));
    fake_put(s->start, "/r/d/journal.rec", buf_view(&text));
    buf_finish(&text);
}

static void from_a_journal(void **state)
{
    (void)state;
    struct scene *s = scene_begin();
    put_journal(s, "\n# a comment\n");
    scene_run(s);
}

static void from_a_torn_journal_and_its_draft(void **state)
{
    (void)state;
    struct scene *s = scene_begin();
    struct str draft = record_of(&s->mem, "b");
    put_journal(
        s, arena_printf(&s->mem, "\n%.*s", STR_ARG(str_sub(draft, 0, 200))).at);
    fake_put(s->start, "/r/d/drafts/b.rec", draft);
    s->ids[0] = "b";
    s->acked[0] = 0;
    s->count = 1;
    scene_run(s);
}

static void from_a_tear_without_a_draft(void **state)
{
    (void)state;
    struct scene *s = scene_begin();
    put_journal(s, "\nId: c\nText: some words\n+ Te\n+ an\nte");
    scene_run(s);
}

static void from_a_sibling(void **state)
{
    (void)state;
    struct scene *s = scene_begin();
    put_journal(s, "");
    fake_put(s->start, "/r/d/journal.sync-conflict-1.rec",
             record_of(&s->mem, "b"));
    s->ids[0] = "b";
    s->acked[0] = 0;
    s->count = 1;
    scene_run(s);
}

// Where the file cannot be, the draft that is named must outlive a crash.
static void a_draft_that_is_named_is_safe(void **state)
{
    (void)state;
    struct scene *s = scene_begin();
    struct crash nothing = {0};
    struct fake_disk *empty = fake_create();
    fake_put_folder(s->start, "/r/d");
    fake_put_folder(s->start, "/r/d/journal.rec");
    s->disk = fake_crash(s->start, empty, &nothing);
    assert_false(keep(s->disk, "x"));
    struct crash worst = {
        .ops = s->disk->op_count, .write = -1, .fate = FATE_LOST};
    struct fake_disk *after = fake_crash(s->start, s->disk, &worst);
    struct str draft = fake_get(after, "/r/d/drafts/x.rec");
    assert_true(str_equal(draft, record_of(&s->mem, "x")));
    fake_destroy(after);
    fake_destroy(empty);
    fake_destroy(s->disk);
    fake_destroy(s->start);
    arena_finish(&s->mem);
    free(s);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_nothing),
        cmocka_unit_test(from_a_journal),
        cmocka_unit_test(from_a_torn_journal_and_its_draft),
        cmocka_unit_test(from_a_tear_without_a_draft),
        cmocka_unit_test(from_a_sibling),
        cmocka_unit_test(a_draft_that_is_named_is_safe),
    };
    if (argc > 1 && strcmp(argv[1], "all") == 0) {
        stride = 1;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    printf("%ld states\n", states);
    return failed;
}
