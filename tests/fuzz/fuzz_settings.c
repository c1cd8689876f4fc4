// SPDX-License-Identifier: MIT
// Any bytes as a person's settings: read without a fault, each value one that
// its setting takes; and a setting changed is found again, with every other as
// it was.
#include "fuzz.h"

#include "core/settings.h"

static void check_values(const struct settings *s)
{
    for (int i = 0; i < SETTING_COUNT; i++) {
        int number = -2;
        must(setting_takes((enum setting)i, s->text[i], &number));
        must(number == s->number[i]);
    }
}

static void check_change(const struct settings *before, struct str text,
                         enum setting which)
{
    struct buf changed = {0};
    struct settings after;
    struct str value = str_from(setting_rule(which)->initial);
    settings_change(text, which, value, &changed);
    settings_init(&after);
    settings_read(&after, buf_view(&changed), NULL);
    for (int i = 0; i < SETTING_COUNT; i++) {
        bool this = i == (int)which;
        must_equal(after.text[i], this ? value : before->text[i]);
    }
    buf_finish(&changed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    struct arena mem = {0};
    struct diags notes = {.mem = &mem};
    struct settings s;
    settings_init(&s);
    settings_read(&s, text, &notes);
    check_values(&s);
    for (int i = 0; i < SETTING_COUNT; i++) {
        check_change(&s, text, (enum setting)i);
    }
    arena_finish(&mem);
    return 0;
}
