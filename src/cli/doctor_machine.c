// SPDX-License-Identifier: MIT
#include "app/language.h"
#include "app/preferences.h"
#include "cli/doctor.h"
#include "platform/display.h"
#include "platform/file.h"
#include "platform/fonts.h"
#include "platform/ical_module.h"
#include "platform/sound.h"
#include "platform/sound_module.h"

enum { LISTEN_MS = 400, SLOW_FRAME_MS = 8 };

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
    report_put(r, FOUND_OK, "display",
               arena_printf(mem, "%d by %.*s, %dx%d at %.*s%.*s", d.count,
                            STR_ARG(d.driver), d.width, d.height, STR_ARG(rate),
                            STR_ARG(scale)),
               STR_NONE);
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
    report_put(r, gaps ? FOUND_LOOK : FOUND_OK, "sound", found,
               gaps ? STR("the device is served too late or not at all: close "
                          "what keeps the computer busy, or choose another "
                          "device")
                    : STR_NONE);
}

static void look_at_fonts(struct report *r)
{
    struct arena *mem = &r->cli->mem;
    struct str why = STR_NONE;
    struct fonts *fonts = fonts_create(r->cli->paths.assets, mem, &why);
    bool usable = fonts_usable(fonts);
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
    static const char *const files[] = {SOUND_MODULE_FILE, ICAL_MODULE_FILE};
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        struct str path =
            path_join(&r->cli->mem, r->cli->paths.modules, str_from(files[i]));
        bool there = file_exists(path);
        report_put(r, there ? FOUND_OK : FOUND_BROKEN, "module", path,
                   there ? STR_NONE
                         : STR("it is missing: install breathmark again"));
    }
}

void doctor_machine(struct report *r)
{
    look_at_display(r);
    look_at_sound(r);
    look_at_fonts(r);
    look_at_language(r);
    look_at_modules(r);
}
