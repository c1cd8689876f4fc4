// SPDX-License-Identifier: MIT
// The module that paper.c loads, the only thing that is linked with cairo and
// pango. The pages are set twice: first for their number, which stands at the
// foot of each. Fonts are our own and the system's, found without the person's
// own configuration, so that nothing is written outside their folders.
#include "platform/paper_module.h"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

static const double wide = 595.276, high = 841.89; // A4, in points
static const double margin = 62, foot = 70;
static const double inner = 595.276 - 2 * 62;

struct setting {
    const struct paper *p;
    PangoContext *context;
    cairo_t *cr;
    double y;
    int page, pages; // pages: 0 while they are counted
};

enum look { LOOK_TITLE = 0, LOOK_HEAD, LOOK_TEXT, LOOK_SMALL, LOOK_NOTE };
static const struct {
    const char *font;
    double line, grey;
} looks[] = {
    [LOOK_TITLE] = {"Gentium Book Plus 19", 28, 0},
    [LOOK_HEAD] = {"Inter Medium 10.5", 17, 0.25},
    [LOOK_TEXT] = {"Inter 10.5", 17, 0.1},
    [LOOK_SMALL] = {"Inter 9", 14, 0.3},
    [LOOK_NOTE] = {"Gentium Book Plus 13.5", 19, 0.05},
};

// Own and system's fonts alone. A cache is read where the system has one.
static FcConfig *find_fonts(const struct paper *p)
{
    static const char places[] =
        "<?xml version=\"1.0\"?><fontconfig>"
        "<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
        "<cachedir>/var/cache/fontconfig</cachedir></fontconfig>";
    static const char *const own[] = {"GentiumBookPlus-Regular.ttf",
                                      "Inter-Regular.otf", "Inter-Medium.otf"};
    FcConfig *fonts = FcConfigCreate();
    FcConfigParseAndLoadFromMemory(fonts, (const FcChar8 *)places, FcFalse);
    FcConfigBuildFonts(fonts);
    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
        struct buf path = {0};
        buf_printf(&path, "%.*s/%s", STR_ARG(p->fonts), own[i]);
        FcConfigAppFontAddFile(fonts, (const FcChar8 *)buf_cstr(&path));
        buf_finish(&path);
    }
    return fonts;
}

static void set_grey(struct setting *s, double grey)
{
    cairo_set_source_rgb(s->cr, grey, grey, grey);
}

static PangoLayout *layout_of(struct setting *s, enum look look,
                              struct str text)
{
    PangoLayout *layout = pango_layout_new(s->context);
    PangoFontDescription *font =
        pango_font_description_from_string(looks[look].font);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout, text.at ? text.at : "", (int)text.len);
    set_grey(s, looks[look].grey);
    return layout;
}

enum side { SIDE_LEFT = 0, SIDE_RIGHT };

// One line, cut with "…" where it is wider than room.
static void put_line(struct setting *s, enum look look, struct str text,
                     double x, double room, enum side side)
{
    PangoLayout *layout = layout_of(s, look, text);
    PangoRectangle box;
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_width(layout, (int)(room * PANGO_SCALE));
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
    pango_layout_line_get_extents(line, NULL, &box);
    double left = room - (double)box.width / PANGO_SCALE;
    cairo_move_to(s->cr, side == SIDE_RIGHT ? x + left : x, s->y);
    pango_cairo_show_layout_line(s->cr, line);
    g_object_unref(layout);
}

static void put_rule(struct setting *s, double y)
{
    set_grey(s, 0.75);
    cairo_set_line_width(s->cr, 0.6);
    cairo_move_to(s->cr, margin, y);
    cairo_line_to(s->cr, wide - margin, y);
    cairo_stroke(s->cr);
}

static void end_page(struct setting *s)
{
    struct buf line = {0};
    if (s->pages > 0) {
        buf_printf(&line, "%d / %d", s->page, s->pages);
    }
    s->y = high - foot + 30;
    put_line(s, LOOK_SMALL, buf_view(&line), margin, inner, SIDE_RIGHT);
    buf_finish(&line);
    cairo_show_page(s->cr);
}

// Room for so many points, on a new page where this one is full; whether it is
// a new one.
static bool take_room(struct setting *s, double room)
{
    if (s->y + room <= high - foot) {
        return false;
    }
    end_page(s);
    s->page++;
    s->y = margin;
    return true;
}

static void put_mark(struct setting *s, enum paper_mark mark, double x)
{
    const double r = 3.4, y = s->y - 3.3;
    set_grey(s, 0.2);
    cairo_set_line_width(s->cr, 1);
    cairo_new_path(s->cr);
    switch (mark) {
    case PAPER_NONE:
        break;
    case PAPER_DISC:
        cairo_arc(s->cr, x, y, r, 0, 6.2831853);
        cairo_fill(s->cr);
        break;
    case PAPER_HALF:
        cairo_arc(s->cr, x, y, r - 0.5, 0, 6.2831853);
        cairo_stroke(s->cr);
        cairo_arc(s->cr, x, y, r, 1.5707963, 4.712389);
        cairo_fill(s->cr);
        break;
    case PAPER_DOT:
        cairo_arc(s->cr, x, y, 1.3, 0, 6.2831853);
        cairo_fill(s->cr);
        break;
    case PAPER_BAR:
        cairo_rectangle(s->cr, x - r, y - 0.8, 2 * r, 1.6);
        cairo_fill(s->cr);
        break;
    }
}

static void put_strip_head(struct setting *s)
{
    s->y += looks[LOOK_HEAD].line;
    put_line(s, LOOK_HEAD, s->p->strip_name, margin, 80, SIDE_LEFT);
    for (int d = 0; d < PAPER_DAYS; d++) {
        put_line(s, LOOK_HEAD, s->p->weekdays[d], margin + 100 + 50 * d, 45,
                 SIDE_LEFT);
    }
    put_rule(s, s->y + 5);
    s->y += 3;
}

static void put_strip(struct setting *s)
{
    put_strip_head(s);
    for (size_t i = 0; i < s->p->week_count; i++) {
        const struct paper_week *w = &s->p->weeks[i];
        if (take_room(s, 2 * looks[LOOK_TEXT].line)) {
            put_strip_head(s);
        }
        s->y += looks[LOOK_TEXT].line;
        put_line(s, LOOK_TEXT, w->name, margin, 80, SIDE_LEFT);
        for (int d = 0; d < PAPER_DAYS; d++) {
            double x = margin + 100 + 50 * d;
            put_line(s, LOOK_TEXT, w->days[d].text, x, 45, SIDE_LEFT);
            put_mark(s, w->days[d].mark, x - 9);
        }
    }
    take_room(s, 2 * looks[LOOK_SMALL].line);
    s->y += 1.5 * looks[LOOK_SMALL].line;
    put_line(s, LOOK_SMALL, s->p->legend, margin, inner, SIDE_LEFT);
    s->y += 12;
}

static void put_row(struct setting *s, enum look look,
                    const struct paper_row *row)
{
    static const double at[] = {0, 78, 160, 330, 378, 428};
    static const double room[] = {74, 78, 166, 36, 42, 42};
    enum { NUMBERS = 3 };
    for (int i = 0; i < PAPER_CELLS; i++) {
        put_line(s, look, row->cells[i], margin + at[i], room[i],
                 i >= NUMBERS ? SIDE_RIGHT : SIDE_LEFT);
    }
}

static void put_table_head(struct setting *s)
{
    s->y += looks[LOOK_HEAD].line;
    put_row(s, LOOK_HEAD, &s->p->head);
    put_rule(s, s->y + 5);
    s->y += 3;
}

static void put_table(struct setting *s)
{
    take_room(s, 4 * looks[LOOK_TEXT].line);
    put_table_head(s);
    for (size_t i = 0; i < s->p->row_count; i++) {
        if (take_room(s, looks[LOOK_TEXT].line)) {
            put_table_head(s);
        }
        s->y += looks[LOOK_TEXT].line;
        put_row(s, LOOK_TEXT, &s->p->rows[i]);
    }
    take_room(s, 2 * looks[LOOK_SMALL].line);
    s->y += 1.7 * looks[LOOK_SMALL].line;
    put_line(s, LOOK_SMALL, s->p->total, margin, inner, SIDE_LEFT);
    s->y += 12;
}

// A person's text, wrapped, over as many pages as it needs.
static void put_text(struct setting *s, struct str text)
{
    PangoLayout *layout = layout_of(s, LOOK_NOTE, text);
    pango_layout_set_width(layout, (int)(inner * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    PangoLayoutIter *at = pango_layout_get_iter(layout);
    do {
        PangoRectangle box;
        take_room(s, looks[LOOK_NOTE].line);
        s->y += looks[LOOK_NOTE].line;
        pango_layout_iter_get_line_extents(at, NULL, &box);
        set_grey(s, looks[LOOK_NOTE].grey);
        cairo_move_to(s->cr, margin + (double)box.x / PANGO_SCALE, s->y);
        pango_cairo_show_layout_line(s->cr,
                                     pango_layout_iter_get_line_readonly(at));
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
    g_object_unref(layout);
}

static void put_notes(struct setting *s)
{
    if (s->p->note_count > 0) {
        take_room(s, 6 * looks[LOOK_NOTE].line);
        s->y += looks[LOOK_TITLE].line;
        put_line(s, LOOK_TITLE, s->p->notes_title, margin, inner, SIDE_LEFT);
    }
    for (size_t i = 0; i < s->p->note_count; i++) {
        take_room(s, 4 * looks[LOOK_NOTE].line);
        s->y += 1.6 * looks[LOOK_HEAD].line;
        put_line(s, LOOK_HEAD, s->p->notes[i].title, margin, inner, SIDE_LEFT);
        put_text(s, s->p->notes[i].text);
    }
}

static cairo_status_t take_bytes(void *self, const unsigned char *at,
                                 unsigned int len)
{
    if (self) {
        buf_put(self, (struct str){(const char *)at, len});
    }
    return CAIRO_STATUS_SUCCESS;
}

// Sets all pages; how many they are, 0 when something failed. pdf NULL: they
// are only counted.
static int set_pages(const struct paper *p, PangoFontMap *map, int pages,
                     struct buf *pdf)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(take_bytes, pdf, wide, high);
    struct buf made = {0};
    buf_put(&made, p->made);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   buf_cstr(&made));
    buf_finish(&made);
    struct setting s = {.p = p,
                        .context = pango_font_map_create_context(map),
                        .cr = cairo_create(surface),
                        .y = margin,
                        .page = 1,
                        .pages = pages};
    s.y += looks[LOOK_TITLE].line / 2;
    put_line(&s, LOOK_TITLE, p->title, margin, inner, SIDE_LEFT);
    s.y += 14;
    put_strip(&s);
    put_table(&s);
    put_notes(&s);
    end_page(&s);
    bool well = cairo_status(s.cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(s.cr);
    cairo_surface_finish(surface);
    well = well && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    g_object_unref(s.context);
    return well ? s.page : 0;
}

bool paper_module_draw(const struct paper *p, struct buf *pdf)
{
    FcConfig *fonts = find_fonts(p);
    PangoFontMap *map =
        pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    if (!map) {
        FcConfigDestroy(fonts);
        return false;
    }
    // A unit of the page is a point.
    pango_cairo_font_map_set_resolution((PangoCairoFontMap *)(void *)map, 72);
    pango_fc_font_map_set_config((PangoFcFontMap *)(void *)map, fonts);
    int pages = set_pages(p, map, 0, NULL);
    bool well = pages > 0 && set_pages(p, map, pages, pdf) == pages;
    g_object_unref(map);
    FcConfigDestroy(fonts);
    return well;
}
