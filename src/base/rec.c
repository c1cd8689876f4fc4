// SPDX-License-Identifier: MIT
// The reading half: line by line with memchr, one pass. A record is what
// stands between blank lines and holds an "Id:"; a second "Id:" begins the
// next one even without a blank line, since no text of ours can begin a line
// with it. A line that is nothing is passed over alone, so that a slip of the
// hand costs a line and not an entry. Values of one line are views; only
// those of several are joined into the arena.
#include "base/rec.h"

#include <string.h>

#include "base/crc32.h"
#include "base/rec_line.h"

// A record while it is read. A value is open while value_from is not 0; it
// spans several lines when joined is set.
struct block {
    struct rec_reader *r;
    struct rec *out;
    struct line first;
    bool has_id, has_end;
    bool marked;      // a conflict mark stands above or inside
    bool uneven;      // not all of its bytes count for the seal
    bool full, junk;  // said once, not for each line
    bool said;        // something of it was reported
    bool joined;      // the open value has further lines
    bool hanging;     // its last line ends in '\'
    bool interrupted; // a comment stands between its lines
    size_t value_from, value_to;
    size_t left;          // bytes that its values may still have
    size_t id_at, end_at; // what the seal covers
    struct str end;
};

void rec_reader_init(struct rec_reader *r, struct str text, struct arena *mem,
                     struct diags *notes)
{
    *r = (struct rec_reader){
        .text = text, .mem = mem, .notes = notes, .line = 1};
}

static struct str cut_to(struct str s, size_t most)
{
    while (most > 0 && ((unsigned char)s.at[most] & 0xc0) == 0x80) {
        most--;
    }
    return str_sub(s, 0, most);
}

// Ends the value that is open, if one is.
static void close_field(struct block *b)
{
    if (b->value_from == 0) {
        return;
    }
    struct rec_field *field = &b->r->fields[b->out->count - 1];
    if (b->joined) {
        // No more than there is room for ("\n+ " gives one byte).
        struct str raw = str_sub(b->r->text, b->value_from, b->value_to);
        field->value = lines_join(str_sub(raw, 0, 3 * b->left + 64), b->r->mem);
    }
    if (field->value.len > b->left) {
        field->value = cut_to(field->value, b->left);
        if (!b->full) {
            line_report(
                b->r, SEVERITY_ERROR, &b->first,
                STR("this entry is longer than 1 MiB; the rest of it is "
                    "passed over"));
        }
        b->full = true;
    }
    b->left -= field->value.len;
    b->value_from = 0;
    b->joined = b->hanging = b->interrupted = false;
}

static void open_field(struct block *b, const struct line *line)
{
    close_field(b);
    if (b->out->count >= REC_FIELDS_MOST) {
        if (!b->full) {
            line_report(b->r, SEVERITY_ERROR, line,
                        STR("more than 4096 fields; the rest is passed over"));
        }
        b->full = true;
        return;
    }
    struct str value = line_value(line);
    *rec_field_room(b->r, b->out->count++) = (struct rec_field){
        .name = line->name, .value = value, .line = line->number};
    b->value_from = (size_t)(value.at - b->r->text.at);
    b->value_to = b->value_from + value.len;
    b->hanging = str_ends(value, STR("\\"));
}

static void extend_value(struct block *b, const struct line *line)
{
    b->joined = true;
    b->value_to = line->to;
    b->hanging = str_ends(line->text, STR("\\"));
}

// A value's line that ends in '\' takes in the next, as in recutils; but never
// a record's own seal, nor a conflict mark.
static bool takes_in(struct block *b, const struct line *line)
{
    if (!b->hanging) {
        return false;
    }
    if (line->kind == LINE_MARK || line_is_field(line, STR("End")) ||
        line_is_field(line, STR("Id"))) {
        close_field(b);
        return false;
    }
    line_report_strict(b->r, SEVERITY_WARNING, line,
                       STR("joined to the line above, which ends in \"\\\""));
    return true;
}

static void take_field(struct block *b, const struct line *line)
{
    open_field(b, line);
    if (line->name.at[0] == '%' && b->has_id) {
        line_report_strict(b->r, SEVERITY_ERROR, line,
                           STR("a line like \"%rec:\" inside an entry: for "
                               "recutils the entry is gone"));
    }
    if (line_is_field(line, STR("Id")) && !b->has_id) {
        b->has_id = true;
        b->id_at = line->from;
    } else if (line_is_field(line, STR("End")) && b->has_id && !b->has_end) {
        b->has_end = true;
        b->end_at = line->from;
        b->out->end = line->to;
        b->end = line_value(line);
    } else if (b->has_end) {
        line_report_strict(
            b->r, SEVERITY_WARNING, line,
            STR("stands after End, which should close the entry"));
    }
}

static void take_junk(struct block *b, const struct line *line)
{
    if (!b->junk) {
        line_report(
            b->r, SEVERITY_ERROR, line,
            STR("neither a field nor a further line of one (\"+ \"); passed "
                "over"));
    }
    b->junk = b->said = true;
}

static void take_more(struct block *b, const struct line *line)
{
    if (b->value_from == 0) {
        if (!b->full) {
            take_junk(b, line);
        }
        return;
    }
    if (b->interrupted) {
        line_report_strict(b->r, SEVERITY_ERROR, line,
                           STR("a comment stands between the lines of a text"));
    }
    b->interrupted = false;
    extend_value(b, line);
}

static void take_line(struct block *b, const struct line *line)
{
    size_t ending = line->to - line->from - line->text.len;
    b->uneven = b->uneven || ending != 1 || line->kind == LINE_MARK;
    if (takes_in(b, line)) {
        extend_value(b, line);
        return;
    }
    b->junk = b->junk && line->kind == LINE_JUNK;
    switch (line->kind) {
    case LINE_FIELD:
        take_field(b, line);
        break;
    case LINE_MORE:
        take_more(b, line);
        break;
    case LINE_MARK:
        b->marked = b->r->marked = true;
        line_report(b->r, SEVERITY_ERROR, line, STR("a conflict mark of git"));
        break;
    case LINE_JUNK:
        take_junk(b, line);
        break;
    case LINE_COMMENT:
        b->interrupted = b->value_from > 0;
        break;
    case LINE_BLANK:
        break;
    }
}

// The CRC of the record's own lines: conflict marks and carriage returns are
// no part of it.
static uint32_t block_crc(const struct block *b)
{
    struct str bytes = str_sub(b->r->text, b->id_at, b->end_at);
    if (!b->uneven) {
        return crc32_of(0, bytes);
    }
    uint32_t crc = 0;
    while (bytes.len > 0) {
        struct str line = str_cut(&bytes, '\n');
        while (line.len > 0 && line.at[line.len - 1] == '\r') {
            line.len--;
        }
        if (!rec_is_conflict_mark(line)) {
            crc = crc32_of(crc32_of(crc, line), STR("\n"));
        }
    }
    return crc;
}

// Whether the record that was read is one to hand out, and a word on it.
static bool finish(struct block *b)
{
    struct rec_reader *r = b->r;
    bool first_block = !r->begun;
    r->begun = true;
    close_field(b);
    if (!b->has_id) {
        bool descriptor = b->first.text.at[0] == '%';
        if (descriptor && !first_block) {
            line_report_strict(
                r, SEVERITY_ERROR, &b->first,
                STR("a second head: for recutils what follows is of "
                    "another kind"));
        } else if (!descriptor && !b->said) {
            line_report(r, SEVERITY_ERROR, &b->first,
                        STR("this is no entry, it has no Id; passed over"));
        }
        return false;
    }
    if (b->has_end) {
        bool trusted = r->unchecked && !b->marked;
        bool matches = trusted || rec_is_crc(b->end, block_crc(b));
        b->out->seal = matches ? REC_SEALED : REC_EDITED;
    }
    if (b->marked && b->out->seal != REC_SEALED && !r->all) {
        line_report(
            r, SEVERITY_ERROR, &b->first,
            STR("under a conflict mark, and its End does not match; passed "
                "over"));
        return false;
    }
    if (b->out->seal == REC_UNSEALED) {
        line_report_strict(r, SEVERITY_ERROR, &b->first,
                           STR("this entry has no End; it may be cut short"));
    } else if (b->out->seal == REC_EDITED) {
        line_report_strict(
            r, SEVERITY_WARNING, &b->first,
            STR("edited by hand (its End does not match); kept"));
    }
    return true;
}

// Moves on to the first line of what may be a record.
static bool skip_between(struct rec_reader *r, struct line *line)
{
    if (r->at == 0 && rec_is_wide(r->text)) {
        line_peek(r, line);
        line_report(r, SEVERITY_ERROR, line,
                    STR("the file is saved as UTF-16; save it as UTF-8 in an "
                        "editor"));
    }
    if (r->at == 0 && str_starts(r->text, STR("\xef\xbb\xbf"))) {
        line_peek(r, line);
        line_report_strict(r, SEVERITY_ERROR, line,
                           STR("a byte order mark (BOM) begins the file"));
        r->at = 3;
    }
    while (line_peek(r, line)) {
        if (line->kind == LINE_MARK) {
            line_report(r, SEVERITY_ERROR, line, STR("a conflict mark of git"));
            r->marked = true;
        } else if (line->kind != LINE_BLANK && line->kind != LINE_COMMENT) {
            return true;
        }
        line_take(r, line);
    }
    return false;
}

static void read_block(struct block *b)
{
    struct rec_reader *r = b->r;
    struct line line = {0};
    bool between = true; // a mark above counts for the record that follows
    while (line_peek(r, &line) && line.kind != LINE_BLANK) {
        if (b->has_end && line.kind == LINE_MARK) {
            break;
        }
        if (b->has_id && line_is_field(&line, STR("Id"))) {
            line_report_strict(r, SEVERITY_ERROR, &line,
                               STR("no blank line stands before this entry"));
            between = b->has_end;
            break;
        }
        take_line(b, &line);
        line_take(r, &line);
    }
    r->marked = r->marked && !between;
    b->out->bytes = str_sub(r->text, b->first.from, r->at);
}

bool rec_next(struct rec_reader *r, struct rec *out)
{
    struct line first = {0};
    for (;;) {
        for (; r->at < r->text.len && r->text.at[r->at] == '\n'; r->at++) {
            r->line++;
        }
        if (plain_read(r, out)) {
            return true;
        }
        if (!skip_between(r, &first)) {
            return false;
        }
        *out = (struct rec){.line = first.number, .offset = first.from};
        struct block b = {.r = r,
                          .out = out,
                          .first = first,
                          .marked = r->marked,
                          .left = REC_TEXT_MOST + REC_REST_MOST};
        read_block(&b);
        bool well = finish(&b);
        out->fields = r->fields;
        if (well) {
            return true;
        }
    }
}

void rec_forget(struct rec_reader *r)
{
    enum { MUCH = 256 << 10 };
    if (r->mem->used > MUCH) {
        arena_finish(r->mem);
        r->fields = NULL;
        r->cap = 0;
        r->names = NULL;
    }
}

struct str rec_get(const struct rec *r, struct str name)
{
    for (size_t i = 0; i < r->count; i++) {
        if (str_equal(r->fields[i].name, name)) {
            return r->fields[i].value;
        }
    }
    return STR_NONE;
}

bool rec_reads_back(struct str record)
{
    struct arena mem = {0};
    struct rec_reader r = {0};
    struct rec rec = {0};
    struct diags passed_over = {.mem = &mem};
    rec_reader_init(&r, record, &mem, &passed_over);
    bool whole =
        rec_next(&r, &rec) && rec.seal == REC_SEALED && passed_over.errors == 0;
    arena_finish(&mem);
    return whole;
}
