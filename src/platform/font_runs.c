// SPDX-License-Identifier: MIT
// Each character has a direction: letters their own, numbers left to right,
// and what is neutral (blanks, signs) that of its neighbours when they agree,
// else the line's. Runs of equal direction and font are then ordered by rule
// L2 of UAX #9 for two levels.
#include "platform/font_runs.h"

#include "base/grapheme.h"
#include "base/utf8.h"

enum direction { NEUTRAL = 0, LEFT_TO_RIGHT, RIGHT_TO_LEFT, NUMBER, MARK };

struct letter {
    size_t at;
    uint32_t c;
    enum direction direction;
    int font;
};

static const struct {
    uint32_t first, last;
    enum direction direction;
} ranges[] = {
    {0x0000, 0x002f, NEUTRAL},
    {0x0030, 0x0039, NUMBER},
    {0x003a, 0x0040, NEUTRAL},
    {0x005b, 0x0060, NEUTRAL},
    {0x007b, 0x00a9, NEUTRAL},
    {0x00ab, 0x00b4, NEUTRAL},
    {0x00b6, 0x00b9, NEUTRAL},
    {0x00bb, 0x00bf, NEUTRAL},
    {0x0300, 0x036f, MARK},
    {0x0591, 0x05bd, MARK},
    {0x0590, 0x05ff, RIGHT_TO_LEFT},
    {0x064b, 0x065f, MARK},
    {0x0660, 0x0669, NUMBER},
    {0x06f0, 0x06f9, NUMBER},
    {0x0600, 0x08ff, RIGHT_TO_LEFT},
    {0x200b, 0x200d, MARK},
    {0x200f, 0x200f, RIGHT_TO_LEFT},
    {0x2010, 0x206f, NEUTRAL},
    {0x2190, 0x2bff, NEUTRAL},
    {0x3000, 0x3004, NEUTRAL},
    {0x3008, 0x3020, NEUTRAL},
    {0xfb1d, 0xfdff, RIGHT_TO_LEFT},
    {0xfe00, 0xfe0f, MARK},
    {0xfe20, 0xfe2f, MARK},
    {0xfe70, 0xfefe, RIGHT_TO_LEFT},
    {0xfeff, 0xfeff, MARK},
    {0x10800, 0x10fff, RIGHT_TO_LEFT},
    {0x1e800, 0x1efff, RIGHT_TO_LEFT},
    {0x1f000, 0x1faff, NEUTRAL},
};

static enum direction direction_of(uint32_t c)
{
    for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
        if (c >= ranges[i].first && c <= ranges[i].last) {
            return ranges[i].direction;
        }
    }
    return LEFT_TO_RIGHT;
}

// Below U+1F000: Emoji_Presentation of emoji-data.txt 15.
static const struct {
    uint32_t first, last;
} pictures[] = {
    {0x231a, 0x231b}, {0x23e9, 0x23ec}, {0x23f0, 0x23f0}, {0x23f3, 0x23f3},
    {0x25fd, 0x25fe}, {0x2614, 0x2615}, {0x2648, 0x2653}, {0x267f, 0x267f},
    {0x2693, 0x2693}, {0x26a1, 0x26a1}, {0x26aa, 0x26ab}, {0x26bd, 0x26be},
    {0x26c4, 0x26c5}, {0x26ce, 0x26ce}, {0x26d4, 0x26d4}, {0x26ea, 0x26ea},
    {0x26f2, 0x26f3}, {0x26f5, 0x26f5}, {0x26fa, 0x26fa}, {0x26fd, 0x26fd},
    {0x2705, 0x2705}, {0x270a, 0x270b}, {0x2728, 0x2728}, {0x274c, 0x274c},
    {0x274e, 0x274e}, {0x2753, 0x2755}, {0x2757, 0x2757}, {0x2795, 0x2797},
    {0x27b0, 0x27b0}, {0x27bf, 0x27bf}, {0x2b1b, 0x2b1c}, {0x2b50, 0x2b50},
    {0x2b55, 0x2b55},
};

bool font_is_emoji(uint32_t c)
{
    for (size_t i = 0; i < sizeof(pictures) / sizeof(pictures[0]); i++) {
        if (c >= pictures[i].first && c <= pictures[i].last) {
            return true;
        }
    }
    return c >= 0x1f000 && c <= 0x1faff;
}

// Of what people see as one character: the selectors of variation ask for it
// or for a letter; else any part of it says so.
static bool is_emoji(struct str cluster)
{
    enum { AS_LETTER = 0xfe0e, AS_EMOJI = 0xfe0f };
    bool found = false;
    for (size_t at = 0; at < cluster.len;) {
        uint32_t c = utf8_next(cluster, &at);
        if (c == AS_LETTER) {
            return false;
        }
        found = found || c == AS_EMOJI || font_is_emoji(c);
    }
    return found;
}

// Scripts whose letters change with what stands beside them, or stand in an
// order of their own. For all others Latin does.
static const struct {
    uint32_t first, last;
    const char *code;
} scripts[] = {
    {0x0590, 0x05ff, "Hebr"}, {0x0600, 0x06ff, "Arab"},
    {0x0700, 0x074f, "Syrc"}, {0x0750, 0x077f, "Arab"},
    {0x0780, 0x07bf, "Thaa"}, {0x07c0, 0x07ff, "Nkoo"},
    {0x08a0, 0x08ff, "Arab"}, {0x0900, 0x097f, "Deva"},
    {0x0980, 0x09ff, "Beng"}, {0x0a00, 0x0a7f, "Guru"},
    {0x0a80, 0x0aff, "Gujr"}, {0x0b00, 0x0b7f, "Orya"},
    {0x0b80, 0x0bff, "Taml"}, {0x0c00, 0x0c7f, "Telu"},
    {0x0c80, 0x0cff, "Knda"}, {0x0d00, 0x0d7f, "Mlym"},
    {0x0d80, 0x0dff, "Sinh"}, {0x0e00, 0x0e7f, "Thai"},
    {0x0e80, 0x0eff, "Laoo"}, {0x0f00, 0x0fff, "Tibt"},
    {0x1000, 0x109f, "Mymr"}, {0x1780, 0x17ff, "Khmr"},
    {0xfb1d, 0xfb4f, "Hebr"}, {0xfb50, 0xfdff, "Arab"},
    {0xfe70, 0xfefe, "Arab"},
};

// The script of the first letter that has one here; of signs and digits alone,
// Latin.
static const char *script_of(const struct letter *letters, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < sizeof(scripts) / sizeof(scripts[0]); k++) {
            if (letters[i].c >= scripts[k].first &&
                letters[i].c <= scripts[k].last) {
                return scripts[k].code;
            }
        }
    }
    return "Latn";
}

void font_clean(struct buf *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (c == UTF8_INVALID) {
            c = UTF8_REPLACEMENT;
        }
        if (c == '\t' || c == '\n') {
            c = ' ';
        }
        if (!utf8_is_control(c)) {
            utf8_put(out, c);
        }
    }
}

// Fills in the neutral ones; true when the line runs right to left.
static bool resolve(struct letter *letters, size_t count)
{
    enum direction base = NEUTRAL;
    for (size_t i = 0; i < count && base == NEUTRAL; i++) {
        enum direction d = letters[i].direction;
        base = d == LEFT_TO_RIGHT || d == RIGHT_TO_LEFT ? d : NEUTRAL;
    }
    base = base == NEUTRAL ? LEFT_TO_RIGHT : base;
    enum direction before = base;
    for (size_t i = 0; i < count;) {
        size_t end = i;
        while (end < count && (letters[end].direction == NEUTRAL ||
                               letters[end].direction == MARK)) {
            end++;
        }
        enum direction after = end < count ? letters[end].direction : base;
        after = after == NUMBER ? LEFT_TO_RIGHT : after;
        for (; i < end; i++) {
            bool mark = letters[i].direction == MARK;
            letters[i].direction = mark || before == after ? before : base;
        }
        if (end < count) {
            letters[end].direction = after;
            before = after;
            i = end + 1;
        }
    }
    return base == RIGHT_TO_LEFT;
}

static void reverse(struct font_run *runs, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct font_run swapped = runs[i];
        runs[i] = runs[count - 1 - i];
        runs[count - 1 - i] = swapped;
    }
}

// From the order of reading to that of the screen.
static void arrange(struct font_run *runs, size_t count, bool right_to_left)
{
    for (size_t i = 0; i < count;) {
        size_t end = i;
        while (end < count && runs[end].right_to_left != right_to_left) {
            end++;
        }
        reverse(runs + i, end - i);
        i = end + (end == i || end < count);
    }
    if (right_to_left) {
        reverse(runs, count);
    }
}

// Fills in the letters of text; returns how many. The parts of an emoji are
// shown by the font of its first: a family is one picture.
static size_t read_letters(struct letter *letters, struct str text,
                           const struct font_chooser *chooser)
{
    size_t count = 0, end = 0;
    bool emoji = false;
    for (size_t at = 0; at < text.len; count++) {
        struct letter *l = &letters[count];
        bool first = at == end;
        if (first) {
            end = grapheme_next(text, at);
            emoji = is_emoji(str_sub(text, at, end));
        }
        l->at = at;
        l->c = utf8_next(text, &at);
        l->direction = emoji ? NEUTRAL : direction_of(l->c);
        int before = count > 0 ? letters[count - 1].font : 0;
        bool same = emoji ? !first : l->direction == MARK && count > 0;
        l->font = same ? before
                       : chooser->choose(chooser->context, l->c, before, emoji);
    }
    return count;
}

struct font_runs font_split(struct str text, struct font_chooser chooser,
                            struct arena *mem)
{
    struct letter *letters =
        ARENA_ARRAY(mem, struct letter, utf8_length(text) + 1);
    size_t count = read_letters(letters, text, &chooser);
    bool right_to_left = resolve(letters, count);
    struct font_run *runs = ARENA_ARRAY(mem, struct font_run, count + 1);
    size_t made = 0;
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && letters[end].font == letters[i].font &&
               letters[end].direction == letters[i].direction) {
            end++;
        }
        size_t stop = end < count ? letters[end].at : text.len;
        runs[made++] = (struct font_run){
            .text = str_sub(text, letters[i].at, stop),
            .font = letters[i].font,
            .script = script_of(letters + i, end - i),
            .right_to_left = letters[i].direction == RIGHT_TO_LEFT};
        i = end;
    }
    arrange(runs, made, right_to_left);
    return (struct font_runs){runs, made};
}
