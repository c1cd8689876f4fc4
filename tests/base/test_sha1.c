// SPDX-License-Identifier: MIT
// SHA-1 as sha1sum gives it: the examples of FIPS 180, and every length around
// a block's end against what sha1sum said.
#include "unit.h"

#include <string.h>

#include "base/sha1.h"

static void assert_sum(struct str bytes, const char *want)
{
    char got[SHA1_LETTERS];
    sha1_hex(bytes, got);
    assert_str(((struct str){got, sizeof(got)}), want);
}

static void the_examples_of_the_standard(void **state)
{
    (void)state;
    assert_sum(STR(""), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    assert_sum(STR("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
    assert_sum(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
               "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
}

static void lengths_around_a_block(void **state)
{
    (void)state;
    static const struct {
        size_t len;
        const char *want;
    } cases[] = {
        {55, "c1c8bbdc22796e28c0e15163d20899b65621d65a"},
        {56, "c2db330f6083854c99d4b5bfb6e8f29f201be699"},
        {63, "03f09f5b158a7a8cdad920bddc29b81c18a551f5"},
        {64, "0098ba824b5c16427bd7a1122a5a442a25ec644d"},
        {65, "11655326c708d70319be2610e8a57d9a5b959d3b"},
        {119, "ee971065aaa017e0632a8ca6c77bb3bf8b1dfc56"},
        {120, "f34c1488385346a55709ba056ddd08280dd4c6d6"},
        {128, "ad5b3fdbcb526778c2839d2f151ea753995e26a0"},
        {199, "4c5da22d429fedb135ae85f65d22ae31cc4fe97e"},
    };
    char text[200];
    memset(text, 'a', sizeof(text));
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_sum((struct str){text, cases[i].len}, cases[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_examples_of_the_standard),
        cmocka_unit_test(lengths_around_a_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
