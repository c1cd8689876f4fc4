// SPDX-License-Identifier: MIT
#include "base/rec_line.h"

#include <string.h>

#include "base/utf8.h"

enum { NOTES_MOST = 10000 }; // kept; all are counted

void line_report(struct rec_reader *r, enum severity severity,
                 const struct line *line, struct str message)
{
    if (!r->notes) {
        return;
    }
    if (r->noted++ >= NOTES_MOST) {
        r->notes->errors += severity == SEVERITY_ERROR;
        return;
    }
    diags_add(r->notes, (struct diag){.severity = severity,
                                      .line = line->number,
                                      .column = 1,
                                      .width = 1,
                                      .message = message,
                                      .source = str_sub(line->text, 0, 200)});
}

void line_report_strict(struct rec_reader *r, enum severity severity,
                        const struct line *line, struct str message)
{
    if (r->strict) {
        line_report(r, severity, line, message);
    }
}

bool rec_is_wide(struct str text)
{
    return str_starts(text, STR("\xff\xfe")) ||
           str_starts(text, STR("\xfe\xff"));
}

bool rec_is_conflict_mark(struct str line)
{
    enum { LENGTH = 7 };
    if (line.len < LENGTH || (line.len > LENGTH && line.at[LENGTH] != ' ') ||
        !memchr("<>|=", line.at[0], 4)) {
        return false;
    }
    for (size_t i = 1; i < LENGTH; i++) {
        if (line.at[i] != line.at[0]) {
            return false;
        }
    }
    return true;
}

static bool is_letter(char c)
{
    return (unsigned)(c | 0x20) - 'a' < 26;
}

static bool is_in_name(char c)
{
    return is_letter(c) || c == '_' || (unsigned)c - '0' < 10;
}

struct str rec_field_name(struct str line)
{
    if (line.len == 0 || (!is_letter(line.at[0]) && line.at[0] != '%')) {
        return STR_NONE;
    }
    size_t i = 1;
    while (i < line.len && is_in_name(line.at[i])) {
        i++;
    }
    bool well = i < line.len && line.at[i] == ':';
    return well ? (struct str){line.at, i} : STR_NONE;
}

static enum line_kind line_kind(struct str text, struct str *name)
{
    *name = STR_NONE;
    if (text.len == 0) {
        return LINE_BLANK;
    }
    if (text.at[0] == '+') {
        return LINE_MORE;
    }
    if (text.at[0] == '#') {
        return LINE_COMMENT;
    }
    *name = rec_field_name(text);
    if (name->len > 0) {
        return LINE_FIELD;
    }
    if (str_trim(text).len == 0) {
        return LINE_BLANK;
    }
    return rec_is_conflict_mark(text) ? LINE_MARK : LINE_JUNK;
}

bool rec_line_is_valid(struct str line)
{
    struct str name = STR_NONE;
    while (line.len > 0 && line.at[line.len - 1] == '\r') {
        line.len--;
    }
    return line_kind(line, &name) != LINE_JUNK &&
           str_find(line, '\0', 0) == line.len;
}

bool line_peek(const struct rec_reader *r, struct line *out)
{
    if (r->at >= r->text.len) {
        return false;
    }
    size_t end = str_find(r->text, '\n', r->at);
    out->from = r->at;
    out->number = r->line;
    out->to = end < r->text.len ? end + 1 : end;
    while (end > r->at && r->text.at[end - 1] == '\r') {
        end--;
    }
    out->text = (struct str){r->text.at + r->at, end - r->at};
    out->kind = line_kind(out->text, &out->name);
    return true;
}

// An editor that writes one writes them all: told once, with how many follow.
static void report_return(struct rec_reader *r, const struct line *line)
{
    struct str words = STR("a carriage return ends the line (CRLF)");
    size_t more = 0;
    for (size_t at = line->to; at < r->text.len; at++) {
        at = str_find(r->text, '\n', at);
        more += at < r->text.len && r->text.at[at - 1] == '\r';
    }
    if (more > 0 && r->notes) {
        words = arena_printf(r->notes->mem, "%.*s, and %zu more",
                             STR_ARG(words), more);
    }
    line_report(r, SEVERITY_ERROR, line, words);
    r->returned = true;
}

// Names what recutils stumbles over in any line.
static void line_traps(struct rec_reader *r, const struct line *line)
{
    if (!r->returned && line->to > line->from + line->text.len + 1) {
        report_return(r, line);
    }
    if (str_find(line->text, '\0', 0) < line->text.len) {
        line_report(r, SEVERITY_ERROR, line,
                    STR("a NUL byte; other programs stop reading here"));
    }
    if (utf8_invalid(line->text) < line->text.len) {
        line_report(r, SEVERITY_ERROR, line, STR("bytes that are not UTF-8"));
    }
}

void line_take(struct rec_reader *r, struct line *line)
{
    if (r->strict) {
        line_traps(r, line);
    }
    r->at = line->to;
    r->line++;
}

bool line_is_field(const struct line *line, struct str name)
{
    return line->kind == LINE_FIELD && str_equal(line->name, name);
}

struct str line_value(const struct line *line)
{
    size_t after = line->name.len + 1;
    struct str value = str_sub(line->text, after, line->text.len);
    bool blank = value.len > 0 && (value.at[0] == ' ' || value.at[0] == '\t');
    return str_sub(value, blank, value.len);
}

struct str lines_join(struct str lines, struct arena *mem)
{
    char *out = arena_alloc(mem, lines.len + 1, 1);
    size_t len = 0;
    bool first = true, joins = false;
    while (lines.len > 0) {
        struct str line = str_cut(&lines, '\n');
        while (line.len > 0 && line.at[line.len - 1] == '\r') {
            line.len--;
        }
        if (!first && !joins && (line.len == 0 || line.at[0] != '+')) {
            continue; // a comment, or nothing
        }
        if (!first && !joins) {
            bool blank = line.len > 1 && line.at[1] == ' ';
            line = str_sub(line, blank ? 2 : 1, line.len);
            out[len++] = '\n';
        }
        first = false;
        joins = line.len > 0 && line.at[line.len - 1] == '\\' && lines.len > 0;
        line.len -= joins;
        if (line.len > 0) {
            memcpy(out + len, line.at, line.len);
            len += line.len;
        }
    }
    return (struct str){out, len};
}

struct rec_field *rec_field_room(struct rec_reader *r, size_t number)
{
    if (number == r->cap) {
        size_t cap = r->cap ? r->cap * 2 : 32;
        struct rec_field *fields = ARENA_ARRAY(r->mem, struct rec_field, cap);
        if (r->cap > 0) {
            memcpy(fields, r->fields, r->cap * sizeof(*fields));
        }
        r->fields = fields;
        r->cap = cap;
    }
    return &r->fields[number];
}

bool rec_is_crc(struct str end, uint32_t crc)
{
    static const char digits[] = "0123456789abcdef";
    end = str_trim(end);
    bool same = end.len == 8;
    for (size_t i = 0; same && i < 8; i++) {
        same = end.at[i] == digits[crc >> (28 - 4 * i) & 15];
    }
    return same;
}
