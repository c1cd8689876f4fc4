// SPDX-License-Identifier: MIT
#include "app/health.h"
#include "app/language.h"
#include "app/preferences.h"
#include "cli/doctor.h"
#include "platform/display.h"
#include "platform/file.h"
#include "platform/fonts.h"
#include "platform/ical_module.h"
#include "platform/paper_module.h"
#include "platform/sound.h"
#include "platform/sound_module.h"
#include "platform/voice_module.h"

enum { LISTEN_MS = 400, SLOW_FRAME_MS = 8 };

// SDL's drivers for programs that nobody watches.
static const char *const unseen[] = {"dummy", "offscreen", "evdev", NULL};
static const char *const unheard[] = {"dummy", "disk", NULL};

#define GAPS_CURE                                                              \
    "the device is served too late or not at all: close what keeps the "       \
    "computer busy, choose another device, or a longer latency in Settings"

static bool is_one_of(struct str word, const char *const *words)
{
    for (size_t i = 0; words[i]; i++) {
        if (str_equal(word, str_from(words[i]))) {
            return true;
        }
    }
    return false;
}

static void look_at_drawing(struct report *r)
{
    struct arena *mem = &r->cli->mem;
    struct str why = STR_NONE;
    double plain_ms = display_time(DRIVE_PLAIN, mem, &why);
    double card_ms = display_time(DRIVE_CARD, mem, &why);
    struct str card = card_ms < 0 ? STR("not to be had")
                                  : arena_printf(mem, "%.1f ms", card_ms);
    if (plain_ms < 0 && card_ms < 0) {
        report_put(r, FOUND_BROKEN, "drawing",
                   arena_printf(mem, "no picture reaches a window: %.*s",
                                STR_ARG(why)),
                   STR("try SDL_VIDEODRIVER=x11, or play --text"));
        return;
    }
    struct str plain = plain_ms < 0 ? STR("not to be had")
                                    : arena_printf(mem, "%.1f ms", plain_ms);
    double best_ms = plain_ms < 0 || (card_ms >= 0 && card_ms < plain_ms)
                         ? card_ms
                         : plain_ms;
    bool slow = best_ms > SLOW_FRAME_MS;
    report_put(r, slow ? FOUND_LOOK : FOUND_OK, "drawing",
               arena_printf(mem,
                            "a whole picture of 960x540 takes %.*s as plain "
                            "memory, %.*s through the graphics card",
                            STR_ARG(plain), STR_ARG(card)),
               slow ? STR("a smaller window draws faster: --window=960x540")
                    : STR_NONE);
}

static void look_at_display(struct report *r)
{
    struct arena *mem = &r->cli->mem;
    struct display_facts d;
    struct str why = STR_NONE;
    if (!display_probe(&d, mem, &why)) {
        report_put(r, FOUND_LOOK, "display", why,
                   STR("sessions play in the terminal: play --text"));
        return;
    }
    struct str rate = d.refresh_hz > 0
                          ? arena_printf(mem, "%d Hz", d.refresh_hz)
                          : STR("an unknown rate");
    struct str scale = d.inches_to_96 > 0
                           ? arena_printf(mem, ", scale %.2f", d.inches_to_96)
                           : STR_NONE;
    bool seen = !is_one_of(d.driver, unseen);
    report_put(r, seen ? FOUND_OK : FOUND_LOOK, "display",
               arena_printf(mem, "%d by %.*s, %dx%d at %.*s%.*s", d.count,
                            STR_ARG(d.driver), d.width, d.height, STR_ARG(rate),
                            STR_ARG(scale)),
               seen ? STR_NONE
                    : STR("nobody sees what is drawn there: unset "
                          "SDL_VIDEODRIVER"));
    look_at_drawing(r);
}

static void look_at_sound(struct report *r)
{
    struct cli *cli = r->cli;
    struct arena *mem = &cli->mem;
    const struct paths *p = &cli->paths;
    struct sound_setup setup = {.own = path_join(mem, p->data, STR("sounds")),
                                .shipped =
                                    path_join(mem, p->assets, STR("sounds")),
                                .modules = p->modules};
    struct str why = STR_NONE;
    struct sound_health h = sound_probe(&setup, LISTEN_MS, mem, &why);
    if (why.len > 0) {
        report_put(r, FOUND_LOOK, "sound", why,
                   STR("sessions play without sound; is a device plugged in, "
                       "and a sound server running?"));
        return;
    }
    double late_ms = h.rate > 0 ? 1000.0 * h.buffer_frames / h.rate : 0;
    struct str found = arena_printf(
        mem, "%.*s, %d Hz, %.0f ms late, %d gaps in %lld ms, %.1f %% of a core",
        STR_ARG(h.driver), h.rate, late_ms, h.underruns, (long long)h.played_ms,
        100 * h.load);
    bool gaps = h.underruns > 0 || h.played_ms == 0;
    if (is_one_of(h.driver, unheard)) {
        report_put(r, FOUND_LOOK, "sound", found,
                   STR("nobody hears what is played there: unset "
                       "SDL_AUDIODRIVER"));
    } else {
        report_put(r, gaps ? FOUND_LOOK : FOUND_OK, "sound", found,
                   gaps ? STR(GAPS_CURE) : STR_NONE);
    }
}

// What was written down when it last played: a fault that comes and goes.
static void look_at_last_sound(struct report *r)
{
    struct str text = STR_NONE;
    struct buf line = {0};
    bool gaps = false;
    if (!health_last(&r->cli->paths, &r->cli->mem, &text)) {
        report_put(r, FOUND_OK, "played", STR("nothing yet"), STR_NONE);
        return;
    }
    while (text.len > 0) {
        struct str fact = str_cut(&text, '\n');
        gaps = gaps || (str_starts(fact, STR("underruns: ")) &&
                        !str_equal(fact, STR("underruns: 0")));
        buf_put(&line, line.len > 0 ? STR(", ") : STR(""));
        buf_put(&line, fact);
    }
    report_put(r, gaps ? FOUND_LOOK : FOUND_OK, "played", buf_view(&line),
               gaps ? STR(GAPS_CURE) : STR_NONE);
    buf_finish(&line);
}

// Which file shows the letters of each script that people may write in.
static void look_at_letters(struct report *r, struct fonts *fonts)
{
    static const struct {
        const char *script;
        uint32_t letter;
    } table[] = {
        {"Latin", 0x1ebf},    {"Greek", 0x03c9},   {"Cyrillic", 0x0436},
        {"Hebrew", 0x05d0},   {"Arabic", 0x0639},  {"Chinese", 0x6c14},
        {"Japanese", 0x3042}, {"Korean", 0xc228},  {"Devanagari", 0x0915},
        {"Thai", 0x0e01},     {"symbols", 0x2713}, {"emoji", 0x1f30a},
    };
    struct arena *mem = &r->cli->mem;
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct str file = fonts_file(fonts, table[i].letter);
        bool shown = file.len > 0;
        report_put(r, shown ? FOUND_OK : FOUND_LOOK, "letters",
                   shown ? arena_printf(mem, "%s: %.*s", table[i].script,
                                        STR_ARG(file))
                         : arena_printf(mem, "%s: no font here has them",
                                        table[i].script),
                   shown ? STR_NONE
                         : STR("what you write is kept all the same; the "
                               "packages fonts-noto-core, fonts-noto-cjk and "
                               "fonts-noto-color-emoji show it"));
    }
}

static void look_at_fonts(struct report *r)
{
    struct arena *mem = &r->cli->mem;
    struct str why = STR_NONE;
    struct fonts *fonts = fonts_create(r->cli->paths.assets, mem, &why);
    bool usable = fonts_usable(fonts);
    if (usable) {
        look_at_letters(r, fonts);
    }
    fonts_destroy(fonts);
    if (why.len == 0) {
        report_put(r, FOUND_OK, "fonts", STR("Inter and Gentium Book Plus"),
                   STR_NONE);
        return;
    }
    report_put(r, usable ? FOUND_LOOK : FOUND_BROKEN, "fonts", why,
               STR("install breathmark again, or the packages fonts-inter "
                   "and fonts-sil-gentiumplus"));
}

static void look_at_language(struct report *r)
{
    struct cli *cli = r->cli;
    struct arena *mem = &cli->mem;
    struct preferences own = {0};
    struct diags notes = {.mem = mem};
    struct str why = STR_NONE, path = STR_NONE;
    preferences_init(&own, cli->paths.settings);
    struct tongue t = language_find(
        &cli->paths, own.settings.text[SETTING_LANGUAGE], mem, &notes, &path);
    struct fonts *fonts = fonts_create(cli->paths.assets, mem, &why);
    bool shown = fonts_show(fonts, language_sample(&t));
    struct str name = t.name.len > 0 ? t.name : STR("en");
    if (!shown) {
        report_put(r, FOUND_LOOK, "language",
                   arena_printf(mem, "no font here has the letters of \"%.*s\"",
                                STR_ARG(name)),
                   STR("the screens speak English; the package "
                       "fonts-noto-core has most letters"));
    } else if (notes.errors > 0) {
        report_put(r, FOUND_LOOK, "language",
                   arena_printf(mem, "%.*s has %zu mistakes", STR_ARG(path),
                                notes.errors),
                   STR("the README, \"Languages\", says how it is written"));
    } else {
        report_put(r, FOUND_OK, "language", name, STR_NONE);
    }
    fonts_destroy(fonts);
    preferences_finish(&own);
}

static void look_at_modules(struct report *r)
{
    static const struct {
        const char *file, *without;
        enum finding how;
    } table[] = {
        {SOUND_MODULE_FILE, "no sound of a file is played", FOUND_BROKEN},
        {ICAL_MODULE_FILE, "no calendar is taken in", FOUND_BROKEN},
        {VOICE_MODULE_FILE, "nothing is spoken without recorded lines",
         FOUND_LOOK},
        {PAPER_MODULE_FILE, "no PDF is made", FOUND_LOOK},
    };
    struct arena *mem = &r->cli->mem;
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct str path =
            path_join(mem, r->cli->paths.modules, str_from(table[i].file));
        bool there = file_exists(path);
        report_put(r, there ? FOUND_OK : table[i].how, "module",
                   there ? path
                         : arena_printf(mem, "%.*s is missing: %s",
                                        STR_ARG(path), table[i].without),
                   there ? STR_NONE : STR("install breathmark again"));
    }
}

void doctor_machine(struct report *r)
{
    look_at_display(r);
    look_at_sound(r);
    look_at_last_sound(r);
    look_at_fonts(r);
    look_at_language(r);
    look_at_modules(r);
}
