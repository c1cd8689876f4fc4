// SPDX-License-Identifier: MIT
// The short way through a record as we write it: from "Id:" by fields and
// their further lines to "End:" and a blank line, in one pass and with nothing
// to say about it. All else is left to rec.c, so that what it makes of slips
// and traps stands in one place; what is read here, it would read the same.
#include <string.h>

#include "base/crc32.h"
#include "base/rec_line.h"
#include "base/utf8.h"

// One record has mostly the names that the one before had. A name of up to 15
// bytes and its ':', as two words of eight bytes and what of them counts.
struct name_form {
    uint64_t word[2], mask[2];
    unsigned len;
};
enum { FORMS = 32, FORM_MOST = 15 };
struct rec_names {
    struct name_form forms[FORMS]; // in their order
};

struct plain {
    struct rec_reader *r;
    const char *at, *stop; // behind the lines taken; the text's end
    size_t count;          // of fields that are wanted
    size_t lines;          // that begin a field
    const char *value;     // of the field at hand
    const char *end;       // the line "End:", when it was met
    bool joined;           // the value at hand has further lines
    bool kept;             // and is wanted
    int line;
};

static bool is_in_name(unsigned char c)
{
    return (c | 0x20u) - 'a' < 26 || c - (unsigned)'0' < 10 || c == '_';
}

// Eight bytes, the first the lowest.
static uint64_t word_at(const char *at)
{
    unsigned char b[8];
    memcpy(b, at, sizeof(b));
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
           (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 |
           (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

// Whether the name that this field had in the record before stands here.
static bool is_known_name(const struct plain *p, const struct name_form *f)
{
    return f->len > 0 && p->stop - p->at > FORM_MOST &&
           (word_at(p->at) & f->mask[0]) == f->word[0] &&
           (word_at(p->at + 8) & f->mask[1]) == f->word[1];
}

static void learn_name(const struct plain *p, struct name_form *f, size_t len)
{
    f->len = 0;
    if (len <= FORM_MOST && p->stop - p->at > FORM_MOST) {
        size_t most = len + 1; // with its ':'
        f->mask[0] = most >= 8 ? UINT64_MAX : (UINT64_C(1) << 8 * most) - 1;
        f->mask[1] = most >= 16 ? UINT64_MAX
                     : most > 8 ? (UINT64_C(1) << 8 * (most - 8)) - 1
                                : 0;
        f->word[0] = word_at(p->at) & f->mask[0];
        f->word[1] = word_at(p->at + 8) & f->mask[1];
        f->len = (unsigned)len;
    }
}

// The length of the name that begins a field here; 0 when none does.
static size_t name_length(struct plain *p)
{
    struct name_form *f =
        p->lines < FORMS ? &p->r->names->forms[p->lines] : NULL;
    if (f && is_known_name(p, f)) {
        return f->len;
    }
    const char *at = p->at;
    bool letter = ((unsigned char)*at | 0x20u) - 'a' < 26;
    while (at < p->stop && is_in_name((unsigned char)*at)) {
        at++;
    }
    if (!letter || at == p->stop || *at != ':') {
        return 0;
    }
    if (f) {
        learn_name(p, f, (size_t)(at - p->at));
    }
    return (size_t)(at - p->at);
}

static bool is_wanted(const struct plain *p, char initial)
{
    // A seal that is to be proven needs its End.
    return p->r->skim == 0 || !p->r->unchecked ||
           (p->r->skim & REC_INITIAL(initial));
}

static void close_field(struct plain *p)
{
    if (p->joined && p->r->skim == 0) {
        struct str raw = {p->value, (size_t)(p->at - p->value)};
        p->r->fields[p->count - 1].value = lines_join(raw, p->r->mem);
    }
    p->joined = false;
}

static bool take_more(struct plain *p)
{
    p->joined = true;
    // Who skims asks for the Id, the first.
    return p->lines > 1 || p->r->skim == 0;
}

static bool take_field(struct plain *p, const char **from)
{
    const char *name = p->at;
    size_t len = name_length(p);
    bool id = len == 2 && name[0] == 'I' && name[1] == 'd';
    if (len == 0 || id != (p->lines == 0) || p->lines >= REC_FIELDS_MOST) {
        return false;
    }
    const char *at = name + len + 1;
    at += at < p->stop && (*at == ' ' || *at == '\t');
    close_field(p);
    p->lines++;
    p->value = *from = at;
    p->kept = is_wanted(p, *name);
    if (p->kept) {
        struct rec_field *field = p->count < p->r->cap
                                      ? &p->r->fields[p->count]
                                      : rec_field_room(p->r, p->count);
        *field = (struct rec_field){
            .name = {name, len}, .value = {at, 0}, .line = p->line};
        p->count++;
    }
    if (len == 3 && name[0] == 'E' && name[1] == 'n' && name[2] == 'd') {
        p->end = name;
    }
    return true;
}

static bool take_line(struct plain *p)
{
    const char *from = p->at;
    bool more = *from == '+';
    if (p->end || !(more ? take_more(p) : take_field(p, &from))) {
        return false;
    }
    const char *end = memchr(from, '\n', (size_t)(p->stop - from));
    if (!end || end[-1] == '\\' || end[-1] == '\r') {
        return false;
    }
    if (!more && p->kept) {
        p->r->fields[p->count - 1].value.len = (size_t)(end - from);
    }
    p->at = end + 1;
    p->line++;
    return true;
}

// Nothing in it that a strict reader has a word for.
static bool is_clean(struct str bytes)
{
    return !memchr(bytes.at, '\0', bytes.len) &&
           utf8_invalid(bytes) == bytes.len;
}

static bool is_sealed(const struct plain *p, const char *from)
{
    struct str sealed = {from, (size_t)(p->end - from)};
    return rec_is_crc(p->r->fields[p->count - 1].value, crc32_of(0, sealed));
}

bool plain_read(struct rec_reader *r, struct rec *out)
{
    if (r->marked ||
        !str_starts(str_sub(r->text, r->at, r->at + 3), STR("Id:"))) {
        return false;
    }
    if (!r->names) {
        r->names = ARENA_NEW(r->mem, struct rec_names);
    }
    const char *from = r->text.at + r->at, *stop = r->text.at + r->text.len;
    struct plain p = {.r = r, .at = from, .stop = stop, .line = r->line};
    while (p.at < stop && *p.at != '\n') {
        // Stays below all that a record may hold.
        if (p.at - from > REC_TEXT_MOST || !take_line(&p)) {
            return false;
        }
    }
    struct str bytes = {from, (size_t)(p.at - from)};
    if (!p.end || bytes.len > REC_TEXT_MOST ||
        (r->strict && !is_clean(bytes))) {
        return false;
    }
    bool sealed = r->unchecked || is_sealed(&p, from);
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
