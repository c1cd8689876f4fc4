// SPDX-License-Identifier: MIT
// The hum of a gamepad: it follows the lungs, stays soft, rests in holds, and
// never jumps up.
#include "unit.h"

#include "frame/hum.h"
#include "rows.h"

static struct made made;

static float at(int64_t ms)
{
    struct moment m = timeline_at(&made.tl, ms);
    return hum_at(&made.tl, &m);
}

static void it_follows_the_lungs(void **state)
{
    (void)state;
    static const int64_t box[4] = {4000, 4000, 4000, 4000};
    made_step(&made, VERB_SETTLE, 1, 5000, "");
    made_breaths(&made, 2, 2, box);
    made_step(&made, VERB_SIT, 3, 5000, "");
    float most = 0;
    for (int64_t ms = 0; ms < made.tl.length_ms; ms += 10) {
        float now = at(ms);
        most = now > most ? now : most;
        assert_true(now >= 0 && now <= HUM_MOST);
        // From nothing to the whole no faster than in half a second.
        assert_true(ms == 0 || now - at(ms - 10) < 0.02f * HUM_MOST);
    }
    assert_true(most > 0.95f * HUM_MOST);
    assert_true(at(3000) <= 0);                       // settling
    assert_true(at(6000) > 0 && at(8000) > at(6000)); // in
    assert_true(at(10000) <= 0);                      // held
    assert_true(at(14000) > at(16000));               // out
    assert_true(at(18000) <= 0);                      // empty
    assert_true(at(made.tl.length_ms - 1000) <= 0);   // sitting
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_follows_the_lungs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
