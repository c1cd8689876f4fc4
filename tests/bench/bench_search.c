// SPDX-License-Identifier: MIT
// The Journal screen: opening a year of entries, and typing into the search of
// 100,000 of about 300 bytes. A key is what the screen does before it draws;
// what is left of the search is then done in the frames after it. Times are of
// the processor: what counts is what the program does, not who else is at work.
#include "bench/bench.h"
#include "screens/journal.h"

enum { YEAR = 2000, MANY = 100000 };

static float width(void *fonts, enum face face, float size, struct str text)
{
    (void)fonts;
    (void)face;
    return 0.5f * size * (float)text.len;
}

static double ms_since(int64_t from_ns)
{
    return (double)(bench_cpu_ns() - from_ns) / 1e6;
}

// Words of four syllables, some rare, as many as make an entry of 300 bytes.
static void put_words(struct buf *out, uint32_t seed)
{
    static const char *const parts[] = {
        "the ", "war",  "hand", "s ",  "let ",   "ing ", "go ", "bre",
        "ath ", "jaw ", "so",   "ft ", "quiet ", "zen ", "and "};
    for (int i = 0; i < 32; i++) {
        seed = seed * 1664525u + 1013904223u;
        buf_put(out, str_from(parts[(seed >> 16) % 15]));
    }
}

static struct str journal_of(int count, struct arena *mem)
{
    struct buf text = {0}, words = {0};
    buf_put(&text, journal_header());
    for (int i = 0; i < count; i++) {
        struct entry e;
        struct wall now = {.day = {10000 + i / 6}, .second = i % 6 * 14000};
        struct day_key key = {0};
        struct arena own = {0};
        buf_clear(&words);
        put_words(&words, (uint32_t)i);
        entry_init(&e);
        entry_stamp(&e, &now, (uint32_t)i, now.day, &key, &own);
        e.session = STR("coherent");
        e.mood_after = 1 + i % 5;
        e.text = buf_view(&words);
        entry_format(&e, &text);
        buf_put_char(&text, '\n');
        arena_finish(&own);
    }
    struct str made = arena_copy(mem, buf_view(&text));
    buf_finish(&words);
    buf_finish(&text);
    return made;
}

static void bench_open(const char *name, struct str text)
{
    double took[BENCH_RUNS];
    for (int i = 0; i < BENCH_RUNS; i++) {
        struct arena mem = {0};
        struct journal_index c = {0};
        int64_t from_ns = bench_cpu_ns();
        struct places places = journal_scan(&text, 1, &mem, NULL);
        journal_index_make(&c, &places, (struct session_titles){0}, &mem);
        took[i] = ms_since(from_ns);
        journal_index_finish(&c);
        arena_finish(&mem);
    }
    bench_row(name, bench_median(took, BENCH_RUNS), "ms", 1);
}

static void type(struct journal_screen *j, const struct facts *f,
                 struct input in, double *worst)
{
    struct requests ask = {0};
    int64_t from_ns = bench_cpu_ns();
    journal_screen_input(j, f, &in, &ask);
    double ms = ms_since(from_ns);
    worst[0] = ms > worst[0] ? ms : worst[0];
    double all = ms;
    while (journal_screen_busy(j)) {
        from_ns = bench_cpu_ns();
        journal_screen_tick(j, f);
        ms = ms_since(from_ns);
        all += ms;
        worst[1] = ms > worst[1] ? ms : worst[1];
    }
    worst[2] = all > worst[2] ? all : worst[2];
}

static void time_search(struct str text, struct arena *mem)
{
    static const char *const words[] = {
        "the hands", "quiet zen jaw", "zqx", "eee", "ssss", "1997-06-1"};
    struct ruler ruler = {.width = width};
    struct settings settings;
    settings_init(&settings);
    static const struct str source = {"journal.rec", 11};
    struct journal_facts journal = {.sources = &source, .source_count = 1};
    struct places places = journal_scan(&text, 1, mem, NULL);
    journal_index_make(&journal.index, &places, (struct session_titles){0},
                       mem);
    struct facts f = {.settings = &settings, .journal = &journal};
    struct journal_screen j;
    struct requests ask = {0};
    double worst[3] = {0};
    journal_screen_init(&j, &ruler);
    journal_screen_open(&j, &f, 0, &ask);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        type(&j, &f,
             (struct input){.kind = INPUT_KEY, .key = KEY_CHAR, .letter = '/'},
             (double[3]){0});
        for (const char *at = words[i]; *at != '\0'; at++) {
            type(&j, &f, (struct input){.kind = INPUT_TEXT, .text = {at, 1}},
                 worst);
        }
        type(&j, &f, (struct input){.kind = INPUT_KEY, .key = KEY_ESCAPE},
             worst);
    }
    bench_row("journal_search_key", worst[0], "ms", worst[0] / 16);
    bench_row("journal_search_frame", worst[1], "ms", worst[1] / 16);
    bench_row("journal_search_whole", worst[2], "ms", worst[2] / 16);
    journal_screen_finish(&j);
    journal_index_finish(&journal.index);
}

void bench_search(void)
{
    struct arena mem = {0};
    bench_open("journal_open_2000", journal_of(YEAR, &mem));
    struct str many = journal_of(MANY, &mem);
    bench_open("journal_open_100000", many);
    time_search(many, &mem);
    arena_finish(&mem);
}
