// SPDX-License-Identifier: MIT
#include "frame/theme_read.h"

#include <math.h>

static double linear(uint32_t colour, int shift)
{
    double part = (colour >> shift & 0xff) / 255.0;
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return 0.2126 * linear(colour, 16) + 0.7152 * linear(colour, 8) +
           0.0722 * linear(colour, 0);
}

double theme_colours_contrast(uint32_t a, uint32_t b)
{
    double la = luminance(a), lb = luminance(b);
    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

double theme_contrast(const struct theme *th, enum role role)
{
    double least = 21;
    for (int ground = ROLE_EDGE; ground <= ROLE_SURFACE; ground++) {
        double now =
            theme_colours_contrast(th->colour[role], th->colour[ground]);
        least = now < least ? now : least;
    }
    return least;
}

double theme_least_contrast(enum role role)
{
    switch (role) {
    case ROLE_INK:
    case ROLE_INK2:
    case ROLE_INK3:
    case ROLE_BREATH:
    case ROLE_WARM:
    case ROLE_CARE:
        return THEME_TEXT_CONTRAST;
    case ROLE_RING:
        return THEME_GRAPHIC_CONTRAST;
    case ROLE_EDGE:
    case ROLE_CENTRE:
    case ROLE_SURFACE:
    case ROLE_LINE:
    case ROLE_COUNT:
        break;
    }
    return 1;
}

struct reading {
    struct arena *mem;
    struct diags *notes;
    struct theme theme;
    int line_of[ROLE_COUNT]; // 0: not there yet
    struct str source_of[ROLE_COUNT];
    int line; // that is being read
    struct str source;
};

static void mistake(struct reading *r, struct str message, const char *hint)
{
    diags_add(r->notes, (struct diag){.line = r->line,
                                      .column = 1,
                                      .width = 1,
                                      .message = message,
                                      .hint = str_from(hint),
                                      .source = r->source});
}

// "86d3c8", perhaps with "#" before it.
static bool read_colour(struct str s, uint32_t *out)
{
    s = str_starts(s, STR("#")) ? str_sub(s, 1, s.len) : s;
    uint32_t colour = 0;
    for (size_t i = 0; i < s.len; i++) {
        static const char digits[] = "0123456789abcdef";
        char c = s.at[i];
        c = c >= 'A' && c <= 'F' ? (char)(c - 'A' + 'a') : c;
        size_t digit = str_find((struct str){digits, 16}, c, 0);
        if (digit == 16) {
            return false;
        }
        colour = colour << 4 | (uint32_t)digit;
    }
    *out = colour;
    return s.len == 6;
}

static enum role role_named(struct str name)
{
    int role = 0;
    while (role < ROLE_COUNT && !str_equal(name, role_word((enum role)role))) {
        role++;
    }
    return (enum role)role;
}

static void read_glow(struct reading *r, struct str value)
{
    bool on = str_equal(value, STR("on"));
    if (!on && !str_equal(value, STR("off"))) {
        mistake(r, STR("glow is neither on nor off"), "");
    }
    r->theme.glow = on;
}

static void read_line(struct reading *r)
{
    struct str rest = str_trim(r->source);
    if (rest.len == 0 || rest.at[0] == '#') {
        return;
    }
    struct str name = str_trim(str_cut(&rest, ':'));
    struct str value = str_trim(rest);
    if (str_equal(name, STR("glow"))) {
        read_glow(r, value);
        return;
    }
    enum role role = role_named(name);
    if (role == ROLE_COUNT) {
        mistake(r,
                arena_printf(r->mem, "\"%.*s\" is not a part of a palette",
                             STR_ARG(name)),
                "the parts are edge, centre, surface, ink, ink2, ink3, breath, "
                "warm, care, ring, line and glow");
        return;
    }
    if (r->line_of[role] > 0) {
        mistake(r, arena_printf(r->mem, "%.*s stands twice", STR_ARG(name)),
                "");
    }
    r->line_of[role] = r->line;
    r->source_of[role] = r->source;
    if (!read_colour(value, &r->theme.colour[role])) {
        mistake(
            r, arena_printf(r->mem, "\"%.*s\" is not a colour", STR_ARG(value)),
            "write it like 86d3c8: two digits each for red, green, blue");
    }
}

static void check_role(struct reading *r, enum role role)
{
    r->line = r->line_of[role];
    r->source = r->source_of[role];
    struct str word = role_word(role);
    if (r->line == 0) {
        mistake(r, arena_printf(r->mem, "%.*s is missing", STR_ARG(word)),
                "each part has a line of its own, like \"ink: e9e5db\"");
        return;
    }
    double least = theme_least_contrast(role);
    double has = theme_contrast(&r->theme, role);
    if (has < least) {
        // Cut, not rounded: 4.49 is not shown as enough.
        mistake(r,
                arena_printf(r->mem,
                             "%.*s has a contrast of %.2f to 1, and needs %.1f",
                             STR_ARG(word), floor(has * 100) / 100, least),
                "take a colour further from edge, centre and surface");
    }
}

bool theme_read(struct theme *out, struct str text, struct arena *mem,
                struct diags *notes)
{
    struct reading r = {.mem = mem, .notes = notes, .theme.glow = true};
    size_t before = notes->errors;
    if (str_starts(text, STR("\xef\xbb\xbf"))) {
        text = str_sub(text, 3, text.len);
    }
    for (r.line = 1; text.len > 0; r.line++) {
        r.source = str_cut(&text, '\n');
        r.source.len -= str_ends(r.source, STR("\r"));
        read_line(&r);
    }
    bool well = notes->errors == before;
    for (int role = 0; well && role < ROLE_COUNT; role++) {
        // All that are missing, or all that are too faint.
        check_role(&r, (enum role)role);
    }
    r.theme.light = luminance(r.theme.colour[ROLE_CENTRE]) > 0.2;
    *out = r.theme;
    return notes->errors == before;
}
