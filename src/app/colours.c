// SPDX-License-Identifier: MIT
#include "app/colours.h"

#include <math.h>
#include <string.h>

#include "core/words.h"
#include "frame/theme_read.h"
#include "platform/paths.h"

enum {
    PALETTE_BYTES = 64 * 1024,
    FADE_LEAST_MS = 450, // as between screens
    // From black to white; a quarter of that in a second is the most
    // (sound-and-look.md, 8).
    FADE_WHOLE_MS = 4500
};

enum palette colours_palette(const struct settings *s, int minute)
{
    int chosen = s->number[SETTING_PALETTE];
    bool by_hour = s->number[SETTING_PALETTE_BY_HOUR] == SETTING_ON;
    if (by_hour && chosen != PALETTE_CONTRAST) {
        if (minute >= NIGHT_MINUTE || minute < DAY_MINUTE) {
            return PALETTE_NIGHT;
        }
        if (minute >= DUSK_MINUTE) {
            return PALETTE_DUSK;
        }
    }
    return chosen >= 0 ? (enum palette)chosen : PALETTE_COUNT;
}

void colours_finish(struct colours *c)
{
    arena_finish(&c->mem);
    *c = (struct colours){0};
}

static struct str path_of(struct str name, struct str data, struct arena *mem)
{
    struct str file = arena_printf(mem, "palettes/%.*s.txt", STR_ARG(name));
    return path_join(mem, data, file);
}

bool colours_read(struct theme *out, struct str name, struct str data,
                  struct arena *mem, struct buf *said)
{
    struct diags notes = {.mem = mem};
    struct str text = STR_NONE, why = STR_NONE;
    if (!word_is_name(name, true)) {
        buf_printf(said,
                   "\"%.*s\" is not the name of a palette; write night, dusk, "
                   "paper, contrast or a name of your own\n",
                   STR_ARG(name));
        return false;
    }
    struct str path = path_of(name, data, mem);
    if (!file_read(path, PALETTE_BYTES, mem, &text, &why)) {
        buf_printf(said,
                   "the palette %.*s cannot be read: %.*s: %.*s; ours are "
                   "night, dusk, paper and contrast\n",
                   STR_ARG(name), STR_ARG(path), STR_ARG(why));
        return false;
    }
    bool well = theme_read(out, text, mem, &notes);
    diags_print(&notes, path, true, said);
    return well;
}

void colours_choose(struct colours *c, const struct settings *s,
                    struct str data, struct buf *said)
{
    struct arena mem = {0};
    struct str name = s->text[SETTING_PALETTE];
    bool own = s->number[SETTING_PALETTE] < 0;
    struct file_mark mark =
        own ? file_mark_of(path_of(name, data, &mem)) : c->mark;
    bool known = str_equal(c->own_name, name) && file_mark_same(c->mark, mark);
    if (own && !known) {
        arena_finish(&c->mem);
        c->own_name = arena_copy(&c->mem, name);
        c->mark = mark;
        c->usable = colours_read(&c->own, name, data, &c->mem, said);
        if (!c->usable) {
            buf_printf(said, "the palette %.*s is not used; night stands in\n",
                       STR_ARG(name));
        }
    }
    arena_finish(&mem);
}

static double light_of(uint32_t colour)
{
    return theme_colours_contrast(colour, 0) / 21;
}

void colours_at(struct colours *c, const struct settings *s, int minute,
                int percent, int64_t now_ms)
{
    enum palette p = colours_palette(s, minute);
    const struct theme *th = p < PALETTE_COUNT ? theme_of(p)
                             : c->usable       ? &c->own
                                               : theme_of(PALETTE_NIGHT);
    struct theme to = theme_dimmed(th, percent);
    if (c->begun && memcmp(to.colour, c->to.colour, sizeof(to.colour)) == 0) {
        return;
    }
    c->from = colours_theme(c, now_ms);
    double further = fabs(light_of(to.colour[ROLE_CENTRE]) -
                          light_of(c->from.colour[ROLE_CENTRE]));
    c->over_ms = c->begun ? FADE_LEAST_MS + (int)(further * FADE_WHOLE_MS) : 0;
    c->from_ms = now_ms;
    c->to = to;
    c->begun = true;
}

bool colours_move(const struct colours *c, int64_t now_ms)
{
    return now_ms - c->from_ms < c->over_ms;
}

struct theme colours_theme(const struct colours *c, int64_t now_ms)
{
    if (!colours_move(c, now_ms)) {
        return c->to;
    }
    int percent = (int)((now_ms - c->from_ms) * 100 / c->over_ms);
    return theme_mixed(&c->from, &c->to, percent);
}
