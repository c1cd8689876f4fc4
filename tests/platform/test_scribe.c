// SPDX-License-Identifier: MIT
// data.md, step 0: drafts, on a disk that takes its time, and the keeping of a
// record beside them. Whoever puts a text waits for nothing; the last state is
// on the disk when the scribe has settled, at the end too; what was removed
// stays away.
#include "ledger_case.h"

#include <errno.h>
#include <semaphore.h>
#include <sys/stat.h>

#include "platform/scribe.h"

// The real disk, which syncs when it is let.
struct slow {
    struct disk disk;
    sem_t came, go;
    int error;
};

static int slow_sync(void *self, int fd)
{
    struct slow *s = self;
    sem_post(&s->came);
    while (sem_wait(&s->go) != 0 && errno == EINTR) {
    }
    return s->error != 0 ? s->error : disk_system()->sync(NULL, fd);
}

// A scribe at its desk.
struct desk {
    struct slow slow;
    struct ledger_case *c;
    struct draft d; // "a"
    struct scribe *s;
    struct str why;
    struct kept kept;
};

static struct desk *begin(bool yields)
{
    static struct desk k;
    k = (struct desk){.slow = {.disk = *disk_system()}, .d = {.id = STR("a")}};
    k.slow.disk.self = &k.slow;
    k.slow.disk.sync = slow_sync;
    sem_init(&k.slow.came, 0, 0);
    sem_init(&k.slow.go, 0, 0);
    k.c = case_begin();
    k.c->ledger.disk = &k.slow.disk;
    k.s = scribe_create(&k.c->ledger, yields);
    return &k;
}

static void end(struct desk *k)
{
    scribe_settle(k->s);
    draft_finish(&k->c->ledger, &k->d);
    scribe_destroy(k->s);
    case_end(k->c);
}

static void put(struct desk *k, const char *text)
{
    scribe_put(k->s, &k->d, str_from(text));
}

static struct str draft_of(struct desk *k)
{
    return case_read(k->c, "drafts/a.rec");
}

static void let(struct desk *k, int syncs)
{
    for (int i = 0; i < syncs; i++) {
        sem_post(&k->slow.go);
    }
}

enum { FREELY = 10000 };

static void nobody_waits_for_the_disk_and_the_last_state_counts(void **state)
{
    (void)state;
    struct desk *k = begin(false);
    put(k, "Text: one\n");
    sem_wait(&k->slow.came); // it is at the disk, which does not end
    put(k, "Text: two\n");
    put(k, "Text: three\n");
    let(k, FREELY);
    scribe_settle(k->s);
    assert_false(scribe_failed(k->s, &k->c->mem, &k->why));
    assert_true(k->d.held);
    assert_true(str_ends(k->d.path, STR("/drafts/a.rec")));
    assert_str(draft_of(k), "Text: three\n");
    end(k);
}

static void the_end_waits_for_what_was_put(void **state)
{
    (void)state;
    struct desk *k = begin(false);
    put(k, "Text: one\n");
    sem_wait(&k->slow.came);
    put(k, "Text: last\n");
    let(k, FREELY);
    scribe_destroy(k->s);
    assert_str(draft_of(k), "Text: last\n");
    case_end(k->c);
}

static void what_is_removed_stays_away(void **state)
{
    (void)state;
    struct desk *k = begin(false);
    put(k, "Text: one\n");
    sem_wait(&k->slow.came);
    put(k, "Text: two\n");
    scribe_remove(k->s, &k->d);
    let(k, FREELY);
    scribe_settle(k->s);
    assert_false(file_exists(case_path(k->c, "drafts/a.rec")));
    put(k, "Text: anew\n");
    scribe_settle(k->s);
    assert_str(draft_of(k), "Text: anew\n");
    end(k);
}

static void a_disk_that_fails_is_told_until_it_is_well(void **state)
{
    (void)state;
    struct desk *k = begin(false);
    k->slow.error = -ENOSPC;
    let(k, FREELY);
    put(k, "Text: one\n");
    scribe_settle(k->s);
    assert_true(scribe_failed(k->s, &k->c->mem, &k->why));
    assert_str(k->why, "the disk is full; make room on it");
    k->slow.error = 0;
    put(k, "Text: one\n");
    scribe_settle(k->s);
    assert_false(scribe_failed(k->s, &k->c->mem, &k->why));
    assert_str(draft_of(k), "Text: one\n");
    end(k);
}

static void a_file_that_another_holds_is_left_to_it(void **state)
{
    (void)state;
    struct desk *k = begin(true);
    struct draft theirs = {.id = STR("a")};
    let(k, FREELY);
    assert_true(draft_save(&k->c->ledger, &theirs, STR("Text: theirs\n"),
                           &k->c->mem, &k->why));
    put(k, "Text: ours\n");
    scribe_settle(k->s);
    assert_str(draft_of(k), "Text: theirs\n");
    draft_finish(&k->c->ledger, &theirs);
    put(k, "Text: ours\n");
    scribe_settle(k->s);
    assert_str(draft_of(k), "Text: ours\n");
    end(k);
}

// Keep: whoever asks goes on at once, and is told how it ended. A draft that
// was put before is older than the record.
static void a_record_is_kept_while_others_go_on(void **state)
{
    (void)state;
    struct desk *k = begin(false);
    put(k, "Text: not all\n");
    sem_wait(&k->slow.came);
    put(k, "Text: not all yet\n");
    scribe_keep(k->s, &k->d, case_record(k->c, "a", "All of it."));
    assert_false(scribe_kept(k->s, &k->c->mem, &k->kept));
    let(k, FREELY);
    scribe_settle(k->s);
    assert_true(scribe_kept(k->s, &k->c->mem, &k->kept));
    assert_true(k->kept.done);
    assert_false(scribe_kept(k->s, &k->c->mem, &k->kept)); // told once
    assert_true(
        str_has(case_read(k->c, "journal.rec"), STR("Text: All of it.")));
    assert_int_equal(case_count(k->c, "drafts"), 0);
    end(k);
}

static void what_could_not_be_kept_is_told_with_its_draft(void **state)
{
    (void)state;
    struct desk *k = begin(false);
    let(k, FREELY);
    assert_int_equal(mkdir(case_path(k->c, "journal.rec").at, 0700), 0);
    scribe_keep(k->s, &k->d, case_record(k->c, "a", "Still here."));
    scribe_settle(k->s);
    assert_true(scribe_kept(k->s, &k->c->mem, &k->kept));
    assert_false(k->kept.done);
    assert_str(k->kept.why, "it is a folder; move it away");
    assert_true(str_ends(k->kept.draft, STR("/drafts/a.rec")));
    assert_true(str_has(draft_of(k), STR("Text: Still here.")));
    // Nor is there room for a draft: it has failed as a save does.
    assert_false(scribe_failed(k->s, &k->c->mem, &k->why));
    k->slow.error = -ENOSPC;
    scribe_keep(k->s, &k->d, case_record(k->c, "a", "More."));
    scribe_settle(k->s);
    assert_true(scribe_kept(k->s, &k->c->mem, &k->kept));
    assert_true(scribe_failed(k->s, &k->c->mem, &k->why));
    end(k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_waits_for_the_disk_and_the_last_state_counts),
        cmocka_unit_test(the_end_waits_for_what_was_put),
        cmocka_unit_test(what_is_removed_stays_away),
        cmocka_unit_test(a_disk_that_fails_is_told_until_it_is_well),
        cmocka_unit_test(a_file_that_another_holds_is_left_to_it),
        cmocka_unit_test(a_record_is_kept_while_others_go_on),
        cmocka_unit_test(what_could_not_be_kept_is_told_with_its_draft),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
