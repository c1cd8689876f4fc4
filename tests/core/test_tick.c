// SPDX-License-Identifier: MIT
// The personal list by day, and the support plan: written, edited by hand, and
// read back the same.
#include "unit.h"

#include "core/support.h"
#include "core/tick.h"

static struct day day_of(int number)
{
    return (struct day){number};
}

static void put(struct buf *out, int day, const char *item, bool done,
                const char *person)
{
    struct tick t = {.day = day_of(day),
                     .done = done,
                     .id = STR("20261121T214008Z-e703e9ef"),
                     .at = STR("2026-11-21 21:40:08 +0000"),
                     .item = str_from(item),
                     .person = str_from(person)};
    tick_format(&t, out);
    buf_put_char(out, '\n');
}

static void the_last_word_counts(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct buf text = {0};
    buf_put(&text, ticks_header());
    put(&text, 20000, "Magnesium", true, "");
    put(&text, 20000, "A walk", true, "");
    put(&text, 20000, "A walk", false, "");
    put(&text, 20001, "Magnesium", true, "Anna");
    buf_put(&text, STR("Id: x\nItem: \nTicked: yes\n\n"));
    struct ticks mine = ticks_read(buf_view(&text), STR_NONE, &mem);
    struct ticks hers = ticks_read(buf_view(&text), STR("Anna"), &mem);
    assert_int_equal(mine.count, 3);
    assert_int_equal(hers.count, 1);
    assert_true(ticks_done(&mine, day_of(20000), STR("Magnesium")));
    assert_false(ticks_done(&mine, day_of(20000), STR("A walk")));
    assert_false(ticks_done(&mine, day_of(20001), STR("Magnesium")));
    assert_true(ticks_done(&hers, day_of(20001), STR("Magnesium")));
    buf_finish(&text);
    arena_finish(&mem);
}

static void support_comes_back(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct buf text = {0}, again = {0};
    struct support s = {.others = STR("# mine\nDoctor2: B")}, got;
    s.fields[SUPPORT_INTENTION] = STR("To be kinder.\n\nFor us.");
    s.fields[SUPPORT_TRUSTED] = STR("Anna + Ben");
    support_format(&s, &text);
    support_read(&got, buf_view(&text), &mem);
    for (int i = 0; i < SUPPORT_FIELD_COUNT; i++) {
        assert_true(str_equal(got.fields[i], s.fields[i]));
    }
    assert_true(str_equal(got.others, s.others));
    support_format(&got, &again);
    assert_true(str_equal(buf_view(&again), buf_view(&text)));
    support_read(&got, STR("Provider:Dr. Who\r\n+ 555\r\nnonsense\n+more"),
                 &mem);
    assert_true(str_equal(got.fields[SUPPORT_PROVIDER], STR("Dr. Who\n555")));
    buf_finish(&text);
    buf_finish(&again);
    arena_finish(&mem);
}

// Each field of the plan asks something of its own.
static void support_asks_for_each_field(void **state)
{
    (void)state;
    for (int i = 0; i < SUPPORT_FIELD_COUNT; i++) {
        struct str question = support_question((enum support_field)i);
        assert_true(str_find(question, '?', 0) < question.len);
        for (int k = 0; k < i; k++) {
            assert_false(
                str_equal(question, support_question((enum support_field)k)));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_word_counts),
        cmocka_unit_test(support_comes_back),
        cmocka_unit_test(support_asks_for_each_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
