// SPDX-License-Identifier: MIT
// The short way through records as we write them against the long way, which
// carriage returns at the line ends demand: both must read the same, whatever
// names there are, and in whatever order they come.
#include "unit.h"

#include "base/rec.h"

enum { TEXTS = 3000, RECORDS = 6 };

static uint32_t seed = 1;

static uint32_t draw(uint32_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed % below;
}

static const char *one_of(const char *const *texts, size_t count)
{
    return texts[draw((uint32_t)count)];
}
#define ONE_OF(texts) one_of(texts, sizeof(texts) / sizeof((texts)[0]))

// More than a reader keeps in mind, of lengths around those of two words of
// eight bytes.
static void put_name(struct buf *out, uint32_t number)
{
    static const char *const rare[] = {"Id",  "End", "Idea", "Ending",
                                       "i d", "%a",  "Ä"};
    static const char letters[] = "Aname_of_18_letter";
    if (draw(200) == 0) {
        buf_put(out, str_from(ONE_OF(rare)));
    } else {
        buf_printf(out, "%.*s%c", (int)(number % 18) + 1, letters,
                   'a' + (int)number / 18);
    }
}

static void put_field(struct buf *out, uint32_t number)
{
    static const char *const values[] = {
        "", "x", "a: b", "+", "1\n+ 2", "1\n+\n+ \n+3\n+ ", "a\\b", "é"};
    static const char *const rare[] = {"a\\",  "a\\\n+ b", "1\n# 2\n+ 3",
                                       "\n\n", "a\nb",     "\\\n"};
    put_name(out, number);
    buf_put(out, draw(60) == 0 ? STR(":") : STR(": "));
    buf_put(out, str_from(draw(60) == 0 ? ONE_OF(rare) : ONE_OF(values)));
    buf_put_char(out, '\n');
}

static void put_record(struct buf *out)
{
    enum { NAMES = 54 };
    static const char *const gaps[] = {"\n", "\n", "\n", "\n\n", "# a\n", ""};
    size_t from = out->len;
    uint32_t number = draw(4);
    rec_put(out, STR("Id"), STR("a"));
    for (uint32_t left = draw(14); left > 0; left--) {
        put_field(out, number);
        number = (draw(6) == 0 ? draw(NAMES) : number + 1) % NAMES;
    }
    if (draw(20) != 0) {
        rec_put_end(out, from);
        out->len -= draw(40) == 0; // and no newline, or another End
        out->at[out->len - 2] = (char)(out->at[out->len - 2] ^ (draw(9) == 0));
    }
    buf_put(out, str_from(ONE_OF(gaps)));
}

static void put_returns(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        buf_put(out,
                text.at[i] == '\n' ? STR("\r\n") : str_sub(text, i, i + 1));
    }
}

static const struct str wanted[] = {
    {"Id", 2}, {"Aa", 2}, {"Aname_of_18b", 12}, {0}};

static bool is_wanted(struct str name)
{
    size_t i = 0;
    while (wanted[i].len > 0 && !str_equal(wanted[i], name)) {
        i++;
    }
    return wanted[i].len > 0;
}

// All that a text is read as; of the fields only those that who skims wants.
static void put_reading(struct buf *out, struct str text, bool skims,
                        bool unchecked)
{
    struct arena mem = {0};
    struct rec_reader r = {0};
    struct rec rec = {0};
    rec_reader_init(&r, text, &mem, NULL);
    r.skim = skims ? wanted : NULL;
    r.unchecked = unchecked;
    while (rec_next(&r, &rec)) {
        buf_printf(out, "%d %d\n", rec.line, (int)rec.seal);
        for (size_t i = 0; i < rec.count; i++) {
            const struct rec_field *f = &rec.fields[i];
            if (!skims || is_wanted(f->name)) {
                buf_printf(out, "%d %.*s=%.*s\n", f->line, STR_ARG(f->name),
                           STR_ARG(f->value));
            }
        }
    }
    arena_finish(&mem);
}

static void both_ways_read_the_same(void **state)
{
    (void)state;
    struct buf text = {0}, returns = {0}, is = {0}, was = {0};
    for (int i = 0; i < TEXTS; i++) {
        buf_clear(&text);
        buf_clear(&returns);
        buf_clear(&is);
        buf_clear(&was);
        for (int j = 0; j < RECORDS; j++) {
            put_record(&text);
        }
        put_returns(&returns, buf_view(&text));
        put_reading(&is, buf_view(&text), i & 1, i & 2);
        put_reading(&was, buf_view(&returns), i & 1, i & 2);
        assert_string_equal(buf_cstr(&is), buf_cstr(&was));
    }
    buf_finish(&text);
    buf_finish(&returns);
    buf_finish(&is);
    buf_finish(&was);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_ways_read_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
