// SPDX-License-Identifier: MIT
// The compiler's frame: check what only the timeline shows, then write it.
#include "core/timing.h"

#include "base/buf.h"
#include "base/number.h"

// The lets' values: the file's, or what a person chose. A choice outside its
// range (kept from an older script) is brought to the nearer end.
static int64_t *values_of(const struct session *s,
                          const struct choices *choices, struct arena *mem)
{
    int64_t *values = ARENA_ARRAY(mem, int64_t, s->let_count + 1);
    for (size_t i = 0; i < s->let_count; i++) {
        const struct let *l = &s->lets[i];
        values[i] = l->value;
        for (size_t k = 0; choices && k < choices->count; k++) {
            if (str_equal(choices->items[k].name, l->name)) {
                int64_t v = choices->items[k].value;
                values[i] = v < l->min ? l->min : v > l->max ? l->max : v;
            }
        }
    }
    return values;
}

// Every let at its least, or all at their greatest.
static struct timing extreme_of(const struct timing *p, bool greatest)
{
    struct timing extreme = *p;
    const struct session *s = p->session;
    int64_t *values = ARENA_ARRAY(p->mem, int64_t, s->let_count + 1);
    for (size_t i = 0; i < s->let_count; i++) {
        values[i] = greatest ? s->lets[i].max : s->lets[i].min;
    }
    extreme.values = values;
    return extreme;
}

static bool check_extremes(const struct timing *p)
{
    struct timing least = extreme_of(p, false);
    struct timing greatest = extreme_of(p, true);
    struct totals unused = {0};
    bool within = true;
    bool well =
        timing_totals(&least, TIMING_EXTREME, ", with every let at its least",
                      &unused, &within);
    well =
        timing_totals(&greatest, TIMING_EXTREME,
                      ", with every let at its greatest", &unused, &within) &&
        well;
    return well && timing_check_class(&least, &greatest);
}

bool timeline_build(struct timeline *out, const struct session *s,
                    const struct choices *choices, struct arena *mem,
                    struct diags *ds)
{
    struct timing p = {.session = s,
                       .values = values_of(s, choices, mem),
                       .mem = mem,
                       .ds = ds,
                       .seed = choices ? choices->seed : 1};
    struct totals totals = {0};
    bool within = false;
    bool well = timing_totals(&p, choices ? TIMING_LENIENT : TIMING_CHECKED, "",
                              &totals, &within);
    if (!choices && within) {
        well = check_extremes(&p) && well;
    }
    if (well) {
        timing_write(&p, &totals, out);
    }
    diags_sort(ds);
    return well;
}

static bool read_choice(const struct let *l, struct str value, int64_t *out)
{
    int64_t n = 0;
    bool well = false;
    switch (l->unit) {
    case LET_DURATION:
        well = number_duration(value, &n) == DURATION_OK;
        break;
    case LET_WHOLE:
        well = number_thousandths(value, &n) &&
               str_find(value, '.', 0) == value.len;
        break;
    case LET_SECONDS:
        well = number_thousandths(value, &n);
        break;
    }
    *out = n;
    return well && n >= l->min && n <= l->max;
}

static struct str let_range(const struct let *l, struct arena *mem)
{
    struct buf out = {0};
    const int64_t ends[] = {l->min, l->max};
    for (size_t i = 0; i < 2; i++) {
        buf_put(&out, i > 0 ? STR(" to ") : STR(""));
        if (l->unit == LET_DURATION) {
            buf_put(&out,
                    timing_duration(&(struct timing){.mem = mem}, ends[i]));
            continue;
        }
        buf_printf(&out, "%lld", (long long)(ends[i] / 1000));
        if (ends[i] % 1000 > 0) {
            buf_printf(&out, ".%03lld", (long long)(ends[i] % 1000));
            while (out.at[out.len - 1] == '0') {
                out.len--;
            }
        }
    }
    struct str range = arena_copy(mem, buf_view(&out));
    buf_finish(&out);
    return range;
}

bool choice_parse(const struct session *s, struct str text, struct arena *mem,
                  struct choice *out, struct str *why)
{
    struct str value = text;
    struct str name = str_cut(&value, '=');
    if (name.len == text.len) {
        *why = arena_printf(mem, "\"%.*s\" is not NAME=VALUE", STR_ARG(text));
        return false;
    }
    for (size_t i = 0; i < s->let_count; i++) {
        const struct let *l = &s->lets[i];
        if (!str_equal(l->name, name)) {
            continue;
        }
        out->name = l->name;
        if (read_choice(l, value, &out->value)) {
            return true;
        }
        *why =
            arena_printf(mem, "%.*s may be %.*s, not \"%.*s\"", STR_ARG(name),
                         STR_ARG(let_range(l, mem)), STR_ARG(value));
        return false;
    }
    struct buf said = {0};
    buf_printf(&said, "the script has no let \"%.*s\"", STR_ARG(name));
    for (size_t i = 0; i < s->let_count; i++) {
        buf_printf(&said, "%s%.*s", i == 0 ? "; it has " : ", ",
                   STR_ARG(s->lets[i].name));
    }
    *why = arena_copy(mem, buf_view(&said));
    buf_finish(&said);
    return false;
}
