// SPDX-License-Identifier: MIT
// The short way through a record as we write it: from "Id:" by fields and
// their further lines to "End:" and a blank line, in one pass and with nothing
// to say about it. All else is left to rec.c, so that what it makes of slips
// and traps stands in one place; what is read here, it would read the same.
#include <string.h>

#include "base/crc32.h"
#include "base/rec_line.h"
#include "base/utf8.h"

enum { NAMES_MOST = 32, WORD = sizeof(uint64_t), FORM = 2 * WORD };

// A name that was met. Its form is how its line begins, up to ": ", as two
// words of eight bytes and what of them counts: one comparison tells it.
struct known_name {
    uint64_t word[2], mask[2];
    size_t len, before;      // of the name; of all before the value
    bool wanted, is_end;     // by who reads; it is "End"
    struct known_name *next; // that came after it, the last time
};

// Records mostly have the same names in the same order.
struct rec_names {
    struct known_name id;    // has a form that is never met
    struct known_name other; // one without a form, or that has no room
    struct known_name items[NAMES_MOST];
    size_t count;
};

struct plain {
    struct rec_reader *r;
    const char *at, *stop; // behind the lines taken; what no line reaches over
    size_t count;          // of fields that are wanted
    int line;
};

// Eight bytes, the first the lowest.
static uint64_t word_at(const char *at)
{
    unsigned char b[WORD];
    memcpy(b, at, sizeof(b));
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
           (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 |
           (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

// at: at least FORM bytes.
static bool stands_at(const struct known_name *name, const char *at)
{
    return (((word_at(at) & name->mask[0]) ^ name->word[0]) |
            ((word_at(at + WORD) & name->mask[1]) ^ name->word[1])) == 0;
}

static void learn_form(struct known_name *name, const char *at)
{
    size_t left = name->before;
    for (size_t i = 0; i < 2; i++) {
        bool whole = left >= WORD;
        name->mask[i] = whole ? UINT64_MAX : (UINT64_C(1) << 8 * left) - 1;
        name->word[i] = word_at(at + i * WORD) & name->mask[i];
        left -= whole ? WORD : left;
    }
}

static bool is_wanted(const struct str *skim, struct str name)
{
    while (skim && skim->len > 0 && !str_equal(*skim, name)) {
        skim++;
    }
    return !skim || skim->len > 0;
}

// What begins a line, without its form; its len is 0 when that is no name.
static struct known_name read_name(struct rec_reader *r, struct str line)
{
    struct str name = rec_field_name(line);
    size_t len = name.len;
    char c = len + 1 < line.len ? line.at[len + 1] : '\n';
    return (struct known_name){.len = len,
                               .before = len + 1 + (c == ' ' || c == '\t'),
                               .wanted = is_wanted(r->skim, name),
                               .is_end = str_equal(name, STR("End")),
                               .next = &r->names->id};
}

static void names_begin(struct rec_reader *r)
{
    r->names = ARENA_NEW(r->mem, struct rec_names);
    r->names->id = read_name(r, STR("Id: "));
    r->names->id.word[0] = 1; // of which nothing counts
}

// The name that a line begins with. NULL when it begins no field, or the next
// record.
static struct known_name *find_name(struct rec_reader *r, struct str line)
{
    struct rec_names *names = r->names;
    for (size_t i = 0; i < names->count && line.len >= FORM; i++) {
        if (stands_at(&names->items[i], line.at)) {
            return &names->items[i];
        }
    }
    struct known_name name = read_name(r, line);
    if (name.len == 0 || line.at[0] == '%' || str_starts(line, STR("Id:"))) {
        return NULL;
    }
    bool usual = str_starts(str_sub(line, name.len, FORM), STR(": "));
    if (!usual || line.len < FORM || names->count == NAMES_MOST) {
        names->other = name;
        return &names->other;
    }
    learn_form(&name, line.at);
    names->items[names->count] = name;
    return &names->items[names->count++];
}

// The name of the line behind one with the name last; NULL as above.
static struct known_name *next_name(const struct plain *p,
                                    struct known_name *last)
{
    if (p->stop - p->at >= FORM && stands_at(last->next, p->at)) {
        return last->next;
    }
    struct str line = {p->at, (size_t)(p->stop - p->at)};
    struct known_name *name = find_name(p->r, line);
    if (name && name != &p->r->names->other) {
        last->next = name;
    }
    return name;
}

// Where the line that from stands in ends. NULL when it does not end as ours
// do.
static const char *take_line(struct plain *p, const char *from)
{
    const char *end = memchr(from, '\n', (size_t)(p->stop - from));
    if (!end || end[-1] == '\\' || end[-1] == '\r') {
        return NULL;
    }
    p->at = end + 1;
    p->line++;
    return end;
}

static void put_field(struct plain *p, struct str name, struct str value)
{
    struct rec_field *room = p->count < p->r->cap
                                 ? &p->r->fields[p->count]
                                 : rec_field_room(p->r, p->count);
    *room = (struct rec_field){name, value, p->line - 1};
    p->count++;
}

static bool has_more(const struct plain *p)
{
    return p->at < p->stop && *p->at == '+';
}

// The further lines of the field that was put, if it was.
static bool take_more(struct plain *p, bool wanted)
{
    while (has_more(p)) {
        if (!take_line(p, p->at)) {
            return false;
        }
    }
    if (wanted) {
        struct str *value = &p->r->fields[p->count - 1].value;
        value->len = (size_t)(p->at - value->at);
        *value = lines_join(*value, p->r->mem);
    }
    return true;
}

// All lines up to the seal's, which it returns without its newline; empty when
// the record is not as we write it.
static struct str take_fields(struct plain *p)
{
    struct known_name *name = &p->r->names->id;
    for (int i = 0; name && i < REC_FIELDS_MOST; i++) {
        const char *from = p->at, *value = from + name->before;
        const char *end = take_line(p, value);
        if (!end) {
            break;
        }
        if (name->wanted) {
            put_field(p, (struct str){from, name->len},
                      (struct str){value, (size_t)(end - value)});
        }
        if (name->is_end) {
            return (struct str){from, (size_t)(end - from)};
        }
        if (has_more(p) && !take_more(p, name->wanted)) {
            break;
        }
        name = next_name(p, name);
    }
    return STR_NONE;
}

// Nothing in it that a strict reader has a word for.
static bool is_clean(struct str bytes)
{
    return !memchr(bytes.at, '\0', bytes.len) &&
           utf8_invalid(bytes) == bytes.len;
}

static bool is_sealed(struct str bytes, struct str end)
{
    struct str sealed = {bytes.at, (size_t)(end.at - bytes.at)};
    struct str value = str_sub(end, STR("End:").len, end.len);
    return rec_is_crc(value, crc32_of(0, sealed));
}

bool plain_read(struct rec_reader *r, struct rec *out)
{
    // One byte more than a record may have, to see whether it ends there.
    struct str left = str_sub(r->text, r->at, r->at + REC_TEXT_MOST + 1);
    if (r->marked || !str_starts(left, STR("Id: "))) {
        return false;
    }
    if (!r->names) {
        names_begin(r);
    }
    struct plain p = {
        .r = r, .at = left.at, .stop = left.at + left.len, .line = r->line};
    struct str end = take_fields(&p);
    struct str bytes = {left.at, (size_t)(p.at - left.at)};
    bool closed = p.at == p.stop || *p.at == '\n';
    if (end.len == 0 || !closed || bytes.len > REC_TEXT_MOST ||
        (r->strict && !is_clean(bytes))) {
        return false;
    }
    bool sealed = r->unchecked || is_sealed(bytes, end);
    if (r->strict && !sealed) {
        return false;
    }
    *out = (struct rec){.fields = r->fields,
                        .count = p.count,
                        .seal = sealed ? REC_SEALED : REC_EDITED,
                        .bytes = bytes,
                        .offset = r->at,
                        .end = r->at + bytes.len,
                        .line = r->line};
    r->at += bytes.len;
    r->line = p.line;
    r->begun = true;
    return true;
}
