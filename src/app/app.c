// SPDX-License-Identifier: MIT
// A turn of the loop: take what the person did, tell the screens the time,
// perform what they ask, draw if something moved, sleep until the next frame
// or input. Only here do the screens and the machine meet.
#include "app/app.h"

#include <stdlib.h>

#include "app/app_inside.h"
#include "app/health.h"
#include "frame/hum.h"
#include "platform/clock.h"

enum {
    LONGEST_SLEEP_MS = 250,
    LONGEST_IDLE_MS = 1000,
    READING_MS = 5,
    STALL_MS = 1000
};

void app_say(struct app *a, struct str line)
{
    if (line.len > 0) {
        a->options.say(a->options.self, line);
    }
}

struct instant app_instant(struct app *a)
{
    int64_t now_ns = clock_now_ns();
    struct instant at = {.now_ms = now_ns / NS_PER_MS};
    if (a->conductor.tl) {
        conductor_gate(&a->conductor, program_gate_ms(&a->program));
        at.session_ms = conductor_ms(&a->conductor, now_ns);
    }
    return at;
}

static void give(struct app *a, const struct input *in)
{
    program_input(&a->program, in, app_instant(a), &a->asked);
    app_perform(a);
}

// The machine slept or the process stood still: nothing was played meanwhile.
static bool stood_still(struct app *a)
{
    int64_t boot_ns = clock_boot_ns();
    int64_t gap_ns = boot_ns - a->turn_boot_ns;
    a->turn_boot_ns = boot_ns;
    return a->conductor.state == CONDUCTOR_PLAYING &&
           gap_ns > STALL_MS * NS_PER_MS;
}

static void tell_lines(struct app *a)
{
    struct buf line = {0};
    while (conductor_line(&a->conductor, &line) ||
           (a->speech && speech_line(a->speech, &line))) {
        app_say(a, buf_view(&line));
        buf_clear(&line);
    }
    buf_finish(&line);
}

// Of a picture at that moment.
static struct theme theme_at(struct app *a, struct instant at)
{
    struct theme theme = colours_theme(&a->colours, at.now_ms);
    return theme_dimmed(&theme,
                        program_dim_percent(&a->program, at.session_ms));
}

static void begin_scene(struct app *a)
{
    struct stage stage = window_stage(a->window);
    program_fit(&a->program, &a->ruler, -stage.top, stage.px);
    fonts_fit(a->fonts, a->ruler.px);
    scene_begin(&a->scene, stage.left, stage.top, stage.right, stage.bottom);
}

// The light of the first picture, beside the reading of what stands on it.
static void begin_first(struct app *a)
{
    struct theme theme = theme_at(a, app_instant(a));
    begin_scene(a);
    program_draw_light(&a->program, &a->scene);
    window_begin(a->window, a->painter, &a->scene, &theme);
}

static void draw(struct app *a, struct instant at)
{
    struct ruler before = a->ruler;
    begin_scene(a);
    float px = a->ruler.px, growth = a->ruler.growth;
    if (px < before.px || px > before.px || growth < before.growth ||
        growth > before.growth || a->ruler.narrow != before.narrow) {
        program_remeasure(&a->program);
    }
    program_draw(&a->program, &a->scene, at);
    struct theme theme = theme_at(a, at);
    if (!window_draw(a->window, a->painter, &a->scene, &theme)) {
        app_say(a, str_from(window_fault(a->window)));
        give(a, &(struct input){.kind = INPUT_CLOSE}); // keeps the words
        a->quit = true;
    }
}

// Until the next frame while something moves, else until something is due;
// never longer than a pause is noticed while a session runs, or a changed
// file otherwise.
static void sleep_until_due(struct app *a, struct instant at)
{
    bool fades = colours_move(&a->colours, at.now_ms);
    int64_t due_ms = fades ? 0 : program_due(&a->program, at);
    if (a->conductor.state == CONDUCTOR_PLAYING && due_ms > LONGEST_SLEEP_MS) {
        due_ms = LONGEST_SLEEP_MS;
    }
    due_ms = due_ms < LONGEST_IDLE_MS ? due_ms : LONGEST_IDLE_MS;
    bool waits = a->keeping || journal_loader_reads(&a->journal_loader);
    if (waits && due_ms > READING_MS) {
        due_ms = READING_MS;
    }
    window_wait(a->window, pace_next(&a->pace, clock_now_ns(), due_ms));
    clock_sleep_until(a->pace.least_ns);
}

// Where nobody is to see what this is, the window has a plain name.
static void follow_title(struct app *a)
{
    const struct settings *s = &a->preferences.settings;
    bool plain = a->program.hidden || s->number[SETTING_DISCREET] == SETTING_ON;
    struct phrase title = {0};
    phrase_put(&title, plain       ? STR("Notes")
                       : a->titled ? a->session->title
                                   : STR("Breathmark"));
    if (!str_equal(phrase_view(&title), phrase_view(&a->title))) {
        a->title = title;
        window_title(a->window, phrase_view(&a->title));
    }
}

// A gamepad hums with the breath, where that is wished and a session runs.
static void follow_breath(struct app *a, struct instant at)
{
    bool wished = a->preferences.settings.number[SETTING_RUMBLE] == SETTING_ON;
    bool plays = a->program.screen == SCREEN_PLAYER && !a->program.hidden &&
                 a->conductor.state == CONDUCTOR_PLAYING;
    if (!wished || !plays || at.now_ms - a->hummed_ms < HUM_EVERY_MS) {
        return;
    }
    struct moment m = timeline_at(a->conductor.tl, at.session_ms);
    float strength = hum_at(a->conductor.tl, &m);
    a->hummed_ms = at.now_ms;
    if (strength > 0 || a->hums) {
        window_hum(a->window, strength, HUM_MS);
        a->hums = strength > 0;
    }
}

// While someone practises the screen stays on; who has left a session leaves
// its name behind.
static void follow_screen(struct app *a)
{
    const struct program *p = &a->program;
    bool plays = p->screen == SCREEN_PLAYER && !p->player.paused &&
                 p->player.stage != PLAYER_CAUTIONS;
    bool awake = plays || p->screen == SCREEN_GROUND;
    if (a->awake != awake) {
        a->awake = awake;
        window_keep_awake(a->window, awake);
    }
    const struct settings *s = &a->preferences.settings;
    window_black_others(a->window, awake && window_is_fullscreen(a->window) &&
                                       s->number[SETTING_OTHER_DISPLAYS] == 1);
    bool home = p->screen == SCREEN_TODAY || p->screen == SCREEN_SESSIONS;
    a->titled = a->titled && !home;
    follow_title(a);
}

static void turn(struct app *a)
{
    struct input in;
    bool stalled = stood_still(a);
    while (!a->quit && window_next_input(a->window, &in)) {
        give(a, &in);
    }
    struct instant at = app_instant(a);
    stalled |= conductor_stalled(&a->conductor);
    if (conductor_lost(&a->conductor)) {
        app_say(a, STR("the sound device is gone; the next one joins in"));
        give(a, &(struct input){.kind = INPUT_UNPLUGGED});
        at = app_instant(a);
    }
    if (conductor_deaf(&a->conductor)) {
        app_say(a, STR("the sound device is open and asks for no sound; the "
                       "session goes on without"));
    }
    if (stalled) {
        give(a, &(struct input){.kind = INPUT_STALLED});
        at = app_instant(a);
    }
    program_tick(&a->program, at, &a->asked);
    app_perform(a);
    app_look(a);
    app_hear_desktop(a);
    app_take_kept(a);
    app_take_journal(a);
    tell_lines(a);
    follow_screen(a);
    follow_breath(a, at);
    if (!a->quit) {
        draw(a, app_instant(a));
        sleep_until_due(a, at);
    }
}

static void ask_desktop(void *self)
{
    struct app *a = self;
    a->desktop = desktop_ask(DESKTOP_LIMIT_MS);
}

static bool open_window(struct app *a)
{
    const struct app_options *o = &a->options;
    const struct settings *s = &a->preferences.settings;
    int display = s->number[SETTING_DISPLAY];
    bool windowed = o->windowed || s->number[SETTING_FULLSCREEN] == SETTING_OFF;
    struct str why = STR_NONE;
    a->fonts = fonts_begin(o->paths->assets);
    a->ruler = fonts_ruler(a->fonts);
    a->painter = painter_create(a->fonts);
    a->window = window_create(
        (struct window_options){
            .title = s->number[SETTING_DISCREET] == SETTING_ON
                         ? STR("Notes")
                         : STR("Breathmark"),
            .windowed = windowed,
            .width = o->width,
            .height = o->height,
            .display = display - 1, // counted from 1; 0: as it likes
            .drive = (enum window_drive)s->number[SETTING_DRAWING],
            .begin_beside = ask_desktop,
            .self = a},
        &a->mem, &why);
    app_say(a, why);
    return a->window != NULL;
}

static void open_sound(struct app *a)
{
    const struct paths *paths = a->options.paths;
    struct sound_setup setup = {
        .own = path_join(&a->mem, paths->data, STR("sounds")),
        .shipped = path_join(&a->mem, paths->assets, STR("sounds")),
        .packs = path_join(&a->mem, paths->data, STR("voices")),
        .modules = paths->modules};
    conductor_init(&a->conductor, &setup, a->options.mute);
}

static void open_keeper(struct app *a)
{
    struct unfinished_list unfinished = {0};
    keeper_init(&a->keeper,
                &(struct keeper_options){.paths = a->options.paths,
                                         .beside = true,
                                         .now = a->options.now,
                                         .say = a->options.say,
                                         .self = a->options.self},
                &unfinished);
    leftovers_init(&a->left, &unfinished);
}

// The day and the greeting stand before the scripts are read, and what those
// offer before sound is opened, whose libraries take longer to load than all
// else. What is on the screen stays where it is, and no input is taken before
// all of it is there.
static void show_first(struct app *a)
{
    app_begin_world(a);
    program_welcome(&a->program, !a->preferences.there);
    app_apply_colours(a);
    program_settings_changed(&a->program);
    if (a->program.screen == SCREEN_TODAY) {
        begin_first(a);
        draw(a, app_instant(a));
    }
    app_complete_world(a);
    draw(a, app_instant(a));
}

static void start(struct app *a)
{
    program_init(&a->program, &(struct program_options){
                                  .ruler = &a->ruler,
                                  .play = a->options.play != NULL,
                                  .no_journal = a->options.no_journal});
    app_apply_language(a);
    if (a->options.play) {
        app_read_world(a);
    } else {
        show_first(a);
    }
    app_say(a, fonts_missing(a->fonts));
    open_sound(a);
    app_apply_settings(a);
    if (a->options.play) {
        app_open(a, a->options.play, STR_NONE);
    }
    app_perform(a);
    a->turn_boot_ns = clock_boot_ns();
}

enum app_end app_run(const struct app_options *options)
{
    struct app *a = calloc(1, sizeof(*a));
    if (!a) {
        arena_fail();
    }
    a->options = *options;
    preferences_init(&a->preferences, options->paths->settings);
    app_tell_preferences(a);
    enum app_end end = APP_NO_DISPLAY;
    if (open_window(a)) {
        open_keeper(a);
        start(a);
        if (a->keeper.late) {
            leftovers_await(&a->left, &a->keeper.options);
        }
        while (!a->quit) {
            turn(a);
        }
        app_settle_kept(a);
        app_remember_volume(a);
        end = a->not_kept ? APP_NOT_KEPT : APP_WELL;
        struct sound_health health = conductor_health(&a->conductor);
        health_note(options->paths, &health);
        speech_destroy(a->speech);
        conductor_finish(&a->conductor);
        running_finish(&a->running);
        leftovers_finish(&a->left);
        keeper_finish(&a->partner);
        keeper_finish(&a->keeper);
        marking_finish(&a->marking);
        program_finish(&a->program);
        journal_loader_finish(&a->journal_loader);
    }
    desktop_drop(a->desktop);
    painter_destroy(a->painter);
    fonts_destroy(a->fonts);
    window_destroy(a->window);
    colours_finish(&a->colours);
    world_finish(&a->world);
    preferences_finish(&a->preferences);
    app_close_sessions(a);
    arena_finish(&a->mem);
    free(a);
    return end;
}
