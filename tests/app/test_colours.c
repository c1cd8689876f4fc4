// SPDX-License-Identifier: MIT
// Colours go by the hour when asked, except for who needs high contrast; a
// palette of a person's own is taken from its file, also when that changes, or
// said to be wrong; and no change of light is faster than eyes may bear.
#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/colours.h"
#include "frame/theme_read.h"
#include "platform/paths.h"

static void colours_go_by_the_hour(void **state)
{
    (void)state;
    static const struct {
        int minute;
        enum palette palette;
    } rows[] = {{0, PALETTE_NIGHT},    {359, PALETTE_NIGHT},
                {360, PALETTE_PAPER},  {1079, PALETTE_PAPER},
                {1080, PALETTE_DUSK},  {1259, PALETTE_DUSK},
                {1260, PALETTE_NIGHT}, {1439, PALETTE_NIGHT}};
    struct settings s;
    settings_init(&s);
    s.number[SETTING_PALETTE] = PALETTE_PAPER;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        s.number[SETTING_PALETTE_BY_HOUR] = SETTING_ON;
        assert_int_equal(colours_palette(&s, rows[i].minute), rows[i].palette);
        s.number[SETTING_PALETTE_BY_HOUR] = SETTING_OFF;
        assert_int_equal(colours_palette(&s, rows[i].minute), PALETTE_PAPER);
    }
    s.number[SETTING_PALETTE_BY_HOUR] = SETTING_ON;
    s.number[SETTING_PALETTE] = PALETTE_CONTRAST;
    assert_int_equal(colours_palette(&s, 1300), PALETTE_CONTRAST);
    s.number[SETTING_PALETTE] = -1;
    assert_int_equal(colours_palette(&s, 720), PALETTE_COUNT);
    assert_int_equal(colours_palette(&s, 1300), PALETTE_NIGHT);
}

static double light_at(const struct colours *c, int64_t now_ms)
{
    struct theme th = colours_theme(c, now_ms);
    return theme_colours_contrast(th.colour[ROLE_CENTRE], 0) / 21;
}

static void light_changes_slowly(void **state)
{
    (void)state;
    struct settings s;
    settings_init(&s);
    struct colours c = {0};
    s.number[SETTING_PALETTE] = PALETTE_NIGHT;
    colours_at(&c, &s, 720, 100, 1000);
    assert_false(colours_move(&c, 1000)); // the first come at once
    s.number[SETTING_PALETTE] = PALETTE_PAPER;
    colours_at(&c, &s, 720, 100, 2000);
    assert_true(colours_move(&c, 2000));
    double before = light_at(&c, 2000), most = 0;
    int64_t now_ms = 2000;
    for (; colours_move(&c, now_ms); now_ms += 250) {
        colours_at(&c, &s, 720, 100, now_ms); // changes nothing
        double now = light_at(&c, now_ms);
        most = now - before > most ? now - before : most;
        before = now;
    }
    // Light is steeper than colour: at its steepest a little more than evenly.
    assert_true(most > 0.01 && most < 0.25);
    struct theme end = colours_theme(&c, now_ms);
    assert_memory_equal(end.colour, theme_of(PALETTE_PAPER)->colour,
                        sizeof(end.colour));
    colours_at(&c, &s, 720, 50, now_ms);
    assert_true(colours_move(&c, now_ms)); // dimming, too
    colours_finish(&c);
}

static void write_text(struct str path, const char *text)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    assert_true(file_replace(path, str_from(text), &mem, &why));
    arena_finish(&mem);
}

static void a_palette_file_is_followed(void **state)
{
    (void)state;
    char folder[] = "/tmp/breathmark-colours-XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct arena mem = {0};
    struct str data = str_from(folder), why = STR_NONE;
    struct str palettes = path_join(&mem, data, STR("palettes"));
    struct str path = path_join(&mem, palettes, STR("moss.txt"));
    assert_true(folder_make(palettes, &mem, &why));
    struct settings s;
    settings_init(&s);
    s.text[SETTING_PALETTE] = STR("moss");
    s.number[SETTING_PALETTE] = -1;
    struct colours c = {0};
    struct buf said = {0};
    colours_choose(&c, &s, data, &said);
    assert_true(str_find(buf_view(&said), '\n', 0) < said.len); // not there
    colours_at(&c, &s, 720, 100, 0);
    assert_int_equal(colours_theme(&c, 0).colour[ROLE_INK],
                     theme_of(PALETTE_NIGHT)->colour[ROLE_INK]);
    buf_clear(&said);
    colours_choose(&c, &s, data, &said);
    assert_int_equal(said.len, 0); // said once
    write_text(path, "edge: 0a120a\ncentre: 101a10\nsurface: 182418\n"
                     "ink: e8efe0\nink2: b4c4ac\nink3: 90a488\n"
                     "breath: a0d890\nwarm: f0c48a\ncare: f3a79c\n"
                     "ring: 70946a\nline: 2a3a2a\n");
    colours_choose(&c, &s, data, &said);
    assert_int_equal(said.len, 0);
    colours_at(&c, &s, 720, 100, 0);
    assert_int_equal(colours_theme(&c, 5000).colour[ROLE_INK], 0xe8efe0);
    write_text(path, "ink: e8efe0\n");
    colours_choose(&c, &s, data, &said);
    assert_true(said.len > 0);
    colours_at(&c, &s, 720, 100, 6000);
    assert_int_equal(colours_theme(&c, 9000).colour[ROLE_INK],
                     theme_of(PALETTE_NIGHT)->colour[ROLE_INK]);
    buf_finish(&said);
    colours_finish(&c);
    unlink(arena_printf(&mem, "%.*s", STR_ARG(path)).at);
    rmdir(arena_printf(&mem, "%.*s", STR_ARG(palettes)).at);
    rmdir(folder);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_go_by_the_hour),
        cmocka_unit_test(light_changes_slowly),
        cmocka_unit_test(a_palette_file_is_followed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
