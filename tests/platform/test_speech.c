// SPDX-License-Identifier: MIT
// Spoken menus: the newest words alone, and a service that hangs or is not
// there holds nobody. The library is a fake, found by LD_LIBRARY_PATH.
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "platform/clock.h"
#include "platform/file.h"
#include "platform/paths.h"
#include "platform/speech.h"

#define MS INT64_C(1000000)

struct place {
    struct arena mem;
    char folder[64];
    struct str log;
};

static int enter(void **state)
{
    struct place *p = calloc(1, sizeof(*p));
    snprintf(p->folder, sizeof(p->folder), "/tmp/test_speech.XXXXXX");
    *state = p;
    return mkdtemp(p->folder) == NULL ? -1 : 0;
}

static int leave(void **state)
{
    struct place *p = *state;
    char command[128];
    snprintf(command, sizeof(command), "rm -rf %s", p->folder);
    int status = system(command);
    arena_finish(&p->mem);
    free(p);
    return status;
}

static void log_to(struct place *p, const char *name)
{
    p->log = path_join(&p->mem, str_from(p->folder), str_from(name));
    setenv("FAKE_SPEECHD", p->log.at, 1);
}

static bool logged(struct place *p, const char *line)
{
    struct str text, why;
    for (int tries = 0; tries < 5000; tries++) {
        if (file_read(p->log, 0, &p->mem, &text, &why)) {
            while (text.len > 0) {
                if (str_equal(str_cut(&text, '\n'), str_from(line))) {
                    return true;
                }
            }
        }
        usleep(1000);
    }
    return false;
}

static void words_are_said_in_place_of_others(void **state)
{
    struct place *p = *state;
    struct str text, why;
    log_to(p, "log");
    struct speech *s = speech_create(STR("de"));
    speech_say(s, STR("Today"));
    assert_true(logged(p, "say Today"));
    speech_say(s, STR("Sessions, 2 of 9"));
    assert_true(logged(p, "say Sessions, 2 of 9"));
    speech_destroy(s);
    assert_true(logged(p, "close "));
    assert_true(file_read(p->log, 0, &p->mem, &text, &why));
    assert_str(text, "open breathmark\nrate -35\nlanguage de\ncancel \n"
                     "say Today\ncancel \nsay Sessions, 2 of 9\ncancel \n"
                     "close \n");
}

static void a_service_that_hangs_holds_nobody(void **state)
{
    struct place *p = *state;
    log_to(p, "hangs");
    int64_t began_ns = clock_now_ns();
    struct speech *s = speech_create(STR_NONE);
    for (int i = 0; i < 100; i++) {
        speech_say(s, STR("Today"));
    }
    struct buf line = {0};
    assert_false(speech_line(s, &line));
    usleep(20000); // it hangs by now
    speech_destroy(s);
    assert_true(clock_now_ns() - began_ns < 2000 * MS);
}

static void no_service_is_told_once(void **state)
{
    struct place *p = *state;
    log_to(p, "no/such/folder");
    struct speech *s = speech_create(STR_NONE);
    struct buf line = {0};
    speech_say(s, STR("Today"));
    for (int tries = 0; tries < 5000 && !speech_line(s, &line); tries++) {
        usleep(1000);
    }
    assert_str(buf_view(&line),
               "menus cannot be spoken: Speech Dispatcher does not answer");
    speech_say(s, STR("Sessions"));
    usleep(20000);
    assert_false(speech_line(s, &line));
    speech_destroy(s);
    buf_finish(&line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_are_said_in_place_of_others,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(no_service_is_told_once, enter, leave),
        cmocka_unit_test_setup_teardown(a_service_that_hangs_holds_nobody,
                                        enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
