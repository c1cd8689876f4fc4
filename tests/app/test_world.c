// SPDX-License-Identifier: MIT
// What the screens are told of the journal: entries by their moments, wherever
// they stand in it, each in its first state.
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/world.h"
#include "platform/file.h"

#define ENTRY(id, rest)                                                        \
    "Id: 202603" id "T070211Z-00000001\nAt: 2026-03-01 08:02:11 +0100\n"       \
    "Day_date: 2026-03-01\nDay_kind: none\n" rest "\n\n"

// A copy of another machine that was taken in stands at the end.
static void what_was_taken_in_is_not_the_latest(void **state)
{
    (void)state;
    char folder[] = "/tmp/test_world.XXXXXX";
    struct arena mem = {0};
    struct settings settings;
    struct now now;
    struct world w = {0};
    struct str why = STR_NONE;
    assert_non_null(mkdtemp(folder));
    struct paths paths = paths_find(str_from(folder), &mem);
    settings_init(&settings);
    now_init(&now, NULL, false, &mem);
    struct str path = path_join(&mem, paths.data, STR("journal.rec"));
    assert_true(file_replace(
        path,
        STR(ENTRY("04", "Session: box")
                ENTRY("06", "Amends: 20260304T070211Z-00000001\nSession: box")
                    ENTRY("05", "Session: sit") ENTRY("02", "Session: hum")),
        &mem, &why));
    struct world_view view = {
        .paths = &paths, .now = &now, .settings = &settings};
    world_read(&w, &view);
    assert_int_equal(w.facts.entry_count, 3);
    assert_str(w.facts.entries[0].session, "hum");
    assert_str(w.facts.entries[1].session, "box");
    assert_str(w.facts.entries[2].session, "sit");
    world_finish(&w);
    struct str command = arena_printf(&mem, "rm -rf %s", folder);
    assert_int_equal(system(command.at), 0);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_taken_in_is_not_the_latest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
