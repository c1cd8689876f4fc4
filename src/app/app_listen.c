// SPDX-License-Identifier: MIT
// The sound of the breath by itself, for the page of the first run where a
// person sets how loud it is.
#include <assert.h>

#include "app/app_inside.h"
#include "app/levels.h"
#include "platform/clock.h"

void app_listen(struct app *a, bool on)
{
    struct request r = {.kind = on ? REQUEST_PLAY : REQUEST_SILENCE};
    a->listening = on;
    if (on) {
        struct arena mem = {0};
        struct script *script = ARENA_NEW(&mem, struct script);
        *script = (struct script){.diags = {.mem = &mem}};
        bool well = session_parse(&script->session,
                                  STR("title: Breath\nkind: breathwork\n"
                                      "class: gentle\nbreathe 4-6 x 90\n"),
                                  &mem, &script->diags) &&
                    script_compile(script, NULL, &mem) == SCRIPT_WELL;
        assert(well);
        (void)well;
        script->diags.mem = NULL; // it moves with the memory
        app_retire(a, mem, false);
        a->session = &script->session;
        app_apply_sound(a);
        struct score_options options = score_options_of(
            &script->session, a->conductor.levels, a->options.seed);
        conductor_load(&a->conductor, &script->timeline, &options,
                       &a->open_mem);
    }
    conductor_do(&a->conductor, &r, clock_now_ns());
}
