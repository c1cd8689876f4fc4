// SPDX-License-Identifier: MIT
// The head and the lets of the session language.
#include "mistakes.h"

#define REST "kind: breathwork\nclass: gentle\n"

static void required_keys_are_missed_at_the_start(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {"", "1:1 1:1 1:1 1:1", "the key \"title\" is missing"},
        {"sit 1m\n", "1:1 1:1 1:1", "title"},
        {"title: T\nsit 1m\n", "1:1 1:1", "the key \"kind\" is missing"},
        {"title: T\nkind: breathwork\nsit 1m\n", "1:1",
         "the key \"class\" is missing"},
        {"titel: T\n" REST "sit 1m\n", "1:1", "did you mean \"title\"?"},
        {"title T\n" REST "sit 1m\n", "1:1", "is not a step"},
        {"title: T\n" REST, "1:1", "no step takes time"},
        {"title: T\n" REST "wait\nbell\nask \"x\"\n", "1:1",
         "no step takes time"},
        {"title: T\n" REST "wait at most 1s\n", "", NULL},
        {"title: T\n" REST "sti 1m\n", "4:1", "did you mean \"sit\"?"},
    };
    CHECK_MISTAKES(table);
}

static void keys_stand_once_and_have_values(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {"title: T\ntitle: U\n" REST "sit 1m\n", "2:1", "twice"},
        {"title: T\n" REST "caution: a\ncaution: b\nsource: a\nsource: b\n"
         "sit 1m\n",
         "", NULL},
        {"title: T\n" REST "about: a\n about: b\nsit 1m\n", "5:2", "twice"},
        {"title: T\n" REST "about:\nsit 1m\n", "4:1", "no value"},
        {"title: T\n" REST "about: \t\nsit 1m\n", "4:1", "no value"},
        {"title:\n" REST "sit 1m\n", "1:1", "no value"},
        {"title: T\n" REST "  autor: a\nsit 1m\n", "4:3",
         "did you mean \"author\"?"},
        {"title: T\n" REST "Author: a\nsit 1m\n", "4:1",
         "did you mean \"author\"?"},
        {"title: T\n" REST "zzzz: a\nsit 1m\n", "4:1", "no key"},
        {"title: T\n" REST "settle: 20s\n", "4:1", "no key"},
        {"title: T\n" REST "sit 1m\nabout: a\n", "5:1", "after the first"},
        {"title: T\n" REST "bell\nabout: a\nsit 1m\n", "5:1",
         "after the first"},
        {"title: T\nask \"x\"\n" REST "sit 1m\n", "3:1 4:1", "after the first"},
        {"title: T\n" REST "sit 1m\nsay: \"x\"\n", "5:1", "no key"},
        {"title: T\n" REST "sit 1m\n: x\n", "5:1", "is not a step"},
    };
    CHECK_MISTAKES(table);
}

static void values_are_of_their_tables(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {"title: T\nkind: breathing\nclass: gentle\nsit 1m\n", "2:7",
         "is not a kind"},
        {"title: T\nkind: Somatic\nclass: gentle\nsit 1m\n", "2:7",
         "did you mean \"somatic\"?"},
        {"title: T\n" REST "effect: calming\nsit 1m\n", "4:9",
         "is not an effect"},
        {"title: T\n" REST "effect: clam\nsit 1m\n", "4:9",
         "did you mean \"calm\"?"},
        {"title: T\n" REST "effect: calm, focus\nsit 1m\n", "4:9", NULL},
        {"title: T\n" REST "evidence: A\nsit 1m\n", "", NULL},
        {"title: T\n" REST "evidence: E\nsit 1m\n", "4:11", "grade"},
        {"title: T\n" REST "evidence: a\nsit 1m\n", "4:11", "grade"},
        {"title: T\n" REST "evidence: AB\nsit 1m\n", "4:11", "grade"},
        {"title: T\n" REST "posture: lieing\nsit 1m\n", "4:10",
         "did you mean \"lying\"?"},
        {"title: T\n" REST "pacer: obr\nsit 1m\n", "4:8", "is not a pacer"},
        {"title: T\n" REST "pacer: none\nsit 1m\n", "", NULL},
        {"title: T\n" REST "voice: yes\nsit 1m\n", "4:8", "on or off"},
        {"title: T\n" REST "lang: pt-BR\nsit 1m\n", "", NULL},
        {"title: T\n" REST "lang: pt_BR\nsit 1m\n", "4:7", "language tag"},
        {"title: T\n" REST "lang: de at\nsit 1m\n", "4:7", "language tag"},
        {"title: T\n" REST "bed: off\nsit 1m\n", "", NULL},
        {"title: T\n" REST "bed: my-own_sea2\nsit 1m\n", "", NULL},
        {"title: T\n" REST "bed: Ocean\nsit 1m\n", "4:6", "name of a bed"},
        {"title: T\n" REST "bed: ocean rain\nsit 1m\n", "4:6", "name of a bed"},
        {"title: T\n" REST "days: any\nsit 1m\n", "", NULL},
        {"title: T\n" REST "days: dose,transition , normal,break\nsit 1m\n", "",
         NULL},
        {"title: T\n" REST "days: dose, dose\nsit 1m\n", "4:13", "twice"},
        {"title: T\n" REST "days: dose, any\nsit 1m\n", "4:13", "alone"},
        {"title: T\n" REST "days: dose, holiday\nsit 1m\n", "4:13",
         "kind of day"},
        {"title: T\n" REST "days: dose,\nsit 1m\n", "4:12", NULL},
        {"title: T\n" REST "days: dose normal\nsit 1m\n", "4:7", NULL},
    };
    CHECK_MISTAKES(table);
}

static void a_title_has_up_to_eighty_characters(void **state)
{
    (void)state;
#define TEN "\xc3\xa9 23456789"
    static const struct mistake table[] = {
        {"title: " TEN TEN TEN TEN TEN TEN TEN TEN "\n" REST "sit 1m\n", "",
         NULL},
        {"title: " TEN TEN TEN TEN TEN TEN TEN TEN "x\n" REST "sit 1m\n", "1:8",
         "81 characters"},
    };
    CHECK_MISTAKES(table);
}

static void the_class_is_a_list_with_a_caution(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {"title: T\nkind: somatic\nclass: activating\nsit 1m\n", "3:8",
         "caution"},
        {"title: T\nkind: somatic\nclass: holds , fast,activating\n"
         "caution: c\nsit 1m\n",
         "", NULL},
        {"title: T\nkind: somatic\nclass: gentle, holds\ncaution: c\nsit 1m\n",
         "3:8", "alone"},
        {"title: T\nkind: somatic\nclass: holds, gentle\ncaution: c\nsit 1m\n",
         "3:15", "alone"},
        {"title: T\nkind: somatic\nclass: holds, holds\ncaution: c\nsit 1m\n",
         "3:15", "twice"},
        {"title: T\nkind: somatic\nclass: holds, quick\ncaution: c\nsit 1m\n",
         "3:15", "is not a class"},
        {"title: T\nkind: somatic\nclass: gentle\ncaution: c\nsit 1m\n", "",
         NULL},
    };
    CHECK_MISTAKES(table);
}

static void lets_are_declared(void **state)
{
    (void)state;
    static const struct mistake table[] = {
        {"let a = 5m (2m to 20m)\ntitle: T\n" REST "let b = 6 (3 to 9) \"B\"\n"
         "about: x\nbreathe b-b for a\n",
         "", NULL},
        {HEAD "let a = 5.5 (4 to 7)\nbreathe a-a x 3\n", "", NULL},
        {HEAD "sit 1m\nlet a = 5m (2m to 20m)\nsit a\n", "6:1",
         "after the first step"},
        {HEAD "let a = 5m (2m to 20m)\nlet a = 6m (2m to 20m)\nsit a\n", "6:5",
         "declared in line 5"},
        {HEAD "let a = 5m (2m to 20m)\nlet b = a (2m to 20m)\nsit b\n", "6:9",
         "names no other let"},
        {HEAD "let a = 5m (2m to 20m)\nlet b = 5m (a to 20m)\nsit b\n", "6:13",
         "names no other let"},
        {HEAD "let a = 1m (2m to 20m)\nsit a\n", "5:9", "not within"},
        {HEAD "let a = 21m (2m to 20m)\nsit a\n", "5:9", "not within"},
        {HEAD "let a = 20m (2m to 20m)\nsit a\n", "", NULL},
        {HEAD "let a = 5m (20m to 2m)\nsit a\n", "5:13", "is more than"},
        {HEAD "let a = 5 (2m to 20m)\nsit a\n", "5:12", "is a duration"},
        {HEAD "let a = 5m (2 to 20m)\nsit a\n", "5:13", "bare number"},
        {HEAD "let a = 5m (2m to 20)\nsit a\n", "5:19", "bare number"},
        {HEAD "let a = x (2m to 20m)\nsit a\n", "5:9", "neither"},
        {HEAD "let a = x (y to z)\nsit a\n", "5:9 5:12 5:17", "neither"},
        {HEAD "let a = 0.05s (0s to 20m)\nsit 1m\n", "5:9", "finer"},
        {HEAD "let a = 0.0005 (0 to 1)\nsit 1m\n", "5:9", "neither"},
        {HEAD "let A = 5m (2m to 20m)\nsit 1m\n", "5:5", "not a name"},
        {HEAD "let 1a = 5m (2m to 20m)\nsit 1m\n", "5:5", "not a name"},
        {HEAD "let a-b = 5m (2m to 20m)\nsit 1m\n", "5:5", "not a name"},
        {HEAD "let a_1 = 5m (2m to 20m)\nsit a_1\n", "", NULL},
        {HEAD "let a 5m (2m to 20m)\nsit a\n", "5:7", "\"=\" is due"},
        {HEAD "let a = 5m 2m to 20m\nsit a\n", "5:12", "\"(\" is due"},
        {HEAD "let a = 5m (2m - 20m)\nsit a\n", "5:16", "\"to\" is due"},
        {HEAD "let a = 5m (2m to 20m\nsit a\n", "5:19", "\")\" is missing"},
        {HEAD "let a = 5m\nsit a\n", "5:9", "\"(\" is missing"},
        {HEAD "let a = 5m (2m to 20m) x\nsit a\n", "5:24", "not expected"},
        {HEAD "let a = 5m (2m to 20m) \"A\" \"B\"\nsit a\n", "5:28",
         "not expected"},
        {HEAD "let\nsit 1m\n", "5:1", "missing"},
        {HEAD "let brea\xffths = 6 (3 to 9)\nbreathe 4-4 x breaths\n", "5:9",
         "UTF-8"},
        {HEAD "let length = 5x (2m to 9m)\nsit lenght\n", "5:14", NULL},
        {HEAD "lte a = 5m (2m to 20m)\nsit a\n", "5:1",
         "did you mean \"let\"?"},
    };
    CHECK_MISTAKES(table);
}

static void names_are_no_words_of_the_language(void **state)
{
    (void)state;
    static const char *const words[] = {
        "in",      "top",    "hold",    "out",    "rest", "nose",   "mouth",
        "left",    "right",  "lips",    "hum",    "voo",  "sigh",   "throat",
        "belly",   "ribs",   "chest",   "face",   "feet", "whole",  "foot",
        "calf",    "settle", "breathe", "retain", "sit",  "move",   "squeeze",
        "release", "scan",   "turn",    "write",  "wait", "repeat", "end",
        "say",     "bell",   "bed",     "pacer",  "ask",  "rate",   "at",
        "every",   "last",   "scatter", "tick",   "for",  "x",      "to",
        "full",    "empty",  "until",   "tap",    "most", "rising", "fading",
        "over",    "both",   "off",     "let",
    };
    static const char *const free_words[] = {
        "title", "kind", "class", "days",  "voice", "calm", "gentle", "holds",
        "orb",   "box",  "bowl",  "chime", "ocean", "dose", "any",    "on",
    };
    struct buf text = {0};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        buf_clear(&text);
        buf_printf(&text, HEAD "let %s = 5m (2m to 20m)\nsit 1m\n", words[i]);
        struct mistake m = {buf_cstr(&text), "5:5", "word of the language"};
        check_mistakes(&m, 1);
    }
    for (size_t i = 0; i < sizeof(free_words) / sizeof(free_words[0]); i++) {
        buf_clear(&text);
        buf_printf(&text, HEAD "let %s = 5m (2m to 20m)\nsit %s\n",
                   free_words[i], free_words[i]);
        struct mistake m = {buf_cstr(&text), "", NULL};
        check_mistakes(&m, 1);
    }
    buf_finish(&text);
}

static void sixty_four_lets_are_inside(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_put(&text, STR(HEAD));
    for (int i = 0; i < 64; i++) {
        buf_printf(&text, "let a%d = 5m (2m to 20m)\n", i);
    }
    size_t full = text.len;
    buf_put(&text, STR("sit a63\n"));
    struct mistake m = {buf_cstr(&text), "", NULL};
    check_mistakes(&m, 1);
    text.len = full;
    buf_put(&text, STR(" let b = 5m (2m to 20m)\nlet c = 5m (2m to 20m)\n"
                       "sit c\n"));
    m = (struct mistake){buf_cstr(&text), "69:2", "64"};
    check_mistakes(&m, 1);
    buf_finish(&text);
}

static void a_head_is_read_as_it_stands(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct diags ds = {.mem = &mem};
    struct session s = {0};
    assert_true(session_parse(
        &s,
        STR("title:  A\tb \"c\"#d \t# e\nkind: partner\nclass: holds,fast\n"
            "effect: ground\nsource: one\nsource: two: 2\ncaution: c\n"
            "days: normal, break\nposture: lying\nbed: rain\npacer: wave\n"
            "voice: on\nlang: de\nevidence: C\nauthor: A\nlicense: L\n"
            "about: x\nlet a = 5m (2m to 20m) \"How\"\n\"long\"\n"
            "let n = 6 (3 to 9)\nlet s = 5 (4.5 to 6)\n"
            "ask \"q1\"\nrate r1 \"Q\"\nrepeat 2\nsit a\nask \"q2\"\n"
            "rate r2 \"R\"\nend\n"),
        &mem, &ds));
    assert_str(s.title, "A b \"c\"#d");
    assert_int_equal(s.kind, KIND_PARTNER);
    assert_int_equal(s.classes, CLASS_HOLDS | CLASS_FAST);
    assert_int_equal(s.effect, EFFECT_GROUND);
    assert_int_equal(s.source_count, 2);
    assert_str(s.sources[1], "two: 2");
    assert_int_equal(s.caution_count, 1);
    assert_int_equal(s.days, SUITS_NORMAL | SUITS_BREAK);
    assert_int_equal(s.posture, POSTURE_LYING);
    assert_str(s.bed, "rain");
    assert_int_equal(s.pacer, PACER_WAVE);
    assert_true(s.voice);
    assert_str(s.lang, "de");
    assert_int_equal(s.evidence, 'C');
    assert_str(s.author, "A");
    assert_str(s.license, "L");
    assert_str(s.about, "x");
    assert_int_equal(s.let_count, 3);
    assert_str(s.lets[0].label, "How long");
    assert_int_equal(s.lets[0].unit, LET_DURATION);
    assert_int_equal(s.lets[0].max, 1200000);
    assert_int_equal(s.lets[1].unit, LET_WHOLE);
    assert_int_equal(s.lets[1].value, 6000);
    assert_int_equal(s.lets[2].unit, LET_SECONDS);
    assert_int_equal(s.lets[2].min, 4500);
    assert_int_equal(s.question_count, 4);
    assert_str(s.questions[0].name, "r1");
    assert_str(s.questions[1].name, "r2");
    assert_str(s.questions[2].text, "q1");
    assert_str(s.questions[3].text, "q2");
    assert_int_equal(s.questions[3].name.len, 0);

    assert_true(session_parse(&s, STR("title: T\n" REST "sit 1m"), &mem, &ds));
    assert_int_equal(s.days, SUITS_ANY);
    assert_str(s.lang, "en");
    assert_int_equal(s.pacer, PACER_ORB);
    assert_false(s.voice);
    assert_false(session_parse(&s, STR("title: T\xff\nsit"), &mem, &ds));
    assert_str(s.title, "T\xef\xbf\xbd");
    arena_finish(&mem);
}

// What `list` and the head of a new script write is what is read.
static void words_of_the_head_are_written_as_they_are_read(void **state)
{
    (void)state;
    for (int i = 0; i < PACER_COUNT; i++) {
        struct arena mem = {0};
        struct diags ds = {.mem = &mem};
        struct session s;
        struct buf text = {0};
        enum session_kind kind = (enum session_kind)(i % KIND_COUNT);
        enum effect effect = (enum effect)(1 + i % (EFFECT_COUNT - 1));
        enum pacer pacer = (enum pacer)i;
        buf_printf(&text,
                   "title: T\nkind: %.*s\nclass: gentle\neffect: %.*s\n"
                   "pacer: %.*s\nsit 1m\n",
                   STR_ARG(session_kind_word(kind)),
                   STR_ARG(session_effect_word(effect)),
                   STR_ARG(session_pacer_word(pacer)));
        assert_true(session_parse(&s, buf_view(&text), &mem, &ds));
        assert_int_equal(s.kind, kind);
        assert_int_equal(s.effect, effect);
        assert_int_equal(s.pacer, pacer);
        buf_finish(&text);
        arena_finish(&mem);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(required_keys_are_missed_at_the_start),
        cmocka_unit_test(keys_stand_once_and_have_values),
        cmocka_unit_test(values_are_of_their_tables),
        cmocka_unit_test(a_title_has_up_to_eighty_characters),
        cmocka_unit_test(the_class_is_a_list_with_a_caution),
        cmocka_unit_test(lets_are_declared),
        cmocka_unit_test(names_are_no_words_of_the_language),
        cmocka_unit_test(sixty_four_lets_are_inside),
        cmocka_unit_test(a_head_is_read_as_it_stands),
        cmocka_unit_test(words_of_the_head_are_written_as_they_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
