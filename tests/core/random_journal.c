// SPDX-License-Identifier: MIT
// random_journal COUNT SEED: a journal of random texts on standard output, all
// that a person, a keyboard or a paste might put into one. For
// journal_texts.sh.
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "core/journal.h"

static uint32_t seed;

static uint32_t draw(uint32_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed % below;
}

static const char *const pieces[] = {
    "\n",
    "\n\n",
    "\\\n",
    "\\",
    "\r\n",
    "\r",
    "%rec: Entry\n",
    "%",
    "\n+ ",
    "+",
    "\n# ",
    "\nId: 20260301T070211Z-1f3a9c02\n",
    "\nEnd: 00000000\n",
    "Text: ",
    "\t",
    "\x1b[2J",
    "\xff\xfe",
    "\xc3",
    "\xe2\x80\xae",
    "\xe2\x80\xa8",
    "\n<<<<<<< HEAD\n=======\n>>>>>>> b\n",
    "\x7f",
    "a b  c ",
    ": ",
    "\xed\xa0\x80",
    "\xf0\x9f\x99\x82",
    "\xef\xbb\xbf",
    "\"quoted\", ",
};

static void put_piece(struct buf *out)
{
    uint32_t kind = draw(10);
    if (kind < 4) {
        buf_put(out, str_from(pieces[draw(sizeof(pieces) / sizeof(*pieces))]));
    } else if (kind < 5) {
        buf_put_char(out, (char)draw(32)); // all of C0, NUL too
    } else if (kind < 7) {
        uint32_t c = draw(0x110000);
        if (c < 0xd800 || c > 0xdfff) {
            utf8_put(out, c);
        }
    } else {
        for (uint32_t i = draw(12); i > 0; i--) {
            buf_put_char(out, (char)('a' + draw(26)));
        }
    }
}

static void put_text(struct buf *out, size_t most)
{
    size_t length = draw(4) == 0 ? draw(4) : draw((uint32_t)most);
    while (out->len < length) {
        put_piece(out);
    }
    out->len = out->len > most ? most : out->len;
}

// The longest text there may be, of pieces or of line ends alone.
static void put_longest(struct buf *out, bool lines)
{
    while (out->len < REC_TEXT_MOST) {
        if (lines) {
            buf_put_char(out, '\n');
        } else {
            put_piece(out);
        }
    }
    out->len = REC_TEXT_MOST;
}

int main(int argc, char **argv)
{
    long count = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    seed = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 1;
    struct arena mem = {0};
    struct buf out = {0}, text = {0}, tag = {0};
    struct wall now = {0};
    struct day_key key = {0};
    bool offset = false;
    wall_parse(STR("2026-03-01T08:00:00+01:00"), &now, &offset);
    buf_put(&out, journal_header());
    for (long i = 0; i < count; i++) {
        struct entry e;
        entry_init(&e);
        buf_clear(&text);
        buf_clear(&tag);
        if (i % 500 == 499) {
            put_longest(&text, i % 1000 == 999);
        } else {
            put_text(&text, 200);
        }
        put_text(&tag, 20);
        e.text = buf_view(&text);
        e.session = buf_view(&tag);
        entry_stamp(&e, &now, (uint32_t)i, now.day, &key, &mem);
        entry_format(&e, &out);
        buf_put_char(&out, '\n');
        fwrite(out.at, 1, out.len, stdout);
        buf_clear(&out);
    }
    buf_finish(&out);
    buf_finish(&text);
    buf_finish(&tag);
    arena_finish(&mem);
    return 0;
}
