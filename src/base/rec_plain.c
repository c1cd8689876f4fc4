// SPDX-License-Identifier: MIT
// The short way through a record as we write it: from "Id:" by fields and
// their further lines to "End:" and a blank line, in one pass and with nothing
// to say about it. All else is left to rec.c, so that what it makes of slips
// and traps stands in one place; what is read here, it would read the same.
#include <string.h>

#include "base/crc32.h"
#include "base/rec_line.h"
#include "base/utf8.h"

struct plain {
    struct rec_reader *r;
    const char *at, *stop; // behind the lines taken; the text's end
    size_t count;          // of fields
    const char *value;     // of the field at hand
    const char *end;       // the line "End:", when it was met
    bool joined;           // the value at hand has further lines
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

// Where the line ends, NULL when it does not. Most are too short to call memchr
// for; eight bytes at a time by Mycroft's test for a zero byte.
static const char *line_end(const char *at, const char *stop)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    for (int words = 0; words < 6 && stop - at >= 8; words++, at += 8) {
        uint64_t w = word_at(at) ^ (ones * '\n');
        uint64_t hit = (w - ones) & ~w & (ones << 7); // its lowest bit is true
        if (hit != 0) {
            uint64_t bytes = (hit - 1) & ~hit & ones; // a one for each up to it
            return at + (bytes * ones >> 56) - 1;
        }
    }
    return memchr(at, '\n', (size_t)(stop - at));
}

static void close_field(struct plain *p)
{
    if (p->joined && !p->r->skim) {
        struct str raw = {p->value, (size_t)(p->at - p->value)};
        p->r->fields[p->count - 1].value = lines_join(raw, p->r->mem);
    }
    p->joined = false;
}

static bool take_more(struct plain *p)
{
    p->joined = true;
    // Who skims asks for the Id, the first.
    return p->count > 1 || !p->r->skim;
}

static bool take_field(struct plain *p, const char **from)
{
    const char *name = p->at, *at = name;
    while (at < p->stop && is_in_name((unsigned char)*at)) {
        at++;
    }
    size_t len = (size_t)(at - name);
    bool id = len == 2 && name[0] == 'I' && name[1] == 'd';
    bool letter = ((unsigned char)*name | 0x20u) - 'a' < 26;
    if (!letter || at == p->stop || *at != ':' || id != (p->count == 0) ||
        p->count >= REC_FIELDS_MOST) {
        return false;
    }
    at++;
    at += at < p->stop && (*at == ' ' || *at == '\t');
    close_field(p);
    struct rec_field *field = p->count < p->r->cap
                                  ? &p->r->fields[p->count]
                                  : rec_field_room(p->r, p->count);
    *field = (struct rec_field){
        .name = {name, len}, .value = {at, 0}, .line = p->line};
    p->count++;
    p->value = *from = at;
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
    const char *end = line_end(from, p->stop);
    if (!end || end[-1] == '\\' || end[-1] == '\r') {
        return false;
    }
    if (!more) {
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
