// SPDX-License-Identifier: MIT
// Any bytes as one of the small files that people edit: care lists, support
// plan, protocols, palettes, ticks, words of a language. None is refused, none
// leads outside its text, and what is accepted keeps what its reader promises.
#include "fuzz.h"

#include "base/tongue.h"
#include "core/care.h"
#include "core/protocol.h"
#include "core/support.h"
#include "core/tick.h"
#include "frame/theme_read.h"

static void check_contacts(const struct care_page *page, struct str text)
{
    for (size_t i = 0; i < page->count; i++) {
        const struct care_contact *c = &page->contacts[i];
        // A plan's name is that of a field, without its "_".
        must(page->own || is_within(c->name, text));
        must(is_within(c->number, text) && is_within(c->when, text));
        must(c->name.len + c->number.len + c->when.len > 0);
    }
}

static void check_care(struct str text, struct arena *mem)
{
    struct care_page page = {0}, plan = {0};
    struct diags notes = {.mem = mem};
    care_read(&page, text, mem, &notes);
    must(notes.errors == 0);
    check_contacts(&page, text);
    care_read_plan(&plan, text, mem);
    check_contacts(&plan, text);
}

static void check_protocol(struct str text, struct arena *mem)
{
    struct protocol p = {0};
    struct diags notes = {.mem = mem};
    struct buf out = {0};
    bool well = protocol_read(STR("own"), text, mem, &notes, &p);
    must(well == (notes.errors == 0));
    if (well) {
        plan_describe(&p.plan, &out);
        must(out.len > 0);
    }
    buf_finish(&out);
}

static void write_again(const struct buf *from, struct buf *out)
{
    struct arena mem = {0};
    struct support s = {0};
    support_read(&s, buf_view(from), &mem);
    support_format(&s, out);
    arena_finish(&mem);
}

// What was written is read as it was, and written the same. At first a further
// line of nothing may become one of the last answer, which it then follows.
static void check_support(struct str text, struct arena *mem)
{
    struct support s = {0};
    struct buf once = {0}, twice = {0}, thrice = {0};
    support_read(&s, text, mem);
    support_format(&s, &once);
    write_again(&once, &twice);
    write_again(&twice, &thrice);
    must_equal(buf_view(&thrice), buf_view(&twice));
    buf_finish(&once);
    buf_finish(&twice);
    buf_finish(&thrice);
}

static void check_theme(struct str text, struct arena *mem)
{
    struct theme th = {0};
    struct diags notes = {.mem = mem};
    bool well = theme_read(&th, text, mem, &notes);
    must(well == (notes.errors == 0));
    for (int i = 0; well && i < ROLE_COUNT; i++) {
        enum role role = (enum role)i;
        must(th.colour[i] <= 0xffffff);
        must(theme_contrast(&th, role) + 1e-9 >= theme_least_contrast(role));
    }
}

static void check_ticks(struct str text, struct arena *mem)
{
    struct ticks ticks = ticks_read(text, STR(""), mem);
    for (size_t i = 0; i < ticks.count; i++) {
        const struct tick *t = &ticks.items[i];
        ticks_done(&ticks, t->day, t->item);
        must(t->person.len == 0);
    }
}

static void check_tongue(struct str text, struct arena *mem)
{
    struct tongue t = {0};
    struct diags notes = {.mem = mem};
    struct str args[2] = {STR("one"), STR("two")};
    struct buf out = {0};
    tongue_read(&t, STR("xx"), text, mem, &notes);
    for (size_t i = 0; i < t.count; i++) {
        must(i == 0 ||
             str_compare(t.pairs[i - 1].english, t.pairs[i].english) <= 0);
        tongue_fill(&out, say(&t, t.pairs[i].english), args, 2);
        buf_clear(&out);
    }
    buf_finish(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const checks[])(struct str, struct arena *) = {
        check_care,  check_protocol, check_support,
        check_theme, check_ticks,    check_tongue};
    struct str text = {(const char *)data, size};
    for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
        struct arena mem = {0};
        checks[i](text, &mem);
        arena_finish(&mem);
    }
    return 0;
}
