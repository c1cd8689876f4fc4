// SPDX-License-Identifier: MIT
#include "frame/speaker.h"

enum {
    AHEAD = 2,        // lines that are brought before their time
    DUCK_MS = 250,    // before a line
    UNDUCK_MS = 1200, // after it
    OFF_MS = 400,
    TARDY_MS = 60 // a word later than this stays unsaid
};

// Where a line that was brought lies, for either thread; NULL: nowhere.
static struct speaker_place *find(struct speaker *s, size_t line)
{
    for (int i = 0; i < SPEAKER_PLACES; i++) {
        struct speaker_place *p = &s->places[i];
        if (atomic_load(&p->state) == SPEAKER_READY && p->line == line) {
            return p;
        }
    }
    return NULL;
}

// --- the bringing thread --------------------------------------------------

size_t speaker_wants(struct speaker *s, size_t *place)
{
    size_t next = atomic_load(&s->next);
    for (size_t line = next; line < s->list.count && line < next + AHEAD;
         line++) {
        if (find(s, line)) {
            continue;
        }
        for (size_t i = 0; i < SPEAKER_PLACES; i++) {
            if (atomic_load(&s->places[i].state) != SPEAKER_READY) {
                *place = i;
                return line;
            }
        }
    }
    return s->list.count;
}

void speaker_bring(struct speaker *s, size_t place, size_t line,
                   struct sample sample)
{
    s->places[place].line = line;
    s->places[place].sample = sample;
    atomic_store(&s->places[place].state, SPEAKER_READY);
}

void speaker_forget(struct speaker *s)
{
    for (int i = 0; i < SPEAKER_PLACES; i++) {
        s->places[i].sample = (struct sample){0};
        atomic_store(&s->places[i].state, SPEAKER_EMPTY);
    }
    s->saying = NULL;
}

// --- the mixing thread ----------------------------------------------------

static void stop(struct speaker *s)
{
    atomic_store(&s->saying->state, SPEAKER_DONE);
    s->saying = NULL;
}

// What was brought and is not among the next lines makes room.
static void clear_away(struct speaker *s)
{
    size_t next = atomic_load(&s->next);
    for (int i = 0; i < SPEAKER_PLACES; i++) {
        struct speaker_place *p = &s->places[i];
        if (p != s->saying && atomic_load(&p->state) == SPEAKER_READY &&
            (p->line < next || p->line >= next + AHEAD)) {
            atomic_store(&p->state, SPEAKER_DONE);
        }
    }
}

void speaker_due(struct speaker *s, int64_t at_ms, size_t most_order)
{
    for (;;) {
        size_t next = atomic_load(&s->next);
        if (next >= s->list.count) {
            return;
        }
        const struct spoken *line = &s->list.items[next];
        int64_t late_ms = at_ms - line->at_ms;
        if (late_ms < 0 || line->order > most_order) {
            return;
        }
        struct speaker_place *place = find(s, next);
        bool given_up =
            s->off || late_ms > (line->word ? TARDY_MS : SPOKEN_LATE_MS);
        if (!given_up && (place == NULL || s->saying != NULL)) {
            return; // it waits for its turn
        }
        atomic_store(&s->next, next + 1);
        if (!given_up && place->sample.frames > 0) {
            s->saying = place;
            s->voice = (struct sounding){.gain = 1};
        }
        clear_away(s);
    }
}

int64_t speaker_next_ms(const struct speaker *s)
{
    size_t next = atomic_load(&s->next);
    return next < s->list.count ? s->list.items[next].at_ms : INT64_MAX;
}

void speaker_seek(struct speaker *s, int64_t at_ms, size_t order, bool keep)
{
    enum { SEEK_MS = 60 };
    size_t next = 0;
    while (next < s->list.count && (s->list.items[next].at_ms < at_ms ||
                                    (s->list.items[next].at_ms == at_ms &&
                                     s->list.items[next].order < order))) {
        next++;
    }
    atomic_store(&s->next, next);
    if (!keep) {
        speaker_fade(s, SEEK_MS);
    }
    clear_away(s);
}

void speaker_again(struct speaker *s)
{
    s->voice.at = 0;
}

void speaker_fade(struct speaker *s, int ms)
{
    sounding_fade(&s->voice, ms);
}

// A word does not make the rest softer: it is over before that would help.
void speaker_control(struct speaker *s, int64_t at_ms)
{
    clear_away(s);
    if (s->off) {
        speaker_fade(s, OFF_MS);
    }
    size_t next = atomic_load(&s->next);
    bool says = !s->off && s->saying && !s->list.items[s->saying->line].word;
    if (!s->off && !says && next < s->list.count) {
        const struct spoken *line = &s->list.items[next];
        const struct speaker_place *place = find(s, next);
        says = !line->word && place && place->sample.frames > 0 &&
               line->at_ms - at_ms <= DUCK_MS;
    }
    s->duck += says ? 1.0f / DUCK_MS : -1.0f / UNDUCK_MS;
    s->duck = s->duck < 0 ? 0 : s->duck > 1 ? 1 : s->duck;
}

bool speaker_render(struct speaker *s, float *stereo, size_t frames)
{
    if (s->saying == NULL) {
        return false;
    }
    if (!sounding_add(&s->voice, s->saying->sample, stereo, frames)) {
        stop(s);
    }
    return true;
}

bool speaker_silent(const struct speaker *s)
{
    return s->saying == NULL;
}
