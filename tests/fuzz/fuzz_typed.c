// SPDX-License-Identifier: MIT
// Any bytes as what people type in one place or another: words to search for,
// tags, a moment, a pattern of days, a length, cautions. What is written back
// is read as the same, and no place leads outside the text.
#include "fuzz.h"

#include "base/fold.h"
#include "base/grapheme.h"
#include "base/number.h"
#include "core/caution.h"
#include "core/day.h"
#include "core/plan.h"
#include "core/tags.h"

static void check_search(struct str text, struct arena *mem)
{
    struct str rest = text, first = str_cut(&rest, '\n');
    struct buf part = {0}, whole = {0};
    size_t from = 0, to = 0;
    (void)mem;
    fold_put(&part, first);
    fold_put(&whole, rest);
    size_t at = fold_find(buf_view(&whole), buf_view(&part));
    must(at == whole.len ||
         str_starts(str_sub(buf_view(&whole), at, whole.len), buf_view(&part)));
    if (fold_spot(rest, buf_view(&part), &from, &to)) {
        must(from <= to && to <= rest.len && at <= whole.len);
    }
    buf_finish(&part);
    buf_finish(&whole);
}

static void check_tags(struct str text, struct arena *mem)
{
    size_t at = 0, before = 0;
    struct str tag = STR_NONE;
    while (tags_next(text, &at, &tag)) {
        must(tag.len > 0 && is_within(tag, text) && at > before);
        must(tag.at > text.at && tag.at[-1] == '#');
        before = at;
    }
    struct tags tags = tags_of(text, STR_NONE, &(struct tags){0}, mem);
    for (size_t i = 1; i < tags.count; i++) {
        must(!str_equal(tags.items[i], tags.items[i - 1]));
    }
}

// Steps on and back are the same places, and between them nothing is one.
static void check_clusters(struct str text, struct arena *mem)
{
    (void)mem;
    for (size_t at = 0; at < text.len;) {
        size_t next = grapheme_next(text, at);
        must(next > at && next <= text.len && next - at <= GRAPHEME_MOST);
        must(grapheme_before(text, next) == at);
        must(grapheme_floor(text, next - 1) == at);
        at = next;
    }
}

static void check_moment(struct str text, struct arena *mem)
{
    struct wall w = {0}, again = {0};
    bool offset = false;
    struct buf out = {0};
    (void)mem;
    if (wall_parse(text, &w, &offset)) {
        must(w.second >= 0 && w.second < 86400);
        wall_print(&w, &out);
        must(wall_parse(buf_view(&out), &again, &offset) && offset);
        must(wall_utc(&again) == wall_utc(&w));
    }
    buf_finish(&out);
}

static void check_pattern(struct str text, struct arena *mem)
{
    struct plan p, again;
    struct str fault = STR_NONE;
    struct buf out = {0}, twice = {0};
    plan_init(&p);
    plan_init(&again);
    if (plan_pattern_parse(text, mem, &p, &fault)) {
        plan_pattern_print(&p, &out);
        must(plan_pattern_parse(buf_view(&out), mem, &again, &fault));
        plan_pattern_print(&again, &twice);
        must_equal(buf_view(&twice), buf_view(&out));
    } else {
        must(is_within(fault, text));
    }
    buf_finish(&out);
    buf_finish(&twice);
}

static void check_lengths(struct str text, struct arena *mem)
{
    int64_t n = 0;
    (void)mem;
    if (number_duration(text, &n) == DURATION_OK) {
        must(n >= 0 && n % 100 == 0);
    }
    if (number_whole(text, -5, 5, &n)) {
        must(n >= -5 && n <= 5);
    }
}

static void check_cautions(struct str text, struct arena *mem)
{
    size_t left = text.len + 1;
    (void)mem;
    while (left > 0 && text.len > 0) {
        struct str one = cautions_other(&text);
        must(one.len < left + 1);
        left--;
    }
    must(text.len == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const checks[])(struct str, struct arena *) = {
        check_search,  check_tags,    check_clusters, check_moment,
        check_pattern, check_lengths, check_cautions};
    struct str text = {(const char *)data, size};
    for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
        struct arena mem = {0};
        checks[i](text, &mem);
        arena_finish(&mem);
    }
    return 0;
}
