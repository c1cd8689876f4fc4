// SPDX-License-Identifier: MIT
// Two layouts: without questions as in the mock-up, with the orb above; with
// questions everything moves up, each question is one row (words left, scale
// or field right), and rows that do not fit are scrolled.
// Of two side by side each has half of the stage.
#include "screens/reflection_inside.h"

static const float left = 0.3884f, wide = 1.0f;
static const float rating_high = 0.054f, answer_line = 0.036f;
static const float list_gap = 0.012f, text_least = 0.128f;
static const float text_bottom = 0.80f, text_most = 0.26f;
static const float shift_most = 0.07f;
static const struct editor_type roomy = {FACE_SERIF, 0.0324f, 0.0485f};
static const struct editor_type dense = {FACE_SERIF, 0.029f, 0.042f};
static const struct editor_type answer = {FACE_SERIF, 0.026f, 0.036f};

struct area reflection_area(enum reflection_side side)
{
    const float margin = 0.06f, column = 0.80f, top = 0.066f, high = 0.852f;
    if (side == SIDE_WHOLE) {
        return (struct area){left, 0, wide, 1};
    }
    float x = side == SIDE_LEFT ? margin : STAGE_WIDTH - margin - column;
    return (struct area){x, top, column, high};
}

float reflection_label(float row)
{
    return row > 0.9f ? 0.42f : 0.31f;
}

struct focus focus_of(const struct reflection *r, size_t focus)
{
    if (focus == 0) {
        return (struct focus){FOCUS_MOODS, 0};
    }
    focus--;
    if (focus < r->rating_count) {
        return (struct focus){FOCUS_RATING, focus};
    }
    focus -= r->rating_count;
    if (focus < r->answer_count) {
        return (struct focus){FOCUS_ANSWER, focus};
    }
    focus -= r->answer_count;
    return (struct focus){FOCUS_TEXT + (enum focus_kind)focus, 0};
}

size_t focus_at(const struct reflection *r, enum focus_kind kind, size_t index)
{
    size_t text = 1 + r->rating_count + r->answer_count;
    switch (kind) {
    case FOCUS_MOODS:
        return 0;
    case FOCUS_RATING:
        return 1 + index;
    case FOCUS_ANSWER:
        return 1 + r->rating_count + index;
    case FOCUS_TEXT:
        return text;
    case FOCUS_KEEP:
        return text + 1;
    case FOCUS_SKIP:
        return text + 2;
    case FOCUS_OTHER:
        return text + 3;
    }
    return text;
}

size_t focus_count(const struct reflection *r)
{
    enum focus_kind last = r->about.shared ? FOCUS_OTHER : FOCUS_SKIP;
    return focus_at(r, last, 0) + 1;
}

// An answer shows up to three lines while it is written, else one.
static float question_high(const struct reflection *r, size_t question)
{
    if (question < r->rating_count) {
        return rating_high;
    }
    const struct editor *e = &r->answers[question - r->rating_count];
    size_t lines = e->box.w > 0 ? editor_lines(e) : 1;
    size_t most = r->focus == 1 + question ? 3 : 1;
    lines = lines > most ? most : lines;
    return answer_line * (float)lines + 0.023f;
}

static size_t list_end(const struct reflection *r, size_t first, float room)
{
    size_t count = r->rating_count + r->answer_count;
    size_t end = first;
    float used = 0;
    while (end < count) {
        used += question_high(r, end);
        if (used > room + 0.0005f && end > first) {
            break;
        }
        end++;
    }
    return end;
}

static float list_high(const struct reflection *r, size_t first, size_t end)
{
    float high = 0;
    for (size_t i = first; i < end; i++) {
        high += question_high(r, i);
    }
    return high;
}

// With few questions everything stands lower, and the text is no barn.
static void shift_down(struct reflection_places *p, float by)
{
    p->title_y += by;
    p->sub_y += by;
    p->moods.y += by;
    p->list.y += by;
    p->text.y += by;
    p->text.h -= by;
}

// From the middle of the stage to that of the column, and as wide as it.
static void into_column(struct reflection_places *p, enum reflection_side side)
{
    struct area column = reflection_area(side);
    if (side == SIDE_WHOLE) {
        return;
    }
    float end = column.x + column.w;
    p->title_y += 0.012f;
    p->sub_y += 0.006f;
    p->moods.x = column.x;
    p->moods.w = column.w;
    p->list.x = p->text.x = column.x;
    p->list.w = p->text.w = column.w;
    p->keep.x = end - p->keep.w;
    p->skip.x = p->keep.x - 0.0207f - p->skip.w;
}

void reflection_places(const struct reflection *r, struct reflection_places *p)
{
    size_t count = r->rating_count + r->answer_count;
    *p = (struct reflection_places){
        .compact = count > 0,
        .title_y = 0.2116f,
        .sub_y = 0.2659f,
        .moods = {left + 0.0474f, 0.311f, 0.906f, 0.1575f},
        .text = {left, 0.508f, wide, 0.284f},
        .skip = {1.105f, 0.834f, 0.1197f, 0.0623f},
        .keep = {1.2454f, 0.834f, 0.1429f, 0.0623f},
        .other = {1.44f, 0.074f, 0.27f, 0.05f},
    };
    p->compact |= r->side != SIDE_WHOLE;
    if (!p->compact) {
        return;
    }
    p->title_y = 0.105f;
    p->sub_y = 0.15f;
    p->moods = (struct area){left + 0.0474f, 0.176f, 0.906f, 0.116f};
    float top = 0.308f;
    float room = text_bottom - text_least - list_gap - top;
    p->first = r->first;
    p->end = list_end(r, r->first, room);
    float high = list_high(r, p->first, p->end);
    p->list = (struct area){left, top, wide, high};
    float text = top + high + list_gap;
    p->text = (struct area){left, text, wide, text_bottom - text};
    float spare = p->text.h - text_most;
    if (spare > 0) {
        shift_down(p, spare < shift_most ? spare : shift_most);
    }
    into_column(p, r->side);
}

struct area mood_area(const struct reflection_places *p, int mood)
{
    float step = p->moods.w / 5;
    float w = p->compact ? 0.15f : 0.16f;
    w = w < step - 0.006f ? w : step - 0.006f;
    float middle = p->moods.x + step * ((float)mood - 0.5f);
    return (struct area){middle - w / 2, p->moods.y, w, p->moods.h};
}

struct area question_area(const struct reflection *r,
                          const struct reflection_places *p, size_t question)
{
    float y = p->list.y + list_high(r, p->first, question);
    return (struct area){p->list.x, y, p->list.w, question_high(r, question)};
}

struct area scale_cell(struct area question, enum row_kind kind, size_t i)
{
    float room = question.w - reflection_label(question.w);
    float cell = kind == ROW_HOURS ? 0.09f : room / (float)scale_cells(kind);
    float x = question.x + question.w - room + cell * (float)i;
    return (struct area){x, question.y, cell, question.h};
}

struct area answer_area(struct area question)
{
    float x = question.x + reflection_label(question.w);
    return (struct area){x, question.y + 0.005f, question.x + question.w - x,
                         question.h - 0.01f};
}

static void show_focused(struct reflection *r)
{
    size_t count = r->rating_count + r->answer_count;
    struct focus f = focus_of(r, r->focus);
    bool question = f.kind == FOCUS_RATING || f.kind == FOCUS_ANSWER;
    struct reflection_places p;
    reflection_places(r, &p);
    if (question && r->focus - 1 < r->first) {
        r->first = r->focus - 1;
    }
    for (reflection_places(r, &p); question && r->focus - 1 >= p.end;) {
        r->first++;
        reflection_places(r, &p);
    }
    while (r->first > 0 && p.end == count) { // no room left unused
        r->first--;
        reflection_places(r, &p);
        if (p.end < count) {
            r->first++;
            return;
        }
    }
}

void reflection_place(struct reflection *r, enum reflection_side side)
{
    r->side = side;
    reflection_layout(r);
}

void reflection_remeasure(struct reflection *r)
{
    editor_remeasure(&r->text);
    for (size_t i = 0; i < r->answer_count; i++) {
        editor_remeasure(&r->answers[i]);
    }
    show_focused(r);
}

void reflection_layout(struct reflection *r)
{
    show_focused(r);
    struct reflection_places p;
    reflection_places(r, &p);
    struct area inside = p.compact ? area_inset(p.text, 0.03f, 0.012f)
                                   : area_inset(p.text, 0.0415f, 0.0296f);
    inside.w -= p.compact ? 0 : 0.006f;
    struct editor_type type = p.compact ? dense : roomy;
    float scale = r->scale > 1 ? r->scale : 1;
    type.size *= scale;
    type.line *= scale;
    editor_place(&r->text, inside, type);
    for (size_t i = 0; i < r->answer_count; i++) {
        struct area a = {.w = p.list.w - reflection_label(p.list.w),
                         .h = answer_line};
        size_t question = r->rating_count + i;
        if (question >= p.first && question < p.end) {
            a = answer_area(question_area(r, &p, question));
        }
        editor_place(&r->answers[i], area_inset(a, 0.02f, 0.0065f), answer);
    }
}
