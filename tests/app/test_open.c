// SPDX-License-Identifier: MIT
// Session after session: the sound of the one before still fades, and reads
// its timeline, while the next is already open. And a session whose file is
// changed while it plays.
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include <SDL.h>

#include "app/app_inside.h"
#include "platform/clock.h"
#include "platform/file.h"
#include "screens/fixed_ruler.h"

struct place {
    struct arena mem;
    char folder[64];
    struct paths paths;
    struct now now;
    struct ruler ruler;
    struct app app;
};

static void drop_line(void *self, struct str line)
{
    (void)self;
    (void)line;
}

static void write_script(struct place *p, const char *name, const char *steps)
{
    struct str folder = path_join(&p->mem, p->paths.data, STR("sessions"));
    struct str why = STR_NONE;
    assert_true(folder_make(folder, &p->mem, &why));
    struct str text = arena_printf(&p->mem,
                                   "title: %s\nkind: breathwork\n"
                                   "class: gentle\n%s",
                                   name, steps);
    struct str file = arena_printf(&p->mem, "%s.session", name);
    assert_true(
        file_replace(path_join(&p->mem, folder, file), text, &p->mem, &why));
}

static int enter(void **state)
{
    struct place *p = calloc(1, sizeof(*p));
    snprintf(p->folder, sizeof(p->folder), "/tmp/test_open.XXXXXX");
    if (mkdtemp(p->folder) == NULL) {
        return -1;
    }
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    p->paths = paths_find(str_from(p->folder), &p->mem);
    p->paths.sessions = p->paths.assets = STR("/none");
    write_script(p, "a", "breathe 4-6 x 100\n");
    write_script(p, "b", "sit 3s\n");
    write_script(p, "c", "rest 2s\n");
    now_init(&p->now, NULL, false, &p->mem);
    struct app *a = &p->app;
    a->options = (struct app_options){
        .paths = &p->paths, .now = &p->now, .say = drop_line};
    keeper_init(&a->keeper,
                &(struct keeper_options){.paths = &p->paths, .now = &p->now},
                NULL);
    struct str why = STR_NONE;
    a->window =
        window_create((struct window_options){.windowed = true}, &a->mem, &why);
    assert_non_null(a->window);
    a->ruler = fixed_ruler;
    struct sound_setup setup = {.modules = STR(MODULES)};
    conductor_init(&a->conductor, &setup, false);
    program_init(&a->program, &(struct program_options){.ruler = &a->ruler});
    preferences_init(&a->preferences, p->paths.settings);
    app_read_world(a);
    app_apply_settings(a);
    *state = p;
    return 0;
}

static int leave(void **state)
{
    struct place *p = *state;
    struct app *a = &p->app;
    conductor_finish(&a->conductor);
    running_finish(&a->running);
    keeper_finish(&a->keeper);
    program_finish(&a->program);
    window_destroy(a->window);
    world_finish(&a->world);
    preferences_finish(&a->preferences);
    app_close_sessions(a);
    arena_finish(&a->mem);
    arena_finish(&p->mem);
    char command[128];
    snprintf(command, sizeof(command), "rm -rf %s", p->folder);
    free(p);
    return system(command);
}

static const struct timeline *open(struct app *a, int number)
{
    request_add(&a->asked, (struct request){REQUEST_OPEN, .value = number});
    app_perform(a);
    return a->conductor.tl;
}

static void wait_for_sound(struct app *a)
{
    for (int tries = 0; !a->conductor.by_sound && tries < 5000; tries++) {
        app_instant(a);
        SDL_Delay(1);
    }
    assert_true(a->conductor.by_sound);
}

static void a_fading_session_keeps_its_timeline(void **state)
{
    struct place *p = *state;
    struct app *a = &p->app;
    assert_int_equal(a->world.facts.practice_count, 3);
    const struct timeline *first = open(a, 0);
    const struct score *score = a->conductor.score;
    wait_for_sound(a);
    assert_true(conductor_uses(&a->conductor, score));
    struct timeline was = *first;
    const struct timeline *second = open(a, 1);
    assert_int_equal(second->length_ms, 3000);
    assert_true(conductor_uses(&a->conductor, score));
    assert_memory_equal(&was, first, sizeof(was));
}

// However fast one goes from session to session, nothing waits for the sound.
static void opening_never_waits(void **state)
{
    struct place *p = *state;
    struct app *a = &p->app;
    open(a, 0);
    wait_for_sound(a);
    int64_t before_ns = clock_now_ns();
    for (int i = 1; i < 6; i++) {
        open(a, i % 3);
    }
    assert_true(clock_now_ns() - before_ns < INT64_C(200000000));
    for (int tries = 0; a->retired && tries < 2000; tries++) {
        SDL_Delay(1);
        app_free_retired(a);
    }
    assert_null(a->retired);
}

static void run_for(struct app *a, int ms)
{
    for (int i = 0; i < ms; i += 10) {
        program_tick(&a->program, app_instant(a), &a->asked);
        app_perform(a);
        SDL_Delay(10);
    }
}

// Looks as if the second since the last time were over.
static void look(struct app *a)
{
    program_tick(&a->program, app_instant(a), &a->asked);
    app_perform(a);
    a->looked_ns = 0;
    app_look(a);
}

static void a_changed_script_goes_on_where_it_stood(void **state)
{
    struct place *p = *state;
    struct app *a = &p->app;
    const struct timeline *first = open(a, 0);
    wait_for_sound(a);
    run_for(a, 600);
    int64_t before_ms = program_session_ms(&a->program);
    assert_true(before_ms > 100);
    write_script(p, "a", "breathe 2-3 x 7\nrate ease \"How easy?\"\n");
    look(a);
    assert_ptr_not_equal(a->conductor.tl, first);
    assert_int_equal(a->conductor.tl->length_ms, 35000);
    assert_ptr_equal(a->program.player.tl, a->conductor.tl);
    assert_true(a->conductor.by_sound);
    assert_int_equal(a->program.reflection.rating_count, 1);
    run_for(a, 600);
    int64_t after_ms = program_session_ms(&a->program);
    assert_true(after_ms > before_ms && after_ms < before_ms + 5000);
    assert_true(played_ms(&a->program.player.played) > 300);
    // The same again is no change; shorter than the moment: it ends.
    const struct timeline *second = a->conductor.tl;
    write_script(p, "a", "breathe 2-3 x 7\nrate ease \"How easy?\"\n");
    look(a);
    assert_ptr_equal(a->conductor.tl, second);
    write_script(p, "a", "sit 0.1s\n");
    look(a);
    run_for(a, 100);
    assert_int_equal(a->program.player.stage, PLAYER_LANDING);
}

static bool wants_bed(const struct app *a, const char *name)
{
    const struct want *wants = NULL;
    size_t count = score_wants(a->conductor.score, &wants);
    for (size_t i = 0; i < count; i++) {
        if (wants[i].kind == WANT_BED &&
            str_equal(wants[i].name, str_from(name))) {
            return true;
        }
    }
    return false;
}

// What was chosen in Setup holds for the changed script too, and outlives the
// screen that it was chosen on.
static void a_changed_script_keeps_what_was_chosen(void **state)
{
    struct place *p = *state;
    struct app *a = &p->app;
    write_script(p, "a", "let n = 3 (1 to 9)\nbreathe 4-6 x n\n");
    look(a);
    look(a); // the list is read anew
    struct choice *nine = calloc(1, sizeof(*nine));
    *nine = (struct choice){STR("n"), 9000};
    struct choices chosen = {nine, 1, 1};
    request_add(&a->asked, (struct request){REQUEST_OPEN, .text = STR("rain"),
                                            .choices = &chosen});
    app_perform(a);
    free(nine);
    wait_for_sound(a);
    assert_int_equal(a->conductor.tl->length_ms, 90000);
    assert_true(wants_bed(a, "rain"));
    write_script(p, "a", "let n = 3 (1 to 9)\nbreathe 2-3 x n\n");
    look(a);
    assert_int_equal(a->conductor.tl->length_ms, 45000);
    assert_true(wants_bed(a, "rain"));
}

static void a_mistake_is_shown_and_the_session_goes_on(void **state)
{
    struct place *p = *state;
    struct app *a = &p->app;
    const struct timeline *first = open(a, 0);
    wait_for_sound(a);
    write_script(p, "a", "breathe 4-6 for 4x\n");
    look(a);
    assert_ptr_equal(a->conductor.tl, first);
    struct str said = phrase_view(&a->program.player.mistake);
    assert_str(said, "a.session:4:17: \"4x\" is not a duration");
    assert_true(a->program.player.cure.len > 0);
    write_script(p, "a", "breathe 4-6 x 100\n"); // as it was
    look(a);
    assert_ptr_equal(a->conductor.tl, first);
    assert_int_equal(a->program.player.mistake.len, 0);
}

static void the_list_follows_the_folder(void **state)
{
    struct place *p = *state;
    struct app *a = &p->app;
    look(a);
    const struct practice *was = a->world.facts.practices;
    look(a);
    assert_ptr_equal(a->world.facts.practices, was); // nothing changed
    write_script(p, "d", "sit 3q\n");
    look(a);
    assert_int_equal(a->world.facts.practice_count, 4);
    const struct practice *d = &a->world.facts.practices[3];
    assert_int_equal(d->mistake_count, 1);
    assert_int_equal(d->mistakes[0].line, 4);
    write_script(p, "d", "sit 3s\n");
    look(a);
    assert_int_equal(a->world.facts.practices[3].mistake_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_fading_session_keeps_its_timeline,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(opening_never_waits, enter, leave),
        cmocka_unit_test_setup_teardown(a_changed_script_goes_on_where_it_stood,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(
            a_mistake_is_shown_and_the_session_goes_on, enter, leave),
        cmocka_unit_test_setup_teardown(the_list_follows_the_folder, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(a_changed_script_keeps_what_was_chosen,
                                        enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
