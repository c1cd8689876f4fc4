// SPDX-License-Identifier: MIT
// Every setting has its place on the screen; what it is and explains stands in
// core/settings_table.c.
#include <assert.h>

#include "screens/settings_inside.h"

static const struct setting_row table[] = {
    [SETTING_PALETTE] = {GROUP_LIGHT, WORD("Colours"), 0, NULL},
    [SETTING_PALETTE_BY_HOUR] = {GROUP_LIGHT, WORD("Colours by the hour"), 0,
                                 NULL},
    [SETTING_LIGHT] = {GROUP_LIGHT, WORD("Brightness"), 5, WORD("{1} %")},
    [SETTING_MOTION] = {GROUP_LIGHT, WORD("Motion"), 0, NULL},
    [SETTING_TEXT_SIZE] = {GROUP_WORDS, WORD("Size of words"), 0, NULL},
    [SETTING_HUD] = {GROUP_WORDS, WORD("Words in a session"), 0, NULL},
    [SETTING_FULLSCREEN] = {GROUP_LIGHT, WORD("Full screen"), 0, NULL},
    [SETTING_DISPLAY] = {GROUP_LIGHT, WORD("Display"), 1, NULL},
    [SETTING_OTHER_DISPLAYS] = {GROUP_LIGHT, WORD("Other displays"), 0, NULL},
    [SETTING_DRAWING] = {GROUP_LIGHT, WORD("Drawing"), 0, NULL},
    [SETTING_CUE] = {GROUP_SOUND, WORD("Sound of the breath"), 0, NULL},
    [SETTING_VOLUME] = {GROUP_SOUND, WORD("Volume of all"), 1, WORD("{1} dB")},
    [SETTING_CUE_VOLUME] = {GROUP_SOUND, WORD("Breath"), 1, WORD("{1} dB")},
    [SETTING_BELLS_VOLUME] = {GROUP_SOUND, WORD("Bells"), 1, WORD("{1} dB")},
    [SETTING_BED_VOLUME] = {GROUP_SOUND, WORD("Beds"), 1, WORD("{1} dB")},
    [SETTING_VOICE_VOLUME] = {GROUP_VOICE, WORD("Volume"), 1, WORD("{1} dB")},
    [SETTING_MUTE] = {GROUP_SOUND, WORD("Mute"), 0, NULL},
    [SETTING_LATENCY] = {GROUP_SOUND, WORD("Late loudspeakers"), 10,
                         WORD("{1} ms")},
    [SETTING_VOICE] = {GROUP_VOICE, WORD("Voice"), 0, NULL},
    [SETTING_VOICE_PACK] = {GROUP_VOICE, WORD("Recordings"), 0, NULL},
    [SETTING_SPEECH] = {GROUP_VOICE, WORD("Speak the menus"), 0, NULL},
    [SETTING_RUMBLE] = {GROUP_WAYS, WORD("Rumble"), 0, NULL},
    [SETTING_SWITCH] = {GROUP_WAYS, WORD("One switch"), 0, NULL},
    [SETTING_SWITCH_PACE] = {GROUP_WAYS, WORD("Pace of the highlight"), 200,
                             WORD("{1} ms")},
    [SETTING_LANGUAGE] = {GROUP_WORDS, WORD("Language"), 0, NULL},
    [SETTING_COUNTRY] = {GROUP_YOURSELF, WORD("Country"), 0, NULL},
    [SETTING_DAY_START] = {GROUP_JOURNAL, WORD("Day begins"), 0, NULL},
    [SETTING_BLINDING] = {GROUP_JOURNAL, WORD("Self-blinding"), 0, NULL},
    [SETTING_DISCREET] = {GROUP_JOURNAL, WORD("Discreet"), 0, NULL},
    [SETTING_CAUTIONS] = {GROUP_YOURSELF, WORD("Your cautions"), 0, NULL},
    [SETTING_FAVOURITES] = {GROUP_YOURSELF, WORD("Favourites"), 0, NULL},
    [SETTING_CHOSEN] = {GROUP_JOURNAL, WORD("Chosen in Setup"), 0, NULL},
    [SETTING_OWN_NAME] = {GROUP_YOURSELF, WORD("Your name"), 0, NULL},
    [SETTING_PARTNER] = {GROUP_YOURSELF, WORD("Partner"), 0, NULL},
    [SETTING_CARE_READ] = {GROUP_YOURSELF, WORD("Care page"), 0, NULL},
    [SETTING_DEVICE] = {GROUP_JOURNAL, WORD("This computer"), 0, NULL},
};
static_assert(sizeof(table) / sizeof(table[0]) == SETTING_COUNT,
              "a place for each setting");

const struct setting_row *setting_row_of(enum setting s)
{
    return &table[s];
}

struct str settings_group_word(enum settings_group g)
{
    static const char *const words[] = {
        [GROUP_LIGHT] = WORD("Light"),       [GROUP_WORDS] = WORD("Words"),
        [GROUP_SOUND] = WORD("Sound"),       [GROUP_VOICE] = WORD("Voice"),
        [GROUP_WAYS] = WORD("Ways in"),      [GROUP_JOURNAL] = WORD("Journal"),
        [GROUP_YOURSELF] = WORD("Yourself"),
    };
    static_assert(sizeof(words) / sizeof(words[0]) == GROUP_COUNT,
                  "a word for each group");
    return str_from(words[g]);
}

size_t settings_screen_rows(enum settings_group g,
                            enum setting out[SETTINGS_ROWS])
{
    size_t count = 0;
    for (int s = 0; s < SETTING_COUNT && count < SETTINGS_ROWS; s++) {
        if (table[s].group == g) {
            out[count++] = (enum setting)s;
        }
    }
    return count;
}

enum setting settings_screen_focused(const struct settings_screen *c)
{
    enum setting rows[SETTINGS_ROWS];
    size_t count = settings_screen_rows(c->group, rows);
    return c->focus > 0 && c->focus <= count ? rows[c->focus - 1]
                                             : SETTING_COUNT;
}

struct str settings_language_name(struct str code)
{
    static const char *const names[][2] = {
        {"en", "English"},
        {"de", "Deutsch"},
        {"fr", "Fran\u00e7ais"},
        {"es", "Espa\u00f1ol"},
        {"pt", "Portugu\u00eas"},
        {"ar", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629"}};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_equal(code, str_from(names[i][0]))) {
            return str_from(names[i][1]);
        }
    }
    return code;
}

void setting_row_value(enum setting s, const struct settings *now,
                       const struct tongue *tongue, struct phrase *out)
{
    struct str text = now->text[s];
    enum setting_kind kind = setting_rule(s)->kind;
    if (kind == SETTING_WHOLE && table[s].unit) {
        phrase_fill(out, say(tongue, str_from(table[s].unit)), &text, 1);
    } else if (kind == SETTING_WORD ||
               (kind == SETTING_NAME && now->number[s] >= 0)) {
        phrase_put(out, s == SETTING_LANGUAGE
                            ? say(tongue, settings_language_name(text))
                            : say(tongue, text));
    } else if (text.len == 0) {
        phrase_put(out, STR("\u2013"));
    } else {
        phrase_put(out, text);
    }
}
