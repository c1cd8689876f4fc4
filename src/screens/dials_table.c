// SPDX-License-Identifier: MIT
// Every setting has its place on the screen; what it is and explains stands in
// core/settings_table.c.
#include <assert.h>

#include "screens/dials_inside.h"

static const struct dial table[] = {
    [SETTING_PALETTE] = {DIALS_LIGHT, WORD("Colours"), 0, NULL},
    [SETTING_PALETTE_BY_HOUR] = {DIALS_LIGHT, WORD("Colours by the hour"), 0,
                                 NULL},
    [SETTING_LIGHT] = {DIALS_LIGHT, WORD("Brightness"), 5, WORD("{1} %")},
    [SETTING_MOTION] = {DIALS_LIGHT, WORD("Motion"), 0, NULL},
    [SETTING_TEXT_SIZE] = {DIALS_WORDS, WORD("Size of words"), 0, NULL},
    [SETTING_HUD] = {DIALS_WORDS, WORD("Words in a session"), 0, NULL},
    [SETTING_FULLSCREEN] = {DIALS_LIGHT, WORD("Full screen"), 0, NULL},
    [SETTING_DISPLAY] = {DIALS_LIGHT, WORD("Display"), 1, NULL},
    [SETTING_OTHER_DISPLAYS] = {DIALS_LIGHT, WORD("Other displays"), 0, NULL},
    [SETTING_DRAWING] = {DIALS_LIGHT, WORD("Drawing"), 0, NULL},
    [SETTING_CUE] = {DIALS_SOUND, WORD("Sound of the breath"), 0, NULL},
    [SETTING_VOLUME] = {DIALS_SOUND, WORD("Volume of all"), 1, WORD("{1} dB")},
    [SETTING_CUE_VOLUME] = {DIALS_SOUND, WORD("Breath"), 1, WORD("{1} dB")},
    [SETTING_BELLS_VOLUME] = {DIALS_SOUND, WORD("Bells"), 1, WORD("{1} dB")},
    [SETTING_BED_VOLUME] = {DIALS_SOUND, WORD("Beds"), 1, WORD("{1} dB")},
    [SETTING_VOICE_VOLUME] = {DIALS_VOICE, WORD("Volume"), 1, WORD("{1} dB")},
    [SETTING_MUTE] = {DIALS_SOUND, WORD("Mute"), 0, NULL},
    [SETTING_LATENCY] = {DIALS_SOUND, WORD("Late loudspeakers"), 10,
                         WORD("{1} ms")},
    [SETTING_VOICE] = {DIALS_VOICE, WORD("Voice"), 0, NULL},
    [SETTING_VOICE_PACK] = {DIALS_VOICE, WORD("Recordings"), 0, NULL},
    [SETTING_SPEECH] = {DIALS_VOICE, WORD("Speak the menus"), 0, NULL},
    [SETTING_RUMBLE] = {DIALS_WAYS, WORD("Rumble"), 0, NULL},
    [SETTING_SWITCH] = {DIALS_WAYS, WORD("One switch"), 0, NULL},
    [SETTING_SWITCH_PACE] = {DIALS_WAYS, WORD("Pace of the highlight"), 200,
                             WORD("{1} ms")},
    [SETTING_LANGUAGE] = {DIALS_WORDS, WORD("Language"), 0, NULL},
    [SETTING_COUNTRY] = {DIALS_YOURSELF, WORD("Country"), 0, NULL},
    [SETTING_DAY_START] = {DIALS_JOURNAL, WORD("Day begins"), 0, NULL},
    [SETTING_BLINDING] = {DIALS_JOURNAL, WORD("Self-blinding"), 0, NULL},
    [SETTING_DISCREET] = {DIALS_JOURNAL, WORD("Discreet"), 0, NULL},
    [SETTING_CAUTIONS] = {DIALS_YOURSELF, WORD("Your cautions"), 0, NULL},
    [SETTING_FAVOURITES] = {DIALS_YOURSELF, WORD("Favourites"), 0, NULL},
    [SETTING_PARTNER] = {DIALS_YOURSELF, WORD("Partner"), 0, NULL},
    [SETTING_CARE_READ] = {DIALS_YOURSELF, WORD("Care page"), 0, NULL},
    [SETTING_DEVICE] = {DIALS_JOURNAL, WORD("This computer"), 0, NULL},
};
static_assert(sizeof(table) / sizeof(table[0]) == SETTING_COUNT,
              "a place for each setting");

const struct dial *dial_of(enum setting s)
{
    return &table[s];
}

struct str dial_group_word(enum dial_group g)
{
    static const char *const words[] = {
        [DIALS_LIGHT] = WORD("Light"),       [DIALS_WORDS] = WORD("Words"),
        [DIALS_SOUND] = WORD("Sound"),       [DIALS_VOICE] = WORD("Voice"),
        [DIALS_WAYS] = WORD("Ways in"),      [DIALS_JOURNAL] = WORD("Journal"),
        [DIALS_YOURSELF] = WORD("Yourself"),
    };
    static_assert(sizeof(words) / sizeof(words[0]) == DIALS_GROUP_COUNT,
                  "a word for each group");
    return str_from(words[g]);
}

size_t dials_rows(enum dial_group g, enum setting out[DIALS_ROWS])
{
    size_t count = 0;
    for (int s = 0; s < SETTING_COUNT && count < DIALS_ROWS; s++) {
        if (table[s].group == g) {
            out[count++] = (enum setting)s;
        }
    }
    return count;
}

enum setting dials_focused(const struct dials *c)
{
    enum setting rows[DIALS_ROWS];
    size_t count = dials_rows(c->group, rows);
    return c->focus > 0 && c->focus <= count ? rows[c->focus - 1]
                                             : SETTING_COUNT;
}

// A language by its own name, which whoever looks for it can read.
static struct str language_name(struct str code)
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

void dial_value(enum setting s, const struct settings *now,
                const struct tongue *tongue, struct phrase *out)
{
    struct str text = now->text[s];
    enum setting_kind kind = setting_rule(s)->kind;
    if (kind == SETTING_WHOLE && table[s].unit) {
        phrase_fill(out, say(tongue, str_from(table[s].unit)), &text, 1);
    } else if (kind == SETTING_WORD ||
               (kind == SETTING_NAME && now->number[s] >= 0)) {
        phrase_put(out, s == SETTING_LANGUAGE ? say(tongue, language_name(text))
                                              : say(tongue, text));
    } else if (text.len == 0) {
        phrase_put(out, STR("\u2013"));
    } else {
        phrase_put(out, text);
    }
}
