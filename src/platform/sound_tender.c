// SPDX-License-Identifier: MIT
// Brings scores what they ask for while they sound. A spoken line may take a
// second to render: so on a thread of its own, and no pause ever waits for it.
// A place among the supplies is claimed and given back under tend_lock; between
// the two it is this thread's.
#include "platform/sound_inside.h"

#include <SDL.h>

enum {
    TEND_MS = 50, // between two looks at what flows
    HELD_MS = 250 // and at a score that is only to be let go
};

void tender_begin(struct sound *s, struct score *score)
{
    struct buf lines = {0};
    int place = -1;
    SDL_LockMutex(s->tend_lock);
    for (int i = 0; i < STREAM_SCORES; i++) {
        struct score *it = atomic_load(&s->supplied[i]);
        if (it == score) {
            SDL_UnlockMutex(s->tend_lock);
            return; // as it was: it comes back
        }
        place = it == NULL && place < 0 ? i : place;
    }
    SDL_UnlockMutex(s->tend_lock);
    if (place >= 0) {
        supply_begin(&s->supplies[place], score, &s->shelf, &s->voice, &lines);
        SDL_LockMutex(s->tend_lock);
        atomic_store(&s->supplied[place], score);
        SDL_CondSignal(s->tend_wake);
        SDL_UnlockMutex(s->tend_lock);
    }
    sound_tell(s, &lines);
    buf_finish(&lines);
}

// Whether the score in a place still sounds; if not, the place is free.
static bool still_sounds(struct sound *s, int place)
{
    SDL_LockMutex(s->tend_lock);
    struct score *score = atomic_load(&s->supplied[place]);
    bool sounds = score && !s->tend_ends && stream_uses(&s->stream, score);
    if (score && !sounds) {
        supply_finish(&s->supplies[place]);
        atomic_store(&s->supplied[place], NULL);
    }
    SDL_UnlockMutex(s->tend_lock);
    return sounds;
}

// How soon to look again, in ms; 0: when a score begins.
static Uint32 tend(struct sound *s)
{
    struct buf lines = {0};
    Uint32 again_ms = 0;
    for (int i = 0; i < STREAM_SCORES; i++) {
        if (still_sounds(s, i)) {
            supply_tend(&s->supplies[i], atomic_load(&s->stream.voice), &lines);
            bool flows = supply_flows(&s->supplies[i]) || again_ms == TEND_MS;
            again_ms = flows ? TEND_MS : HELD_MS;
        }
    }
    sound_tell(s, &lines);
    buf_finish(&lines);
    return again_ms;
}

static int SDLCALL tender(void *self)
{
    struct sound *s = self;
    for (bool ends = false; !ends;) {
        Uint32 again_ms = tend(s);
        SDL_LockMutex(s->tend_lock);
        bool news = false;
        for (int i = 0; again_ms == 0 && i < STREAM_SCORES; i++) {
            news |= atomic_load(&s->supplied[i]) != NULL;
        }
        if (!s->tend_ends && again_ms > 0) {
            SDL_CondWaitTimeout(s->tend_wake, s->tend_lock, again_ms);
        } else if (!s->tend_ends && !news) {
            SDL_CondWait(s->tend_wake, s->tend_lock);
        }
        ends = s->tend_ends;
        SDL_UnlockMutex(s->tend_lock);
    }
    tend(s); // gives back every place
    return 0;
}

void tender_start(struct sound *s)
{
    s->tend_lock = SDL_CreateMutex();
    s->tend_wake = SDL_CreateCond();
    s->tender = SDL_CreateThread(tender, "sound tender", s);
    if (s->tend_lock == NULL || s->tend_wake == NULL || s->tender == NULL) {
        arena_fail();
    }
}

void tender_end(struct sound *s)
{
    SDL_LockMutex(s->tend_lock);
    s->tend_ends = true;
    SDL_CondSignal(s->tend_wake);
    SDL_UnlockMutex(s->tend_lock);
    SDL_WaitThread(s->tender, NULL);
    SDL_DestroyCond(s->tend_wake);
    SDL_DestroyMutex(s->tend_lock);
}
