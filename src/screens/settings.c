// SPDX-License-Identifier: MIT
// What Settings shows is what holds: nothing is kept here but where one is and
// a text that is being edited.
#include "screens/settings.h"

#include "screens/settings_inside.h"

struct area settings_screen_tab(const struct ruler *ruler,
                                enum settings_group g)
{
    struct area a = {0.111f, 0.157f, 0, 0.05f};
    for (int i = 0; i < GROUP_COUNT; i++) {
        struct str word =
            say(ruler->tongue, settings_group_word((enum settings_group)i));
        a.w = ruler->width(ruler->fonts, FACE_REGULAR,
                           ruler_size(ruler, settings_tab_size), word);
        if (i == (int)g) {
            break;
        }
        a.x += a.w + 0.04f;
    }
    return a;
}

struct area settings_screen_row(size_t place)
{
    return (struct area){0.095f, 0.222f + 0.066f * (float)place, 0.825f,
                         0.064f};
}

void settings_screen_open(struct settings_screen *c)
{
    c->editing = c->refused = false;
    c->focus = 1;
}

void settings_screen_finish(struct settings_screen *c)
{
    buf_finish(&c->text);
    *c = (struct settings_screen){0};
}

void settings_screen_aloud(const struct settings_screen *c,
                           const struct facts *f, const struct tongue *tongue,
                           struct phrase *out)
{
    enum setting s = settings_screen_focused(c);
    struct phrase value = {0};
    if (s == SETTING_COUNT) {
        const struct str args[] = {
            say(tongue, STR("Settings")),
            say(tongue, settings_group_word(c->group)),
        };
        phrase_fill(out, say(tongue, STR("{1}, {2}")), args, 2);
        return;
    }
    setting_row_value(s, f->settings, tongue, &value);
    const struct str args[] = {say(tongue, str_from(setting_row_of(s)->label)),
                               phrase_view(&value),
                               say(tongue, str_from(setting_rule(s)->about))};
    phrase_fill(out, say(tongue, STR("{1}: {2}. {3}")), args, 3);
}
