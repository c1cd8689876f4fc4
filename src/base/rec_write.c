// SPDX-License-Identifier: MIT
// The writing half. What it writes reads back the same by our reader and by
// recutils: cleaning happens here, so that no caller can forget it.
#include "base/rec.h"

#include "base/crc32.h"
#include "base/utf8.h"

static bool is_plain(char c)
{
    return (unsigned char)c >= 0x20 && (unsigned char)c < 0x80;
}

void rec_clean(struct buf *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        while (at < text.len && is_plain(text.at[at])) {
            at++;
        }
        if (at > from) {
            buf_put(out, str_sub(text, from, at));
            continue;
        }
        uint32_t c = utf8_next(text, &at);
        if (c == UTF8_INVALID || c == 0) {
            utf8_put(out, UTF8_REPLACEMENT);
        } else if (c >= 0x20 || c == '\n' || c == '\t') {
            buf_put(out, str_sub(text, from, at));
        }
    }
}

void rec_clean_line(struct buf *out, struct str text)
{
    size_t from = out->len;
    rec_clean(out, text);
    for (size_t i = from; i < out->len; i++) {
        if (out->at[i] == '\n' || out->at[i] == '\t') {
            out->at[i] = ' ';
        }
    }
}

void rec_put(struct buf *out, struct str name, struct str value)
{
    struct buf clean = {0};
    rec_clean(&clean, value);
    buf_put(out, name);
    buf_put(out, STR(": "));
    struct str left = buf_view(&clean);
    for (size_t at = 0;;) {
        size_t end = str_find(left, '\n', at);
        buf_put(out, str_sub(left, at, end));
        if (end > at && left.at[end - 1] == '\\') {
            buf_put_char(out, ' '); // else it would join the next line
        }
        buf_put_char(out, '\n');
        if (end == left.len) {
            break;
        }
        buf_put(out, STR("+ "));
        at = end + 1;
    }
    buf_finish(&clean);
}

void rec_put_whole(struct buf *out, struct str name, long long value)
{
    buf_printf(out, "%.*s: %lld\n", STR_ARG(name), value);
}

void rec_put_end(struct buf *out, size_t from)
{
    uint32_t crc = crc32_of(0, str_sub(buf_view(out), from, out->len));
    buf_printf(out, "End: %08lx\n", (unsigned long)crc);
}

void rec_put_copy(struct buf *out, const struct rec *r)
{
    struct str left = r->bytes;
    while (left.len > 0) {
        struct str line = str_cut(&left, '\n');
        while (line.len > 0 && line.at[line.len - 1] == '\r') {
            line.len--;
        }
        if (!rec_is_conflict_mark(line)) {
            buf_put(out, line);
            buf_put_char(out, '\n');
        }
    }
}
