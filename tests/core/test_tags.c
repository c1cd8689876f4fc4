// SPDX-License-Identifier: MIT
// Tags as people write them in a text.
#include "unit.h"

#include "base/buf.h"
#include "core/tags.h"

static void tags_are(const char *text, const char *want)
{
    struct buf out = {0};
    struct str tag = STR_NONE;
    for (size_t at = 0; tags_next(str_from(text), &at, &tag);) {
        buf_put(&out, tag);
        buf_put_char(&out, '|');
    }
    assert_str(buf_view(&out), want);
    buf_finish(&out);
}

static void words_of_any_script_are_tags(void **state)
{
    (void)state;
    tags_are("", "");
    tags_are("no tag", "");
    tags_are("#morning", "morning|");
    tags_are("A #slow, #warm. (#soft) \"#last\"", "slow|warm|soft|last|");
    tags_are("#gr\u00fcn #d\u00eda-2 #a_b", "gr\u00fcn|d\u00eda-2|a_b|");
    tags_are("#\u9759\u304b\u3002 #\u0627\u0644\u0647\u062f\u0648\u0621\u060c "
             "#\u05e9\u05e7\u05d8",
             "\u9759\u304b|\u0627\u0644\u0647\u062f\u0648\u0621|"
             "\u05e9\u05e7\u05d8|");
    tags_are("\u00ab#cit\u00e9\u00bb\n#next", "cit\u00e9|next|");
}

static void what_is_no_tag_is_none(void **state)
{
    (void)state;
    tags_are("#", "");
    tags_are("# heading", "");
    tags_are("## heading #", "");
    tags_are("##word", "");
    tags_are("a#b C#", "");
    tags_are("#1 #23", "");
    tags_are("#7days", "7days|");
    tags_are("#-x #--", "");
    tags_are("#end- #two--parts", "end|two|");
    tags_are("#\xff\xfe", "");
}

static void a_changed_text_keeps_tags_that_it_did_not_say(void **state)
{
    (void)state;
    struct arena mem = {0};
    const struct str had[] = {STR("share"), STR("warm"), STR("old")};
    struct tags before = {had, 3};
    struct tags now =
        tags_of(STR("#warm and #new #warm"), STR("#warm #old"), &before, &mem);
    assert_int_equal(now.count, 3);
    assert_str(now.items[0], "share");
    assert_str(now.items[1], "warm");
    assert_str(now.items[2], "new");
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_any_script_are_tags),
        cmocka_unit_test(what_is_no_tag_is_none),
        cmocka_unit_test(a_changed_text_keeps_tags_that_it_did_not_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
