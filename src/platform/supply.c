// SPDX-License-Identifier: MIT
#include "platform/supply.h"

enum {
    AHEAD_FRAMES = 6 * SCORE_RATE, // of a bed
    PIECE = 2048
};

static void fill(struct supply_bed *bed)
{
    int16_t stereo[2 * PIECE];
    while (ring_room(&bed->ring) >= PIECE) {
        loop_read(bed->loop, stereo, PIECE);
        ring_put(&bed->ring, stereo, PIECE);
    }
}

static void open_bed(struct supply *s, struct shelf *shelf, size_t want,
                     const struct want *w, struct buf *lines)
{
    struct str path;
    if (!shelf_find(shelf, w, &path)) {
        if (!w->ours) {
            buf_printf(lines,
                       "there is no sound bed-%.*s.ogg in %.*s; it stays "
                       "silent\n",
                       STR_ARG(w->name), STR_ARG(shelf->own));
        }
        return;
    }
    struct supply_bed *bed = &s->beds[s->bed_count];
    bed->loop = loop_open(path, &s->mem);
    if (bed->loop == NULL) {
        buf_printf(lines, "%.*s cannot be read as Ogg Vorbis; %s\n",
                   STR_ARG(path),
                   w->ours ? "ours plays instead" : "it stays silent");
        return;
    }
    bed->want = want;
    ring_make(&bed->ring, AHEAD_FRAMES, &s->mem);
    fill(bed);
    score_give_ring(s->score, want, &bed->ring);
    s->bed_count++;
}

void supply_begin(struct supply *s, struct score *score, struct shelf *shelf,
                  const struct narrator_setup *voice, struct buf *lines)
{
    const struct want *wants;
    size_t count = score_wants(score, &wants);
    *s = (struct supply){.score = score};
    s->beds = ARENA_ARRAY(&s->mem, struct supply_bed, count + 1);
    s->narrator.setup =
        (struct narrator_setup){.packs = arena_copy(&s->mem, voice->packs),
                                .pack = arena_copy(&s->mem, voice->pack),
                                .modules = arena_copy(&s->mem, voice->modules),
                                .lang = arena_copy(&s->mem, voice->lang)};
    shelf_give(shelf, score, lines);
    for (size_t i = 0; i < count; i++) {
        if (wants[i].kind == WANT_BED) {
            open_bed(s, shelf, i, &wants[i], lines);
        }
    }
}

static void bring_lines(struct supply *s, struct buf *lines)
{
    struct speaker *speaker = score_speaker(s->score);
    size_t place = 0;
    for (size_t line = speaker_wants(speaker, &place);
         line < speaker->list.count; line = speaker_wants(speaker, &place)) {
        struct sample said = {0};
        arena_finish(&s->said[place]);
        narrator_say(&s->narrator, &speaker->list.items[line], &s->said[place],
                     &said, lines);
        speaker_bring(speaker, place, line, said);
    }
}

void supply_tend(struct supply *s, bool speaks, struct buf *lines)
{
    for (size_t i = 0; i < s->bed_count; i++) {
        fill(&s->beds[i]);
    }
    if (speaks) {
        bring_lines(s, lines);
    }
}

bool supply_flows(const struct supply *s)
{
    return s->bed_count > 0 ||
           (s->score != NULL && score_speaker(s->score)->list.count > 0);
}

void supply_finish(struct supply *s)
{
    for (size_t i = 0; i < s->bed_count; i++) {
        score_give_ring(s->score, s->beds[i].want, NULL);
        loop_close(s->beds[i].loop);
    }
    if (s->score != NULL) {
        speaker_forget(score_speaker(s->score));
    }
    for (int i = 0; i < SPEAKER_PLACES; i++) {
        arena_finish(&s->said[i]);
    }
    narrator_finish(&s->narrator);
    arena_finish(&s->mem);
    *s = (struct supply){0};
}
