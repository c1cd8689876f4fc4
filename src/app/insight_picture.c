// SPDX-License-Identifier: MIT
#include "app/insight_picture.h"

#include "app/colours.h"
#include "app/language.h"
#include "app/preferences.h"
#include "app/world.h"
#include "platform/canvas.h"
#include "platform/fonts.h"
#include "platform/paint.h"
#include "platform/png.h"
#include "screens/insight.h"

enum { WIDTH_PX = 1920, HEIGHT_PX = 1080 };

static void put_line(struct buf *said, struct str line)
{
    if (line.len > 0) {
        buf_put(said, line);
        buf_put_char(said, '\n');
    }
}

static const struct scene *make_scene(const struct insight_picture *p,
                                      const struct facts *facts,
                                      struct fonts *fonts, struct arena *mem)
{
    static const enum insight_view views[] = {
        [INSIGHT_DAY] = INSIGHT_VIEW_KIND,
        [INSIGHT_PRACTICE] = INSIGHT_VIEW_PRACTICE,
        [INSIGHT_MONTH] = INSIGHT_VIEW_TIME};
    struct stage stage = stage_fit(WIDTH_PX, HEIGHT_PX);
    fonts_fit(fonts, stage.px);
    struct ruler ruler = fonts_ruler(fonts);
    ruler.tongue = facts->tongue;
    struct scene *scene = ARENA_NEW(mem, struct scene);
    struct page page = {scene, &ruler};
    struct insight_screen insight = {.view = views[p->by]};
    insight_screen_open(&insight);
    scene_begin(scene, stage.left, stage.top, stage.right, stage.bottom);
    insight_screen_draw(&insight, facts, &page);
    if (facts->tongue->right_to_left) {
        scene_mirror(scene, 0, STAGE_WIDTH / 2);
    }
    return scene;
}

// The palette that is chosen, at any hour.
static struct theme theme_chosen(const struct settings *s, struct str data,
                                 struct buf *said)
{
    struct colours colours = {0};
    colours_choose(&colours, s, data, said);
    colours_at(&colours, s, DAY_MINUTE, 100, 0);
    struct theme theme = colours_theme(&colours, 0);
    colours_finish(&colours);
    return theme;
}

bool insight_picture_write(const struct insight_picture *p, struct arena *mem,
                           struct buf *said)
{
    struct str why = STR_NONE;
    struct fonts *fonts = fonts_create(p->paths->assets, mem, &why);
    put_line(said, why);
    if (!fonts_usable(fonts)) {
        fonts_destroy(fonts);
        return false; // a picture without its words would mislead
    }
    struct world world = {0};
    struct preferences preferences = {0};
    struct canvas canvas = {
        ARENA_ARRAY(mem, uint32_t, (size_t)WIDTH_PX * HEIGHT_PX), WIDTH_PX,
        HEIGHT_PX, WIDTH_PX};
    preferences_init(&preferences, p->paths->settings);
    struct str at = STR_NONE;
    struct tongue tongue = language_find(
        p->paths, preferences.settings.text[SETTING_LANGUAGE], mem, NULL, &at);
    world_read(&world, &(struct world_view){.paths = p->paths,
                                            .now = p->now,
                                            .settings = &preferences.settings,
                                            .tongue = &tongue});
    world_insight(&world, p->paths);
    struct theme theme =
        theme_chosen(&preferences.settings, p->paths->data, said);
    struct painter *painter = painter_create(fonts);
    painter_draw(painter, make_scene(p, &world.facts, fonts, mem), &theme,
                 canvas);
    painter_destroy(painter);
    bool well = png_write(p->path, canvas, mem, &why);
    if (!well) {
        buf_printf(said, "%.*s: %.*s\n", STR_ARG(p->path), STR_ARG(why));
    }
    world_finish(&world);
    preferences_finish(&preferences);
    fonts_destroy(fonts);
    return well;
}
