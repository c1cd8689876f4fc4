// SPDX-License-Identifier: MIT
#include "screens/writing.h"

#include "frame/caption.h"

static struct area box_of(enum reflection_side side)
{
    struct area a = {0.3884f, 0.3f, 1.0f, 0.56f};
    struct area column = reflection_area(side);
    if (side != SIDE_WHOLE) {
        a.x = column.x;
        a.w = column.w;
    }
    return a;
}

void writing_place(struct editor *e, enum reflection_side side, float scale)
{
    editor_place(
        e, area_inset(box_of(side), 0.0415f, 0.0296f),
        (struct editor_type){FACE_SERIF, scale * 0.034f, scale * 0.0485f});
}

static void draw_time(int64_t left_ms, const struct page *pg)
{
    struct area box = box_of(SIDE_WHOLE);
    struct phrase left = caption_left(left_ms, pg->ruler->tongue);
    words_draw(pg->sc,
               (struct words){.face = FACE_REGULAR,
                              .role = ROLE_INK2,
                              .align = ALIGN_RIGHT,
                              .size = 0.022f},
               box.x + box.w, 0.9f, phrase_view(&left));
}

// Of two, whose it is: the one that writes has the frame and the fuller name.
static void draw_page(const struct writing_page *w, const struct page *pg)
{
    const struct reflection *r = w->page;
    struct area box = box_of(w->side);
    bool marked = r->about.shared && w->writes;
    if (r->about.shared) {
        words_fitted(pg,
                     (struct words){.face = marked ? FACE_MEDIUM : FACE_REGULAR,
                                    .role = marked ? ROLE_INK : ROLE_INK2,
                                    .size = 0.026f},
                     (struct area){box.x, 0.282f, box.w, 0},
                     reflection_called(r));
    }
    box_fill(pg->sc, box, 0.026f, ROLE_SURFACE, 1);
    box_line(pg->sc, box, 0.026f, marked ? ROLE_BREATH : ROLE_LINE,
             marked ? 0.0035f : 0.0015f);
    editor_draw(&r->text, pg->sc, w->writes);
    if (r->undrafted) {
        float x = box.x + 0.012f;
        care_sign(pg->sc, x, 0.89f, 0.012f);
        words_paragraph(pg,
                        (struct words){.face = FACE_REGULAR,
                                       .role = ROLE_INK,
                                       .size = 0.0195f},
                        (struct area){x + 0.024f, 0.897f, 0.7f, 0}, 0.024f, 2,
                        buf_view(&r->note));
    }
}

void writing_draw(const struct player *p, const struct writing_page *pages,
                  size_t count, const struct page *pg)
{
    struct moment m = timeline_at(p->tl, p->session_ms);
    const struct row *r = &p->tl->rows[m.row];
    const struct tongue *t = pg->ruler->tongue;
    page_ground(pg->sc);
    struct words w = {.face = FACE_SERIF, .role = ROLE_INK, .size = 0.044f};
    struct area at = {box_of(pages[0].side).x, 0.18f, 1, 0};
    words_paragraph(pg, w, at, 0.055f, 2,
                    r->text.len > 0 ? r->text : say(t, STR("Write")));
    for (size_t i = 0; i < count; i++) {
        draw_page(&pages[i], pg);
    }
    draw_time(r->end_ms - p->session_ms, pg);
    hint_draw(pg->sc,
              say(t, pages[0].page->about.shared
                         ? STR("Tab changes who writes \u00b7 Ctrl+Enter goes "
                               "on \u00b7 Esc ends \u00b7 F1 care")
                         : STR("Ctrl+Enter goes on \u00b7 Esc ends \u00b7 F1 "
                               "care")));
}
