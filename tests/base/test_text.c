// SPDX-License-Identifier: MIT
#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/crc32.h"
#include "base/utf8.h"

static void views_are_cut_and_trimmed(void **state)
{
    (void)state;
    struct str rest = STR("key: value");
    assert_str(str_cut(&rest, ':'), "key");
    assert_str(str_trim(rest), "value");
    assert_str(str_sub(STR("abc"), 2, 99), "c");
    assert_str(str_sub(STR("abc"), 9, 1), "");
    assert_true(str_starts(STR("abc"), STR("ab")));
    assert_false(str_starts(STR("a"), STR("ab")));
    assert_true(str_ends(STR("box.session"), STR(".session")));
    assert_true(str_compare(STR("a"), STR("ab")) < 0);
    assert_true(str_equal(STR_NONE, STR("")));
}

static void distance_counts_edits(void **state)
{
    (void)state;
    assert_int_equal(str_distance(STR("breath"), STR("breathe"), 3), 1);
    assert_int_equal(str_distance(STR("kitten"), STR("sitting"), 5), 3);
    assert_int_equal(str_distance(STR("sit"), STR("wait for it"), 2), 3);
    assert_int_equal(str_distance(STR(""), STR("ab"), 4), 2);
    assert_int_equal(str_distance(STR("titel"), STR("title"), 3), 1);
    assert_int_equal(str_distance(STR("fro"), STR("for"), 3), 1);
    assert_int_equal(str_distance(STR("abcd"), STR("badc"), 3), 2);
}

static void utf8_follows_rfc_3629(void **state)
{
    (void)state;
    struct buf out = {0};
    const uint32_t points[] = {0x24, 0xa2, 0x20ac, 0xd7ff, 0xe000, 0x10ffff};
    for (size_t i = 0; i < sizeof(points) / sizeof(points[0]); i++) {
        buf_clear(&out);
        utf8_put(&out, points[i]);
        size_t at = 0;
        assert_int_equal(utf8_next(buf_view(&out), &at), points[i]);
        assert_int_equal(at, out.len);
        assert_int_equal(utf8_before(buf_view(&out), out.len), 0);
    }
    buf_finish(&out);
    static const char *const bad[] = {"\xc0\xaf",     "\xe0\x80\xaf",
                                      "\xed\xa0\x80", "\xf4\x90\x80\x80",
                                      "\xff",         "\xe2\x82"};
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        size_t at = 0;
        assert_int_equal(utf8_next(str_from(bad[i]), &at), UTF8_INVALID);
        assert_int_equal(at, 1);
    }
    assert_int_equal(utf8_invalid(STR("ab\xff")), 2);
    assert_int_equal(utf8_length(STR("h\xc3\xa9llo")), 5);
    assert_true(utf8_is_control(0x85));
    assert_false(utf8_is_control(0xa0));
}

static void a_list_that_grows_keeps_its_items(void **state)
{
    (void)state;
    enum { ITEMS = 1000 };
    struct arena mem = {0};
    int *items = NULL;
    size_t count = 0, cap = 0;
    while (count < ITEMS) {
        const int *before = items;
        bool full = count == cap;
        ARENA_GROW(&mem, items, count, cap);
        assert_true(cap > count);
        assert_int_equal(items != before, full);
        items[count] = (int)count;
        count++;
    }
    for (size_t i = 0; i < ITEMS; i++) {
        assert_int_equal(items[i], i);
    }
    assert_true(mem.used < 4 * ITEMS * sizeof(*items));
    arena_finish(&mem);
}

static void arenas_give_zeroed_memory(void **state)
{
    (void)state;
    struct arena mem = {0};
    for (size_t i = 1; i < 3000; i += 7) {
        unsigned char *at = arena_alloc(&mem, i, 3);
        assert_int_equal((uintptr_t)at % 16, 0);
        for (size_t j = 0; j < i * 3; j++) {
            assert_int_equal(at[j], 0);
            at[j] = 0xff;
        }
    }
    struct str copy = arena_copy(&mem, STR("word"));
    assert_int_equal(copy.at[4], 0);
    assert_str(arena_printf(&mem, "%d-%s", 4, "x"), "4-x");
    arena_finish(&mem);
    arena_finish(&mem);
}

static void crc32_has_its_check_value(void **state)
{
    (void)state;
    assert_int_equal(crc32_of(0, STR("123456789")), 0xcbf43926);
    uint32_t half = crc32_of(0, STR("1234"));
    assert_int_equal(crc32_of(half, STR("56789")), 0xcbf43926);
}

static void names_and_parts_are_found(void **state)
{
    (void)state;
    assert_str(str_behind(STR("/a/b.rec"), '/'), "b.rec");
    assert_str(str_behind(STR("b.rec"), '/'), "b.rec");
    assert_str(str_behind(STR("/a/"), '/'), "");
    assert_str(str_behind(STR_NONE, '/'), "");
    assert_true(str_has(STR("breath"), STR("eat")));
    assert_true(str_has(STR("breath"), STR("breath")));
    assert_true(str_has(STR("breath"), STR("")));
    assert_false(str_has(STR("breath"), STR("breathe")));
    assert_false(str_has(STR("breath"), STR("hat")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_parts_are_found),
        cmocka_unit_test(views_are_cut_and_trimmed),
        cmocka_unit_test(distance_counts_edits),
        cmocka_unit_test(utf8_follows_rfc_3629),
        cmocka_unit_test(arenas_give_zeroed_memory),
        cmocka_unit_test(a_list_that_grows_keeps_its_items),
        cmocka_unit_test(crc32_has_its_check_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
