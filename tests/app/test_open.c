// SPDX-License-Identifier: MIT
// Session after session: the sound of the one before still fades, and reads
// its timeline, while the next is already open.
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
    app_settle(a);
    *state = p;
    return 0;
}

static int leave(void **state)
{
    struct place *p = *state;
    struct app *a = &p->app;
    conductor_finish(&a->conductor);
    program_finish(&a->program);
    window_destroy(a->window);
    world_finish(&a->world);
    preferences_finish(&a->preferences);
    arena_finish(&a->open_mem);
    app_free_retired(a);
    arena_finish(&a->mem);
    arena_finish(&p->mem);
    char command[128];
    snprintf(command, sizeof(command), "rm -rf %s", p->folder);
    free(p);
    return system(command);
}

static const struct timeline *open(struct app *a, int number)
{
    struct requests asked = {0};
    request_add(&asked, (struct request){REQUEST_OPEN, .value = number});
    app_perform(a, &asked);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_fading_session_keeps_its_timeline,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(opening_never_waits, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
