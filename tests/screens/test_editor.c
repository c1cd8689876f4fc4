// SPDX-License-Identifier: MIT
// The editor against a naive one: random edits on both, and what must hold
// after each of them.
#include "unit.h"

#include <string.h>

#include "base/grapheme.h"
#include "base/utf8.h"
#include "screens/editor.h"
#include "screens/editor_inside.h"

#include "fixed_ruler.h"

static const struct editor_type small = {FACE_SERIF, 0.02f, 0.03f};
static const struct area box = {0.1f, 0.2f, 0.2f, 0.15f}; // 20 letters, 5 rows

static void make(struct editor *e)
{
    editor_init(e, &fixed_ruler, 4096);
    editor_place(e, box, small);
}

static struct requests asked;

static void key(struct editor *e, enum key k, unsigned mods)
{
    asked.count = 0;
    editor_input(e, &(struct input){.kind = INPUT_KEY, .key = k, .mods = mods},
                 &asked);
}

static void command(struct editor *e, char letter, unsigned mods)
{
    asked.count = 0;
    editor_input(e,
                 &(struct input){.kind = INPUT_KEY,
                                 .key = KEY_CHAR,
                                 .letter = (uint32_t)letter,
                                 .mods = mods | MOD_CTRL},
                 &asked);
}

static void type(struct editor *e, const char *text)
{
    struct str s = str_from(text);
    for (size_t at = 0; at < s.len;) {
        size_t from = at;
        utf8_next(s, &at);
        struct str c = str_sub(s, from, at);
        if (str_equal(c, STR("\n"))) {
            key(e, KEY_ENTER, 0);
        } else {
            editor_input(e, &(struct input){.kind = INPUT_TEXT, .text = c},
                         &asked);
        }
    }
}

static bool boundary(const struct editor *e, size_t at)
{
    return grapheme_floor(editor_text(e), at) == at;
}

// Lines start on boundaries, cover the text without a gap, fit the box, and
// are those that wrapping from nothing would give.
static void lines_hold(struct editor *e)
{
    assert_int_equal(wrap_start(e, 0), 0);
    size_t lines = editor_lines(e);
    for (size_t i = 0; i < lines; i++) {
        size_t start = wrap_start(e, i);
        size_t shown = wrap_shown(e, i);
        assert_true(boundary(e, start));
        assert_true(i == 0 || start > wrap_start(e, i - 1));
        while (shown > start && strchr(" \t", e->text.at[shown - 1])) {
            shown--;
        }
        bool fits = wrap_width(e, start, shown) <= e->box.w + 1e-5f;
        assert_true(fits || grapheme_next(editor_text(e), start) >= shown);
        const char *newline =
            memchr(e->text.at + start, '\n', wrap_end(e, i) - start);
        assert_true(!newline || newline == e->text.at + wrap_end(e, i) - 1);
    }
    assert_int_equal(wrap_end(e, lines - 1), e->text.len);
    struct editor again = *e;
    again.lines = (struct buf){0};
    wrap_all(&again);
    assert_int_equal(again.lines.len, e->lines.len);
    assert_memory_equal(again.lines.at, e->lines.at, e->lines.len);
    buf_finish(&again.lines);
}

static void holds(struct editor *e)
{
    assert_int_equal(utf8_invalid(editor_text(e)), e->text.len);
    assert_true(e->cursor <= e->text.len && e->anchor <= e->text.len);
    assert_true(boundary(e, e->cursor) && boundary(e, e->anchor));
    size_t line = cursor_line(e);
    assert_true(line >= e->top && line < e->top + editor_rows(e));
    lines_hold(e);
}

static const char *const pieces[] = {
    "a",          "word ",
    "e\u0301",    "\u0301",
    "\n",         " ",
    "ice-cream ", "\U0001F469\u200D\U0001F4BB",
    "\u200D",     "\u3053\u3053\u306F\u9759\u304B",
    "\U0001F1EB", "averyveryverylongwordthatwillneverfit",
    "  \t  ",     "\r\n",
    "don't, ",    "\U0001F44D\U0001F3FD",
};
enum { PIECES = sizeof(pieces) / sizeof(pieces[0]) };

static uint32_t random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void random_move(struct editor *e, uint32_t *seed)
{
    static const enum key keys[] = {KEY_LEFT, KEY_RIGHT,   KEY_UP,
                                    KEY_DOWN, KEY_HOME,    KEY_END,
                                    KEY_LEFT, KEY_PAGE_UP, KEY_PAGE_DOWN};
    unsigned mods = random_next(seed) % 3 == 0 ? MOD_SHIFT : 0;
    mods |= random_next(seed) % 4 == 0 ? MOD_CTRL : 0;
    key(e, keys[random_next(seed) % 9], mods);
}

static void random_edit(struct editor *e, uint32_t *seed)
{
    uint32_t what = random_next(seed) % 10;
    struct str piece = str_from(pieces[random_next(seed) % PIECES]);
    unsigned mods = random_next(seed) % 4 == 0 ? MOD_CTRL : 0;
    if (what < 4) {
        editor_input(e, &(struct input){.kind = INPUT_TEXT, .text = piece},
                     &asked);
    } else if (what < 5) {
        editor_input(e, &(struct input){.kind = INPUT_PASTE, .text = piece},
                     &asked);
    } else if (what < 7) {
        key(e, what == 5 ? KEY_BACKSPACE : KEY_DELETE, mods);
    } else if (what < 8) {
        struct input in = {.kind = INPUT_COMPOSE, .text = piece, .mark = 1};
        editor_input(e, &in, &asked);
        holds(e);
        editor_settle(e);
    } else {
        random_move(e, seed);
    }
}

static void random_edits_keep_what_must_hold(void **state)
{
    (void)state;
    for (uint32_t round = 1; round <= 40; round++) {
        struct editor e;
        make(&e);
        uint32_t seed = round;
        for (int i = 0; i < 120; i++) {
            random_edit(&e, &seed);
            holds(&e);
        }
        struct buf end = {0};
        buf_put(&end, editor_text(&e));
        while (edit_undo(&e)) {
            holds(&e);
        }
        assert_int_equal(e.text.len, 0);
        while (edit_redo(&e)) {
            holds(&e);
        }
        assert_true(str_equal(editor_text(&e), buf_view(&end)));
        buf_finish(&end);
        editor_finish(&e);
    }
}

// The same replacements on a naive copy.
static void edits_do_what_they_say(void **state)
{
    (void)state;
    struct editor e;
    make(&e);
    struct buf naive = {0};
    struct buf next = {0};
    uint32_t seed = 7;
    for (int i = 0; i < 3000; i++) {
        size_t a = random_next(&seed) % (e.text.len + 1);
        size_t b = a + random_next(&seed) % 12;
        a = grapheme_floor(editor_text(&e), a);
        b = grapheme_floor(editor_text(&e), b);
        struct str piece = str_from(pieces[random_next(&seed) % 13]);
        piece = b - a > 3 ? STR_NONE : piece;
        piece = str_equal(piece, STR("\r\n")) ? STR("\n") : piece;
        buf_clear(&next);
        buf_put(&next, str_sub(buf_view(&naive), 0, a));
        buf_put(&next, piece);
        buf_put(&next, str_sub(buf_view(&naive), b, naive.len));
        cursor_set(&e, a, false);
        cursor_set(&e, b, true);
        editor_insert(&e, piece);
        buf_clear(&naive);
        buf_put(&naive, buf_view(&next));
        assert_true(str_equal(editor_text(&e), buf_view(&naive)));
    }
    holds(&e);
    buf_finish(&naive);
    buf_finish(&next);
    editor_finish(&e);
}

static void undo_goes_by_words(void **state)
{
    (void)state;
    struct editor e;
    make(&e);
    type(&e, "warm hands now");
    command(&e, 'z', 0);
    assert_str(editor_text(&e), "warm hands ");
    command(&e, 'z', 0);
    assert_str(editor_text(&e), "warm ");
    command(&e, 'y', 0);
    assert_str(editor_text(&e), "warm hands ");
    key(&e, KEY_BACKSPACE, 0);
    key(&e, KEY_BACKSPACE, 0);
    assert_str(editor_text(&e), "warm hand");
    command(&e, 'z', 0);
    assert_str(editor_text(&e), "warm hands ");
    command(&e, 'z', MOD_SHIFT);
    assert_str(editor_text(&e), "warm hand");
    command(&e, 'y', 0);
    assert_str(editor_text(&e), "warm hand");
    editor_finish(&e);
}

static void words_and_selection(void **state)
{
    (void)state;
    struct editor e;
    make(&e);
    type(&e, "one, two three");
    key(&e, KEY_LEFT, MOD_CTRL);
    assert_int_equal(e.cursor, 9);
    key(&e, KEY_LEFT, MOD_CTRL | MOD_SHIFT);
    command(&e, 'c', 0);
    assert_int_equal(asked.items[0].kind, REQUEST_COPY);
    assert_str(asked.items[0].text, "two ");
    command(&e, 'x', 0);
    assert_int_equal(asked.count, 1);
    assert_str(asked.items[0].text, "two ");
    assert_str(editor_text(&e), "one, three");
    command(&e, 'v', 0);
    assert_int_equal(asked.items[0].kind, REQUEST_PASTE);
    key(&e, KEY_BACKSPACE, MOD_CTRL);
    assert_str(editor_text(&e), "onethree");
    command(&e, 'a', 0);
    type(&e, "手のひらを、カフェへ");
    static const char *const words[] = {"へ", "カフェ", "、", "のひらを", "手"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        key(&e, KEY_LEFT, MOD_CTRL | MOD_SHIFT);
        assert_str(editor_selected(&e), words[i]);
        key(&e, KEY_LEFT, 0);
    }
    command(&e, 'a', 0);
    type(&e, "x");
    assert_str(editor_text(&e), "x");
    editor_finish(&e);
}

static void lines_are_moved_through_as_seen(void **state)
{
    (void)state;
    struct editor e;
    make(&e); // 20 letters a line
    type(&e, "the shoulders let go somewhere\nshort\nand a longer line");
    assert_int_equal(editor_lines(&e), 4);
    assert_int_equal(wrap_start(&e, 1), 21);
    key(&e, KEY_UP, 0);
    assert_int_equal(e.cursor, 36); // the end of "short"
    key(&e, KEY_UP, 0);
    assert_int_equal(e.cursor, 30); // of "somewhere"
    key(&e, KEY_UP, 0);
    assert_int_equal(e.cursor, 17);
    key(&e, KEY_END, 0);
    assert_int_equal(e.cursor, 21);
    assert_true(e.at_wrap && cursor_line(&e) == 0);
    key(&e, KEY_HOME, 0);
    assert_int_equal(e.cursor, 0);
    key(&e, KEY_END, MOD_CTRL);
    assert_int_equal(e.cursor, e.text.len);
    editor_finish(&e);
}

static void the_pointer_chooses(void **state)
{
    (void)state;
    struct editor e;
    make(&e);
    type(&e, "one two\nthree four");
    struct input in = {.kind = INPUT_POINTER_DOWN,
                       .x = 0.1f + 0.042f,
                       .y = 0.2f + 0.04f,
                       .clicks = 1};
    assert_true(editor_input(&e, &in, &asked));
    assert_int_equal(e.cursor, 12);
    in.kind = INPUT_POINTER_MOVE;
    in.x = 0.1f + 0.089f;
    assert_true(editor_input(&e, &in, &asked));
    assert_str(editor_selected(&e), "e fou");
    in.kind = INPUT_POINTER_UP;
    assert_true(editor_input(&e, &in, &asked));
    in.kind = INPUT_POINTER_DOWN;
    in.clicks = 2;
    editor_input(&e, &in, &asked);
    assert_str(editor_selected(&e), "four");
    in.x = 0.1f + 0.05f; // behind the word, no other's
    editor_input(&e, &in, &asked);
    assert_str(editor_selected(&e), "three");
    in.clicks = 3;
    editor_input(&e, &in, &asked);
    assert_str(editor_selected(&e), "three four");
    in.x = 0.5f;
    assert_false(editor_input(&e, &in, &asked));
    editor_finish(&e);
}

static void what_enters_is_clean(void **state)
{
    (void)state;
    struct editor e;
    make(&e);
    const char dirty[] = "a\r\nb\rc\xff\x01\0d\te\xed\xa0\x80";
    assert_true(editor_insert(&e, (struct str){dirty, sizeof(dirty) - 1}));
    assert_str(editor_text(&e), "a\nb\nc\ufffd\ufffdd\te\ufffd\ufffd\ufffd");
    editor_clear(&e);
    char many[4097];
    memset(many, 'x', sizeof(many));
    assert_false(editor_insert(&e, (struct str){many, sizeof(many)}));
    assert_true(e.full && e.text.len == 0);
    assert_true(editor_insert(&e, (struct str){many, 4096}));
    assert_true(!e.full && e.text.len == 4096);
    editor_finish(&e);
}

static void a_composition_shows_and_goes(void **state)
{
    (void)state;
    struct editor e;
    make(&e);
    type(&e, "ab");
    key(&e, KEY_LEFT, 0);
    struct input in = {
        .kind = INPUT_COMPOSE, .text = STR("\u3053\u3053"), .mark = 1};
    editor_input(&e, &in, &asked);
    assert_str(editor_text(&e), "a\u3053\u3053b");
    assert_int_equal(e.cursor, 4);
    struct scene *sc = test_malloc(sizeof(*sc));
    scene_begin(sc, 0, 0, STAGE_WIDTH, 1);
    editor_draw(&e, sc, true);
    assert_int_equal(sc->shapes[1].kind, SHAPE_LINE);
    assert_true(sc->shapes[1].role == ROLE_INK2);
    test_free(sc);
    in.text = STR_NONE;
    editor_input(&e, &in, &asked);
    assert_str(editor_text(&e), "ab");
    type(&e, "\u9759");
    assert_str(editor_text(&e), "a\u9759b");
    command(&e, 'z', 0);
    assert_str(editor_text(&e), "ab");
    editor_finish(&e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_edits_keep_what_must_hold),
        cmocka_unit_test(edits_do_what_they_say),
        cmocka_unit_test(undo_goes_by_words),
        cmocka_unit_test(words_and_selection),
        cmocka_unit_test(lines_are_moved_through_as_seen),
        cmocka_unit_test(the_pointer_chooses),
        cmocka_unit_test(what_enters_is_clean),
        cmocka_unit_test(a_composition_shows_and_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
