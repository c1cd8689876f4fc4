// SPDX-License-Identifier: MIT
// Any bytes as a journal. The reader takes a short way through records as we
// write them; carriage returns, which are no part of a text, send it the long
// way, and both must read the same. The list of entries is compared to one made
// plainly, and whatever is read as an entry can be written and read again.
#include "fuzz.h"

#include <string.h>

#include "../journal_whole.h"
#include "base/crc32.h"
#include "base/set.h"
#include "core/calendar.h"

// All that a text is read as.
struct reading {
    struct arena mem;
    struct diags notes;
    struct buf out;
    size_t count;
};

// As its bytes: printed, it would be half of the time.
static void put_number(struct buf *out, size_t number)
{
    buf_put(out, (struct str){(const char *)&number, sizeof(number)});
}

static void put_field(struct buf *out, const struct rec_field *f)
{
    put_number(out, (size_t)f->line);
    put_number(out, f->name.len);
    put_number(out, f->value.len);
    buf_put(out, f->name);
    buf_put(out, f->value);
}

enum { STRICT = 1, ALL = 2, UNCHECKED = 4, SKIMMED = 8, HOWS = 16 };
static const struct str skim[] = {{"Id", 2}, {"Text", 4}, {"At", 2}, {0}};

// Whether all readers that skim for those names must give this field.
static bool is_skimmed(struct str name)
{
    size_t i = 0;
    while (skim[i].len > 0 && !str_equal(skim[i], name)) {
        i++;
    }
    return skim[i].len > 0;
}

static void read_all(struct reading *o, struct str text, int how)
{
    struct rec_reader r = {0};
    struct rec rec = {0};
    size_t at = 0;
    int line = 0;
    *o = (struct reading){0};
    o->notes.mem = &o->mem;
    rec_reader_init(&r, text, &o->mem, &o->notes);
    r.strict = how & STRICT;
    r.all = how & ALL;
    r.unchecked = how & UNCHECKED;
    r.skim = how & SKIMMED ? skim : NULL;
    while (rec_next(&r, &rec)) {
        must(rec.offset >= at && rec.line > line && rec.count > 0);
        must(rec.bytes.at == text.at + rec.offset);
        must(is_within(rec.bytes, text) && rec.end <= text.len);
        must((rec.end == 0) == (rec.seal == REC_UNSEALED));
        at = rec.offset + rec.bytes.len;
        line = rec.line;
        put_number(&o->out, (size_t)rec.line);
        put_number(&o->out, (size_t)rec.seal);
        for (size_t i = 0; i < rec.count; i++) {
            must(rec.fields[i].name.len > 0);
            if (!r.skim || is_skimmed(rec.fields[i].name)) {
                put_field(&o->out, &rec.fields[i]);
            }
        }
        o->count++;
    }
}

static void reading_finish(struct reading *o)
{
    buf_finish(&o->out);
    arena_finish(&o->mem);
}

static bool is_of_returns(const struct diag *d)
{
    return str_starts(d->message, STR("a carriage return"));
}

// The same words on the same lines, but for those on carriage returns.
static void check_notes(const struct diags *a, const struct diags *b)
{
    size_t i = 0, j = 0;
    for (;; i++, j++) {
        while (i < a->count && is_of_returns(&a->items[i])) {
            i++;
        }
        while (j < b->count && is_of_returns(&b->items[j])) {
            j++;
        }
        if (i == a->count || j == b->count) {
            break;
        }
        must(a->items[i].line == b->items[j].line);
        must(a->items[i].severity == b->items[j].severity);
        must_equal(a->items[i].message, b->items[j].message);
    }
    must(i == a->count && j == b->count);
}

// One of the ways to ask and its opposite, another for another text.
static void check_both_ways(struct str text)
{
    enum { LONGEST = 200000, WORDS = 5000 }; // below what is cut or left out
    int first = (int)(crc32_of(0, text) % HOWS);
    struct buf returns = {0};
    put_returns(&returns, text);
    for (int i = 0; i < 2 && text.len < LONGEST; i++) {
        int how = i == 0 ? first : HOWS - 1 - first;
        struct reading a, b;
        read_all(&a, text, how);
        read_all(&b, buf_view(&returns), how);
        must(a.count == b.count);
        must_equal(buf_view(&a.out), buf_view(&b.out));
        if (b.notes.count < WORDS) {
            check_notes(&a.notes, &b.notes);
        }
        reading_finish(&a);
        reading_finish(&b);
    }
    buf_finish(&returns);
}

static struct str moment(const struct entry *e)
{
    return str_sub(e->id, 0, 16);
}

static bool is_sealed(struct str text, const struct entry *e)
{
    struct arena mem = {0};
    struct rec_reader r = {0};
    struct rec rec = {0};
    bool sealed = false;
    rec_reader_init(&r, text, &mem, NULL);
    while (!sealed && rec_next(&r, &rec)) {
        sealed = rec.line == e->line && rec.seal == REC_SEALED;
    }
    arena_finish(&mem);
    return sealed;
}

// Where an entry of this Id stands in the list; count when none does.
static size_t find(const struct entry *list, size_t count, struct str id)
{
    size_t at = 0;
    while (at < count && !str_equal(list[at].id, id)) {
        at++;
    }
    return at;
}

// The list as its contract says it: all entries, sorted by insertion, and of
// equal Ids the first, or the first that is whole.
static size_t plain_list(struct str text, struct arena *mem, struct entry *list,
                         size_t most)
{
    struct rec_reader r = {0};
    struct rec rec = {0};
    struct entry e;
    size_t count = 0, kept = 0;
    rec_reader_init(&r, text, mem, NULL);
    r.unchecked = true;
    while (count < most && rec_next(&r, &rec)) {
        if (!entry_read(&rec, mem, &e)) {
            continue;
        }
        size_t at = count++;
        for (; at > 0 && str_compare(moment(&list[at - 1]), moment(&e)) > 0;
             at--) {
            list[at] = list[at - 1];
        }
        list[at] = e;
    }
    for (size_t i = 0; i < count; i++) {
        size_t same = find(list, kept, list[i].id);
        if (same == kept) {
            list[kept++] = list[i];
        } else if (!is_sealed(text, &list[same]) && is_sealed(text, &list[i])) {
            list[same] = list[i];
        }
    }
    return kept;
}

static void check_same(const struct entry *a, const struct entry *b)
{
    struct buf x = {0}, y = {0};
    must(a->line == b->line && a->seal == b->seal);
    entry_format(a, &x);
    entry_format(b, &y);
    must_equal(buf_view(&x), buf_view(&y));
    buf_finish(&x);
    buf_finish(&y);
}

static void check_list(struct str text)
{
    enum { MOST = 200 };
    struct arena mem = {0};
    struct entry *list = ARENA_ARRAY(&mem, struct entry, MOST);
    size_t count = plain_list(text, &mem, list, MOST);
    struct diags notes = {.mem = &mem};
    struct places places = journal_scan(&text, 1, &mem, &notes);
    struct entries entries = journal_whole(&text, 1, &mem, NULL);
    must(places.count == entries.count);
    for (size_t i = 0; i < count && count < MOST; i++) {
        must(places.count == count);
        must_equal(places.items[i].id, list[i].id);
        must(places.items[i].day.number == list[i].day_date.number);
        must(is_within(places.items[i].bytes, text));
        check_same(&entries.items[i], &list[i]);
        must(places_find(&places, list[i].id) == i);
    }
    arena_finish(&mem);
}

static void write_again(const struct buf *from, struct buf *out)
{
    struct arena mem = {0};
    struct rec_reader r = {0};
    struct rec rec = {0};
    struct entry e;
    struct diags notes = {.mem = &mem};
    rec_reader_init(&r, buf_view(from), &mem, &notes);
    r.strict = true;
    must(rec_next(&r, &rec) && rec.seal == REC_SEALED);
    must(entry_read(&rec, &mem, &e));
    entry_format(&e, out);
    must(notes.count == 0 && !rec_next(&r, &rec));
    arena_finish(&mem);
}

// What is written of an entry is whole and reads the same; the first writing
// may make a value of what its bytes hid.
static void check_written(const struct entry *e)
{
    struct buf first = {0}, second = {0}, third = {0};
    entry_format(e, &first);
    write_again(&first, &second);
    write_again(&second, &third);
    must_equal(buf_view(&third), buf_view(&second));
    must(second.len <= first.len);
    buf_finish(&first);
    buf_finish(&second);
    buf_finish(&third);
}

// A merge with itself adds nothing, and takes nothing away.
static void check_merge(struct str text)
{
    struct buf once = {0}, twice = {0};
    struct arena mem = {0};
    journal_merge(&text, 1, &once);
    journal_merge((struct str[]){buf_view(&once), text}, 2, &twice);
    struct str texts[3] = {text, buf_view(&once), buf_view(&twice)};
    size_t counts[3] = {0};
    for (int i = 0; i < 3; i++) {
        struct set ids = {.mem = &mem};
        struct rec_reader r = {0};
        struct rec rec = {0};
        rec_reader_init(&r, texts[i], &mem, NULL);
        r.all = true;
        while (rec_next(&r, &rec)) {
            counts[i] += set_add(&ids, rec_get(&rec, STR("Id")));
        }
    }
    must(counts[0] == counts[1] && counts[1] == counts[2]);
    buf_finish(&once);
    buf_finish(&twice);
    arena_finish(&mem);
}

static void check_calendar(struct str text)
{
    struct arena mem = {0};
    struct diags notes = {.mem = &mem};
    struct calendar *c = calendar_read(text, STR(""), &mem, &notes);
    for (int day = 20000; day < 20100; day++) {
        struct day_key key = calendar_key(c, (struct day){day});
        must(key.kind < DAY_KIND_COUNT && key.basis < BASIS_COUNT);
    }
    calendar_check(text, &mem, &notes);
    arena_finish(&mem);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    struct arena mem = {0};
    struct diags notes = {.mem = &mem};
    check_both_ways(text);
    check_list(text);
    struct entries all = journal_whole(&text, 1, &mem, NULL);
    for (size_t i = 0; i < all.count; i++) {
        check_written(&all.items[i]);
    }
    check_merge(text);
    journal_check(text, &mem, &notes);
    arena_finish(&mem);
    check_calendar(text);
    return 0;
}
