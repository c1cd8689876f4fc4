// SPDX-License-Identifier: MIT
// The sheet as pages to print: what core/sheet says, as a PDF.
#include "cli/journal_sheet.h"
#include "core/entry_text.h"
#include "platform/file.h"
#include "platform/paper.h"

static struct str keep(struct buf *text, struct arena *mem)
{
    struct str kept = arena_copy(mem, buf_view(text));
    buf_clear(text);
    return kept;
}

static void put_weeks(struct paper *p, const struct sheet *s, struct buf *room,
                      struct arena *mem)
{
    static const enum paper_mark marks[DAY_KIND_COUNT] = {
        [DAY_NONE] = PAPER_NONE,       [DAY_DOSE] = PAPER_DISC,
        [DAY_TRANSITION] = PAPER_HALF, [DAY_NORMAL] = PAPER_DOT,
        [DAY_BREAK] = PAPER_BAR,
    };
    struct paper_week *weeks =
        ARENA_ARRAY(mem, struct paper_week, s->week_count);
    for (size_t w = 0; w < s->week_count; w++) {
        sheet_week_name(s, w, room);
        weeks[w].name = keep(room, mem);
        for (size_t d = 0; d < SHEET_WEEK; d++) {
            const struct sheet_day *day = &s->days[w * SHEET_WEEK + d];
            if (day->inside) {
                buf_put_char(room, sheet_letter(day->kind));
                buf_put(room, day->written ? STR("*") : STR(""));
                weeks[w].days[d] = (struct paper_day){.mark = marks[day->kind],
                                                      .text = keep(room, mem)};
            }
        }
    }
    p->weeks = weeks;
    p->week_count = s->week_count;
    for (int d = 0; d < SHEET_WEEK; d++) {
        p->weekdays[d] = str_sub(weekday_name(d), 0, 2);
    }
}

static void put_rows(struct paper *p, const struct sheet *s, struct buf *room,
                     struct arena *mem)
{
    struct paper_row *rows = ARENA_ARRAY(mem, struct paper_row, s->count + 1);
    for (size_t i = 0; i < s->count; i++) {
        for (size_t c = 0; c < SHEET_CELLS; c++) {
            sheet_cell(&s->entries[i], c, room);
            rows[i].cells[c] = keep(room, mem);
        }
    }
    for (size_t c = 0; c < SHEET_CELLS; c++) {
        p->head.cells[c] = sheet_head(c);
    }
    p->rows = rows;
    p->row_count = s->count;
}

static void put_notes(struct paper *p, const struct sheet *s, struct buf *room,
                      struct arena *mem)
{
    struct paper_note *notes =
        ARENA_ARRAY(mem, struct paper_note, s->note_count + 1);
    for (size_t i = 0; i < s->note_count; i++) {
        date_sentence(s->notes[i]->day_date, NULL, room);
        notes[i].title = keep(room, mem);
        rec_clean(room, s->notes[i]->text);
        notes[i].text = keep(room, mem);
    }
    p->notes = notes;
    p->note_count = s->note_count;
}

int journal_paper(struct cli *cli, const struct sheet *s, struct str path,
                  const struct wall *now)
{
    struct buf room = {0}, pdf = {0};
    struct arena *mem = &cli->mem;
    struct str why = STR_NONE;
    struct date d = day_date(now->day);
    struct paper p = {.strip_name = STR("Days"),
                      .legend = sheet_legend(),
                      .notes_title = STR("Notes"),
                      .fonts = path_join(mem, cli->paths.assets, STR("fonts")),
                      .modules = cli->paths.modules};
    sheet_title(s, &room);
    p.title = keep(&room, mem);
    sheet_total(s, &room);
    p.total = keep(&room, mem);
    p.made = arena_printf(mem, "%04d-%02d-%02dT%02d:%02d:%02d", d.year, d.month,
                          d.day, now->second / 3600, now->second / 60 % 60,
                          now->second % 60);
    put_weeks(&p, s, &room, mem);
    put_rows(&p, s, &room, mem);
    put_notes(&p, s, &room, mem);
    bool well = paper_draw(&p, mem, &pdf, &why) &&
                file_replace(path, buf_view(&pdf), mem, &why);
    buf_finish(&room);
    buf_finish(&pdf);
    return well ? EXIT_DONE
                : cli_fail(cli, EXIT_FAULT, "%.*s: not written: %.*s",
                           STR_ARG(path), STR_ARG(why));
}
