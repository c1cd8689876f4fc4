// SPDX-License-Identifier: MIT
// The table of settings, in the order in which the file and the screen show
// them.
#include <assert.h>
#include <stddef.h>

#include "base/tongue.h"
#include "core/settings.h"

static const char *const switch_words[] = {WORD("off"), WORD("on"), NULL};
static const char *const palette_words[] = {
    WORD("night"), WORD("dusk"), WORD("paper"), WORD("contrast"), NULL};
static const char *const motion_words[] = {WORD("system"), WORD("full"),
                                           WORD("reduced"), NULL};
static const char *const size_words[] = {WORD("normal"), WORD("large"),
                                         WORD("largest"), NULL};
static const char *const hud_words[] = {WORD("full"), WORD("minimal"),
                                        WORD("none"), NULL};
static const char *const others_words[] = {WORD("leave"), WORD("black"), NULL};
static const char *const drawing_words[] = {WORD("auto"), WORD("memory"),
                                            WORD("card"), NULL};
static const char *const cue_words[] = {WORD("breath"), WORD("noise"),
                                        WORD("tone"),   WORD("bells"),
                                        WORD("off"),    NULL};
static const char *const voice_words[] = {WORD("script"), WORD("on"),
                                          WORD("off"), NULL};
static const char *const speech_words[] = {WORD("system"), WORD("on"),
                                           WORD("off"), NULL};

static const char *const language_words[] = {WORD("system"), "en", "de", "fr",
                                             "es",           "pt", "ar", NULL};

#define SWITCH .kind = SETTING_WORD, .words = switch_words
#define ONE_OF(list) .kind = SETTING_WORD, .words = (list)
#define WHOLE(from, to) .kind = SETTING_WHOLE, .least = (from), .most = (to)

static const struct setting_rule rules[] = {
    [SETTING_PALETTE] = {"palette", SETTING_NAME, palette_words, 0, 0, "night",
                         WORD("The colours: night, dusk, paper, contrast, or a "
                              "palette of your own.")},
    [SETTING_PALETTE_BY_HOUR] = {.name = "palette_by_hour",
                                 SWITCH,
                                 .initial = "off",
                                 .about =
                                     WORD("Dusk from 18:00, night from 21:00, "
                                          "your palette by day.")},
    [SETTING_LIGHT] = {.name = "light",
                       WHOLE(35, 100),
                       .initial = "100",
                       .about =
                           WORD("How bright the picture is, in per cent.")},
    [SETTING_MOTION] = {.name = "motion",
                        ONE_OF(motion_words),
                        .initial = "system",
                        .about =
                            WORD("Reduced: nothing grows or travels, light "
                                 "alone shows the breath.")},
    [SETTING_TEXT_SIZE] = {.name = "text_size",
                           ONE_OF(size_words),
                           .initial = "normal",
                           .about = WORD("How large the words are.")},
    [SETTING_HUD] = {.name = "hud",
                     ONE_OF(hud_words),
                     .initial = "full",
                     .about =
                         WORD("How much is shown during a session besides the "
                              "pacer.")},
    [SETTING_FULLSCREEN] = {.name = "fullscreen",
                            SWITCH,
                            .initial = "on",
                            .about = WORD("Fill the whole display.")},
    [SETTING_DISPLAY] = {.name = "display",
                         WHOLE(0, 16),
                         .initial = "0",
                         .about =
                             WORD("Which display, counted from 1; 0 lets the "
                                  "desktop decide.")},
    [SETTING_OTHER_DISPLAYS] = {.name = "other_displays",
                                ONE_OF(others_words),
                                .initial = "leave",
                                .about =
                                    WORD("Black: the other displays are dark "
                                         "during a session.")},
    [SETTING_DRAWING] = {.name = "drawing",
                         ONE_OF(drawing_words),
                         .initial = "auto",
                         .about =
                             WORD("How pixels reach the display; auto takes "
                                  "the faster way.")},
    [SETTING_CUE] = {.name = "cue",
                     ONE_OF(cue_words),
                     .initial = "breath",
                     .about = WORD("What the breath sounds like.")},
    [SETTING_VOLUME] = {.name = "volume",
                        WHOLE(-60, 6),
                        .initial = "0",
                        .about =
                            WORD("All of the sound together, in dB, as the "
                                 "keys + and - set it.")},
    [SETTING_CUE_VOLUME] = {.name = "cue_volume",
                            WHOLE(-60, 6),
                            .initial = "0",
                            .about = WORD("The breath, in dB; -60 is silent.")},
    [SETTING_BELLS_VOLUME] = {.name = "bells_volume",
                              WHOLE(-60, 6),
                              .initial = "0",
                              .about = WORD("Bells and ticks, in dB; -60 is "
                                            "silent.")},
    [SETTING_BED_VOLUME] = {.name = "bed_volume",
                            WHOLE(-60, 6),
                            .initial = "0",
                            .about =
                                WORD("Ocean, rain and the other beds, in dB; "
                                     "-60 is silent.")},
    [SETTING_VOICE_VOLUME] = {.name = "voice_volume",
                              WHOLE(-60, 6),
                              .initial = "0",
                              .about = WORD("The spoken lines, in dB; -60 is "
                                            "silent.")},
    [SETTING_MUTE] = {.name = "mute",
                      SWITCH,
                      .initial = "off",
                      .about = WORD("No sound at all.")},
    [SETTING_LATENCY] = {.name = "latency",
                         WHOLE(-500, 500),
                         .initial = "0",
                         .about =
                             WORD("Milliseconds by which your loudspeakers are "
                                  "late, as wireless ones are.")},
    [SETTING_VOICE] = {.name = "voice",
                       ONE_OF(voice_words),
                       .initial = "script",
                       .about =
                           WORD("Whether lines are spoken; script leaves it to "
                                "the session.")},
    [SETTING_VOICE_PACK] = {.name = "voice_pack",
                            .kind = SETTING_TEXT,
                            .initial = "",
                            .about =
                                WORD("The folder in voices/ whose recordings "
                                     "are used.")},
    [SETTING_SPEECH] = {.name = "speech",
                        ONE_OF(speech_words),
                        .initial = "off",
                        .about = WORD("Speak the menus; F2 turns it on at any "
                                      "time.")},
    [SETTING_RUMBLE] = {.name = "rumble",
                        SWITCH,
                        .initial = "off",
                        .about =
                            WORD("A gamepad hums softly with the breath.")},
    [SETTING_SWITCH] = {.name = "one_switch",
                        SWITCH,
                        .initial = "off",
                        .about = WORD("The highlight moves by itself; any key, "
                                      "button or click chooses.")},
    [SETTING_SWITCH_PACE] = {.name = "one_switch_pace",
                             WHOLE(600, 4000),
                             .initial = "1200",
                             .about =
                                 WORD("Milliseconds the highlight stays.")},
    [SETTING_LANGUAGE] = {.name = "language",
                          .kind = SETTING_NAME,
                          .words = language_words,
                          .initial = "system",
                          .about =
                              WORD("The language of the screens, like en or "
                                   "de.")},
    [SETTING_COUNTRY] = {.name = "country",
                         .kind = SETTING_TEXT,
                         .initial = "system",
                         .about =
                             WORD("Whose numbers Care shows first, like us.")},
    [SETTING_DAY_START] = {.name = "day_start",
                           .kind = SETTING_TIME,
                           .initial = "04:00",
                           .about =
                               WORD("When your day begins, where no plan says "
                                    "it.")},
    [SETTING_BLINDING] = {.name = "blinding",
                          SWITCH,
                          .initial = "off",
                          .about =
                              WORD("Hide the kind of day until a reflection is "
                                   "kept, and ask for a guess.")},
    [SETTING_DISCREET] = {.name = "discreet",
                          SWITCH,
                          .initial = "off",
                          .about =
                              WORD("A neutral window title; Ctrl+Shift+H hides "
                                   "everything at any time.")},
    [SETTING_CAUTIONS] = {.name = "cautions",
                          .kind = SETTING_TEXT,
                          .initial = "",
                          .about =
                              WORD("Your own cautions, like pregnancy or "
                                   "epilepsy; what does not suit is folded "
                                   "away.")},
    [SETTING_FAVOURITES] = {.name = "favourites",
                            .kind = SETTING_TEXT,
                            .initial = "",
                            .about = WORD("Sessions that stand first, by their "
                                          "names.")},
    [SETTING_CHOSEN] = {.name = "chosen",
                        .kind = SETTING_TEXT,
                        .initial = "",
                        .about = WORD("What you last chose in Setup, session "
                                      "by session.")},
    [SETTING_OWN_NAME] = {.name = "name",
                          .kind = SETTING_TEXT,
                          .initial = "",
                          .about =
                              WORD("What you are called where two practise.")},
    [SETTING_PARTNER] = {.name = "partner",
                         .kind = SETTING_TEXT,
                         .initial = "",
                         .about =
                             WORD("The name of the person you practise with.")},
    [SETTING_DEVICE] = {.name = "device",
                        .kind = SETTING_TEXT,
                        .initial = "",
                        .about = WORD("What this computer is called in your "
                                      "entries.")},
    [SETTING_CARE_READ] = {.name = "care_read",
                           .kind = SETTING_TEXT,
                           .initial = "",
                           .about =
                               WORD("The mark of the care page that you have "
                                    "read; it comes again when it changes.")},
};
static_assert(sizeof(rules) / sizeof(rules[0]) == SETTING_COUNT,
              "a rule for each setting");

#undef SWITCH
#undef ONE_OF
#undef WHOLE

const struct setting_rule *setting_rule(enum setting s)
{
    return &rules[s];
}
