// SPDX-License-Identifier: MIT
// data.md, step 0: drafts, on a disk that takes its time, and the keeping of a
// record beside them. Whoever puts a text waits for nothing; the last state is on the disk when the scribe has settled,
// at the end too; what was removed stays away.
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

static struct ledger_case *begin(struct slow *s)
{
    struct ledger_case *c = case_begin();
    *s = (struct slow){.disk = *disk_system()};
    s->disk.self = s;
    s->disk.sync = slow_sync;
    sem_init(&s->came, 0, 0);
    sem_init(&s->go, 0, 0);
    c->ledger.disk = &s->disk;
    return c;
}

static void let(struct slow *s, int syncs)
{
    for (int i = 0; i < syncs; i++) {
        sem_post(&s->go);
    }
}

enum { FREELY = 10000 };

static void nobody_waits_for_the_disk_and_the_last_state_counts(void **state)
{
    (void)state;
    struct slow slow;
    struct ledger_case *c = begin(&slow);
    struct draft d = {.id = STR("a")};
    struct scribe *s = scribe_create(&c->ledger, false);
    scribe_put(s, &d, STR("Text: one\n"));
    sem_wait(&slow.came); // it is at the disk, which does not end
    scribe_put(s, &d, STR("Text: two\n"));
    scribe_put(s, &d, STR("Text: three\n"));
    let(&slow, FREELY);
    scribe_settle(s);
    struct str why = STR_NONE;
    assert_false(scribe_failed(s, &c->mem, &why));
    assert_true(d.held);
    assert_true(str_ends(d.path, STR("/drafts/a.rec")));
    assert_str(case_read(c, "drafts/a.rec"), "Text: three\n");
    draft_finish(&c->ledger, &d);
    scribe_destroy(s);
    case_end(c);
}

static void the_end_waits_for_what_was_put(void **state)
{
    (void)state;
    struct slow slow;
    struct ledger_case *c = begin(&slow);
    struct draft d = {.id = STR("a")};
    struct scribe *s = scribe_create(&c->ledger, false);
    scribe_put(s, &d, STR("Text: one\n"));
    sem_wait(&slow.came);
    scribe_put(s, &d, STR("Text: last\n"));
    let(&slow, FREELY);
    scribe_destroy(s);
    assert_str(case_read(c, "drafts/a.rec"), "Text: last\n");
    case_end(c);
}

static void what_is_removed_stays_away(void **state)
{
    (void)state;
    struct slow slow;
    struct ledger_case *c = begin(&slow);
    struct draft d = {.id = STR("a")};
    struct scribe *s = scribe_create(&c->ledger, false);
    scribe_put(s, &d, STR("Text: one\n"));
    sem_wait(&slow.came);
    scribe_put(s, &d, STR("Text: two\n"));
    scribe_remove(s, &d);
    let(&slow, FREELY);
    scribe_settle(s);
    assert_false(file_exists(case_path(c, "drafts/a.rec")));
    scribe_put(s, &d, STR("Text: anew\n"));
    scribe_settle(s);
    assert_str(case_read(c, "drafts/a.rec"), "Text: anew\n");
    draft_finish(&c->ledger, &d);
    scribe_destroy(s);
    case_end(c);
}

static void a_disk_that_fails_is_told_until_it_is_well(void **state)
{
    (void)state;
    struct slow slow;
    struct ledger_case *c = begin(&slow);
    struct str why = STR_NONE;
    struct draft d = {.id = STR("a")};
    struct scribe *s = scribe_create(&c->ledger, false);
    slow.error = -ENOSPC;
    let(&slow, FREELY);
    scribe_put(s, &d, STR("Text: one\n"));
    scribe_settle(s);
    assert_true(scribe_failed(s, &c->mem, &why));
    assert_str(why, "the disk is full; make room on it");
    slow.error = 0;
    scribe_put(s, &d, STR("Text: one\n"));
    scribe_settle(s);
    assert_false(scribe_failed(s, &c->mem, &why));
    assert_str(case_read(c, "drafts/a.rec"), "Text: one\n");
    draft_finish(&c->ledger, &d);
    scribe_destroy(s);
    case_end(c);
}

static void a_file_that_another_holds_is_left_to_it(void **state)
{
    (void)state;
    struct slow slow;
    struct ledger_case *c = begin(&slow);
    struct str why = STR_NONE;
    struct draft theirs = {.id = STR("a")}, d = theirs;
    let(&slow, FREELY);
    assert_true(
        draft_save(&c->ledger, &theirs, STR("Text: theirs\n"), &c->mem, &why));
    struct scribe *s = scribe_create(&c->ledger, true);
    scribe_put(s, &d, STR("Text: ours\n"));
    scribe_settle(s);
    assert_str(case_read(c, "drafts/a.rec"), "Text: theirs\n");
    draft_finish(&c->ledger, &theirs);
    scribe_put(s, &d, STR("Text: ours\n"));
    scribe_settle(s);
    assert_str(case_read(c, "drafts/a.rec"), "Text: ours\n");
    draft_finish(&c->ledger, &d);
    scribe_destroy(s);
    case_end(c);
}

// Keep: whoever asks goes on at once, and is told how it ended. A draft that
// was put before is older than the record.
static void a_record_is_kept_while_others_go_on(void **state)
{
    (void)state;
    struct slow slow;
    struct ledger_case *c = begin(&slow);
    struct kept kept = {0};
    struct draft d = {.id = STR("a")};
    struct scribe *s = scribe_create(&c->ledger, false);
    scribe_put(s, &d, STR("Text: not all\n"));
    sem_wait(&slow.came);
    scribe_put(s, &d, STR("Text: not all yet\n"));
    scribe_keep(s, &d, case_record(c, "a", "All of it."));
    assert_false(scribe_kept(s, &c->mem, &kept));
    let(&slow, FREELY);
    scribe_settle(s);
    assert_true(scribe_kept(s, &c->mem, &kept));
    assert_true(kept.done);
    assert_false(scribe_kept(s, &c->mem, &kept)); // told once
    assert_true(str_has(case_read(c, "journal.rec"), STR("Text: All of it.")));
    assert_int_equal(case_count(c, "drafts"), 0);
    scribe_destroy(s);
    case_end(c);
}

static void what_could_not_be_kept_is_told_with_its_draft(void **state)
{
    (void)state;
    struct slow slow;
    struct ledger_case *c = begin(&slow);
    struct kept kept = {0};
    struct draft d = {.id = STR("a")};
    struct scribe *s = scribe_create(&c->ledger, false);
    let(&slow, FREELY);
    assert_int_equal(mkdir(case_path(c, "journal.rec").at, 0700), 0);
    scribe_keep(s, &d, case_record(c, "a", "Still here."));
    scribe_settle(s);
    assert_true(scribe_kept(s, &c->mem, &kept));
    assert_false(kept.done);
    assert_str(kept.why, "it is a folder; move it away");
    assert_true(str_ends(kept.draft, STR("/drafts/a.rec")));
    assert_true(
        str_has(case_read(c, "drafts/a.rec"), STR("Text: Still here.")));
    draft_finish(&c->ledger, &d);
    scribe_destroy(s);
    case_end(c);
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
