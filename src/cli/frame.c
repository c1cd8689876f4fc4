// SPDX-License-Identifier: MIT
// A picture of what the player shows at one moment of a session.
#include "app/colours.h"
#include "cli/choose.h"
#include "platform/fonts.h"
#include "platform/paint.h"
#include "platform/png.h"
#include "screens/player.h"

enum { LEAST_PX = 64, MOST_PX = 8192 };

struct picture {
    struct chooser chosen;
    struct str script, path; // of the session, of the PNG
    int64_t at_ms;           // -1: not given
    int width, height;
    struct theme theme;
    struct player_options player;
};

// One of count words; says so, and which there are, when it is none.
static bool read_word(struct arguments *args, struct str option,
                      struct str (*word_of)(int), int count, int *out)
{
    struct str value = STR_NONE;
    if (!arguments_value(args, option, &value)) {
        return false;
    }
    struct buf all = {0};
    for (int i = 0; i < count; i++) {
        struct str word = word_of(i);
        if (str_equal(value, word)) {
            *out = i;
            buf_finish(&all);
            return true;
        }
        buf_printf(&all, "%s%.*s", i > 0 ? ", " : "", STR_ARG(word));
    }
    cli_fail(args->cli, EXIT_USAGE, "%.*s %.*s: write one of %s",
             STR_ARG(option), STR_ARG(value), buf_cstr(&all));
    buf_finish(&all);
    return false;
}

// One of ours, or the name of a file in the person's palettes.
static bool read_palette(struct arguments *args, struct str option,
                         struct picture *p)
{
    struct cli *cli = args->cli;
    struct str name = STR_NONE;
    if (!arguments_value(args, option, &name)) {
        return false;
    }
    for (int i = 0; i < PALETTE_COUNT; i++) {
        if (str_equal(name, palette_word((enum palette)i))) {
            p->theme = *theme_of((enum palette)i);
            return true;
        }
    }
    struct buf said = {0};
    bool well =
        colours_read(&p->theme, name, cli->paths.data, &cli->mem, &said);
    cli_say_lines(cli, &said);
    return well;
}

static struct str word_of_size(int i)
{
    return str_from(setting_rule(SETTING_TEXT_SIZE)->words[i]);
}

static struct str word_of_pacer(int i)
{
    return session_pacer_word((enum pacer)i);
}

static struct str word_of_hud(int i)
{
    static const char *const words[] = {
        [HUD_FULL] = "full", [HUD_MINIMAL] = "minimal", [HUD_NONE] = "none"};
    return str_from(words[i]);
}

static bool read_size(struct arguments *args, struct str option,
                      struct picture *p)
{
    struct str value = STR_NONE;
    if (!arguments_value(args, option, &value)) {
        return false;
    }
    if (!choose_size(value, LEAST_PX, MOST_PX, &p->width, &p->height)) {
        cli_fail(args->cli, EXIT_USAGE,
                 "--size %.*s: write it like 1920x1080, each %d to %d",
                 STR_ARG(value), LEAST_PX, MOST_PX);
        return false;
    }
    return true;
}

static bool read_option(struct arguments *args, struct str word,
                        struct picture *p)
{
    int value = 0;
    if (str_equal(word, STR("--at"))) {
        return choose_duration(args, word, &p->at_ms);
    }
    if (str_equal(word, STR("-o"))) {
        return arguments_value(args, word, &p->path);
    }
    if (str_equal(word, STR("--size"))) {
        return read_size(args, word, p);
    }
    if (str_equal(word, STR("--palette"))) {
        return read_palette(args, word, p);
    }
    if (str_equal(word, STR("--text-size"))) {
        bool well = read_word(args, word, word_of_size, 3, &value);
        p->player.text_scale = settings_text_scale(value);
        return well;
    }
    if (str_equal(word, STR("--pacer"))) {
        bool well = read_word(args, word, word_of_pacer, PACER_COUNT, &value);
        p->player.pacer_chosen = true;
        p->player.pacer = (enum pacer)value;
        return well;
    }
    if (str_equal(word, STR("--hud"))) {
        bool well = read_word(args, word, word_of_hud, HUD_COUNT, &value);
        p->player.hud = (enum hud)value;
        return well;
    }
    if (str_equal(word, STR("--reduced-motion"))) {
        p->player.reduced_motion = true;
        return arguments_flag(args, word);
    }
    enum taken taken = choose_option(args, word, &p->chosen);
    if (taken == TAKEN_NOT) {
        cli_unknown(args, "frame", word);
    }
    return taken == TAKEN_WELL;
}

static int read_words(struct arguments *args, struct picture *p)
{
    struct str word;
    bool is_option;
    while (arguments_next(args, &word, &is_option)) {
        if (is_option && !read_option(args, word, p)) {
            return EXIT_USAGE;
        }
        if (!is_option && p->script.len > 0) {
            return cli_unknown(args, "frame", word);
        }
        p->script = is_option ? p->script : word;
    }
    if (p->script.len == 0 || p->at_ms < 0 || p->path.len == 0) {
        return cli_fail(args->cli, EXIT_USAGE,
                        "frame needs a session, --at DURATION and -o OUT.png");
    }
    return EXIT_DONE;
}

static int draw(struct cli *cli, const struct picture *p,
                const struct script *script)
{
    struct str why = STR_NONE;
    struct fonts *fonts = fonts_create(cli->paths.assets, &cli->mem, &why);
    if (why.len > 0) {
        cli_fail(cli, EXIT_DONE, "%.*s", STR_ARG(why));
    }
    if (!fonts_usable(fonts)) {
        fonts_destroy(fonts);
        return EXIT_FAULT; // a picture without its words would mislead
    }
    struct stage stage = stage_fit(p->width, p->height);
    struct player *player = ARENA_NEW(&cli->mem, struct player);
    struct scene *scene = ARENA_NEW(&cli->mem, struct scene);
    player_init(player, &script->session, &script->timeline, &p->player,
                &cli->mem);
    struct ruler ruler = fonts_ruler(fonts);
    ruler.reach = -stage.top;
    ruler_fit(&ruler, player_reflow(player, ruler.reach).scale, stage.px);
    fonts_fit(fonts, ruler.px);
    scene_begin(scene, stage.left, stage.top, stage.right, stage.bottom);
    player_scene_at(player, scene, &ruler);
    size_t pixels = (size_t)p->width * (size_t)p->height;
    struct canvas canvas = {ARENA_ARRAY(&cli->mem, uint32_t, pixels), p->width,
                            p->height, p->width};
    struct painter *painter = painter_create(fonts);
    painter_draw(painter, scene, &p->theme, canvas);
    painter_destroy(painter);
    fonts_destroy(fonts);
    if (!png_write(p->path, canvas, &cli->mem, &why)) {
        return cli_fail(cli, EXIT_FAULT, "%.*s: %.*s", STR_ARG(p->path),
                        STR_ARG(why));
    }
    return EXIT_DONE;
}

int cli_frame(struct arguments *args)
{
    struct picture p = {.at_ms = -1,
                        .width = 1920,
                        .height = 1080,
                        .theme = *theme_of(PALETTE_NIGHT)};
    int status = read_words(args, &p);
    if (status != EXIT_DONE) {
        return status;
    }
    struct script script;
    status = choose_script(args->cli, p.script, &p.chosen, &script);
    if (status != EXIT_DONE) {
        return status;
    }
    p.player.from_ms = p.at_ms;
    return draw(args->cli, &p, &script);
}
