// SPDX-License-Identifier: MIT
// The open session is changed by whoever writes its script: it goes on at the
// same moment, or a mistake is shown while it plays on.
#include "screens/program.h"

void program_reloaded(struct program *p, const struct opened *o,
                      struct requests *ask)
{
    struct arena before = p->mem;
    p->mem = (struct arena){0};
    player_reload(&p->player, o->session, o->timeline, &p->mem, ask);
    arena_finish(&before);
    program_mistaken(p, STR_NONE, NULL);
    if (!reflection_written(&p->reflection)) {
        bool asked = p->reflection.asked;
        struct reflected about = p->reflection.about;
        about.session = o->session;
        about.name = o->name;
        about.title = o->session->title;
        reflection_open(&p->reflection, &about);
        p->reflection.asked = asked;
    }
}

void program_mistaken(struct program *p, struct str path, const struct diag *d)
{
    p->player.mistake = (struct phrase){0};
    p->player.cure = (struct phrase){0};
    if (!d) {
        return;
    }
    struct phrase *words = &p->player.mistake;
    phrase_put(words, str_behind(path, '/'));
    phrase_put(words, STR(":"));
    phrase_number(words, d->line);
    phrase_put(words, STR(":"));
    phrase_number(words, d->column);
    phrase_put(words, STR(": "));
    phrase_put(words, d->message);
    phrase_put(&p->player.cure, d->hint);
}

bool program_plays(const struct program *p)
{
    enum player_stage stage = p->player.stage;
    return p->player.tl && !p->reflecting &&
           (stage == PLAYER_CAUTIONS || stage == PLAYER_PLAYING);
}

int64_t program_session_ms(const struct program *p)
{
    return p->player.session_ms;
}
