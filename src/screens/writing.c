// SPDX-License-Identifier: MIT
#include "screens/writing.h"

#include "frame/caption.h"

static const struct area box = {0.3884f, 0.3f, 1.0f, 0.56f};

void writing_place(struct editor *e)
{
    editor_place(e, area_inset(box, 0.0415f, 0.0296f),
                 (struct editor_type){FACE_SERIF, 0.034f, 0.0485f});
}

static void draw_time(int64_t left_ms, const struct page *pg)
{
    struct phrase left = caption_left(left_ms, pg->ruler->tongue);
    words_draw(pg->sc,
               (struct words){.face = FACE_REGULAR,
                              .role = ROLE_INK2,
                              .align = ALIGN_RIGHT,
                              .size = 0.022f},
               box.x + box.w, 0.9f, phrase_view(&left));
}

void writing_draw(const struct player *p, const struct editor *e,
                  const struct page *pg)
{
    struct moment m = timeline_at(p->tl, p->session_ms);
    const struct row *r = &p->tl->rows[m.row];
    page_ground(pg->sc);
    struct words w = {.face = FACE_SERIF, .role = ROLE_INK, .size = 0.044f};
    struct area at = {box.x, 0.18f, box.w, 0};
    words_paragraph(pg, w, at, 0.055f, 2,
                    r->text.len > 0 ? r->text
                                    : say(pg->ruler->tongue, STR("Write")));
    box_fill(pg->sc, box, 0.026f, ROLE_SURFACE, 1);
    box_line(pg->sc, box, 0.026f, ROLE_LINE, 0.0015f);
    editor_draw(e, pg->sc, true);
    draw_time(r->end_ms - p->session_ms, pg);
    hint_draw(pg->sc, say(pg->ruler->tongue,
                          STR("Ctrl+Enter goes on \u00b7 Esc ends \u00b7 F1 "
                              "care")));
}
