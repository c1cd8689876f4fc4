// SPDX-License-Identifier: MIT
// Settings: what a text of them says, what is wrong in it, and that a change
// touches one line and no other byte.
#include "unit.h"

#include "core/settings.h"

static struct arena mem;

static int enter(void **state)
{
    (void)state;
    mem = (struct arena){0};
    return 0;
}

static int leave(void **state)
{
    (void)state;
    arena_finish(&mem);
    return 0;
}

static void every_rule_takes_its_own_default(void **state)
{
    (void)state;
    for (int i = 0; i < SETTING_COUNT; i++) {
        enum setting s = (enum setting)i;
        const struct setting_rule *rule = setting_rule(s);
        assert_true(setting_takes(s, str_from(rule->initial), NULL));
        assert_int_equal(setting_named(str_from(rule->name)), s);
        assert_true(rule->about[0] != '\0');
    }
}

static void a_new_text_is_all_defaults(void **state)
{
    (void)state;
    struct buf text = {0};
    settings_print(&text);
    struct settings fresh, read;
    struct diags notes = {.mem = &mem};
    settings_init(&fresh);
    settings_init(&read);
    settings_read(&read, buf_view(&text), &notes);
    assert_int_equal(notes.errors, 0);
    assert_memory_equal(read.number, fresh.number, sizeof(read.number));
    // Each stands there once, commented out, and is itself when uncommented.
    for (int i = 0; i < SETTING_COUNT; i++) {
        struct buf changed = {0};
        const struct setting_rule *rule = setting_rule((enum setting)i);
        settings_change(buf_view(&text), (enum setting)i,
                        str_from(rule->initial), &changed);
        assert_int_equal(changed.len + 1, text.len);
        buf_finish(&changed);
    }
    buf_finish(&text);
}

static void lines_are_read(void **state)
{
    (void)state;
    struct settings s;
    struct diags notes = {.mem = &mem};
    settings_init(&s);
    settings_read(&s,
                  STR("\xef\xbb\xbf# mine\r\npalette: paper\r\n\n"
                      " light :  60 \nlight: 70\nlatency: -120\n"
                      "day_start: 05:30\npartner: A: B # C\nvoice_pack:\n"
                      "#cue: off"),
                  &notes);
    assert_int_equal(notes.errors, 0);
    assert_int_equal(s.number[SETTING_PALETTE], 2);
    assert_int_equal(s.number[SETTING_LIGHT], 70); // the last one holds
    assert_int_equal(s.number[SETTING_LATENCY], -120);
    assert_int_equal(s.number[SETTING_DAY_START], 5 * 60 + 30);
    assert_str(s.text[SETTING_PARTNER], "A: B # C");
    assert_str(s.text[SETTING_VOICE_PACK], "");
    assert_int_equal(s.number[SETTING_CUE], 0);
    settings_read(&s, STR("palette: my-own\n"), &notes);
    assert_int_equal(s.number[SETTING_PALETTE], -1);
    assert_str(s.text[SETTING_PALETTE], "my-own");
}

struct slip {
    const char *text;
    int line, column;
    const char *message, *hint;
};

static void what_does_not_fit_is_said_and_changes_nothing(void **state)
{
    (void)state;
    static const struct slip slips[] = {
        {"light: 20\n", 1, 8, "\"20\" does not fit light",
         "write a whole number from 35 to 100"},
        {"\n  ligth: 50\n", 2, 3, "\"ligth\" is not a setting",
         "did you mean \"light\"?"},
        {"cue: loud\n", 1, 6, "\"loud\" does not fit cue",
         "write breath, noise, tone, bells or off"},
        {"palette: My Own\n", 1, 10, "\"My Own\" does not fit palette",
         "write night, dusk, paper, contrast or a name of your own"},
        {"day_start: 4:00\n", 1, 12, "\"4:00\" does not fit day_start",
         "write a time like 04:00"},
        {"day_start: 24:00\n", 1, 12, "\"24:00\" does not fit day_start",
         "write a time like 04:00"},
        {"device: a\tb\x7f\n", 1, 9, "\"a\tb\x7f\" does not fit device",
         "write a line of text"},
        {"light\n", 1, 6, "\"\" does not fit light",
         "write a whole number from 35 to 100"},
        {"hello there\n", 1, 1, "\"hello there\" is not a setting",
         "write it like light: 80; the settings there are stand in a new "
         "file"},
    };
    for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++) {
        struct settings s, before;
        struct diags notes = {.mem = &mem};
        settings_init(&s);
        before = s;
        settings_read(&s, str_from(slips[i].text), &notes);
        assert_int_equal(notes.errors, 1);
        assert_int_equal(notes.items[0].line, slips[i].line);
        assert_int_equal(notes.items[0].column, slips[i].column);
        assert_str(notes.items[0].message, slips[i].message);
        assert_str(notes.items[0].hint, slips[i].hint);
        assert_memory_equal(s.number, before.number, sizeof(s.number));
        settings_read(&s, str_from(slips[i].text), NULL);
    }
}

static void check_change(const char *text, enum setting s, const char *value,
                         const char *wanted)
{
    struct buf out = {0};
    settings_change(str_from(text), s, str_from(value), &out);
    assert_str(buf_view(&out), wanted);
    buf_finish(&out);
}

static void a_change_touches_one_line(void **state)
{
    (void)state;
    check_change("", SETTING_LIGHT, "50", "light: 50\n");
    check_change("# note", SETTING_LIGHT, "50", "# note\nlight: 50\n");
    check_change("#light: 100\n#cue: breath\n", SETTING_LIGHT, "50",
                 "light: 50\n#cue: breath\n");
    // A value stands before a comment; the last value before others.
    check_change("light: 40\r\n#light: 100\n", SETTING_LIGHT, "50",
                 "light: 50\r\n#light: 100\n");
    check_change(" light : 40\nmine: x\nlight: 60", SETTING_LIGHT, "50",
                 " light : 40\nmine: x\nlight: 50");
    // "# light: …" is a person's sentence, no default.
    check_change("# light: is too bright\n", SETTING_LIGHT, "50",
                 "# light: is too bright\nlight: 50\n");
    check_change("\xef\xbb\xbf#cue: breath\n", SETTING_CUE, "off",
                 "\xef\xbb\xbf"
                 "cue: off\n");
    check_change("partner: Kim\n", SETTING_PARTNER, "", "partner:\n");
    check_change("#cue_volume: 0\n", SETTING_CUE, "off",
                 "#cue_volume: 0\ncue: off\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_takes_its_own_default),
        cmocka_unit_test(a_new_text_is_all_defaults),
        cmocka_unit_test(lines_are_read),
        cmocka_unit_test(what_does_not_fit_is_said_and_changes_nothing),
        cmocka_unit_test(a_change_touches_one_line),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
