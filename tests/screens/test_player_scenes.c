// SPDX-License-Identifier: MIT
// What the player shows, as printed scenes at chosen moments; that it is a
// function of the moment alone; that it fits; that a frame allocates nothing.
#include "counted.h"
#include "replay.h"

#include <math.h>
#include <string.h>

static struct replay r; // large; every test begins it anew

static const int64_t box_ms[4] = {4000, 4000, 4000, 4000};
static const int64_t tide_ms[4] = {4000, 0, 6000, 0};

static struct buf shown; // scenes, printed

// One of everything: 20 s of settling, the tide from 20 s, a wait and a hold
// from 60 s, shaking from 90 s, a hand from 150 s and 155 s, left foot and
// whole body from 165 s, box from 185 s, a turn from 217 s, rest, sit.
static void make_all(void)
{
    memset(&r, 0, sizeof(r));
    buf_clear(&shown);
    struct made *m = &r.made;
    r.session.title = STR("Long tide");
    made_step(m, VERB_SETTLE, 1, 20000, "Sit tall. Let the jaw soften.");
    made_breaths(m, 2, 4, tide_ms);
    made_say(m, 30000, "Let the belly soften, and fill like a tide coming in.");
    made_step(m, VERB_WAIT, 3, 0, "Whenever you are ready.")->until_tap = true;
    struct row *row = made_step(m, VERB_RETAIN, 4, 30000, "As is easy.");
    row->until_tap = true;
    row->phase = PHASE_HOLD_EMPTY;
    row = made_step(m, VERB_MOVE, 5, 60000, "Shake the arms.");
    row->rising_ms = 20000;
    row->fading_ms = 20000;
    made_step(m, VERB_SQUEEZE, 6, 5000, "")->place = STR("left hand");
    made_step(m, VERB_RELEASE, 7, 10000, "")->place = STR("left hand");
    made_step(m, VERB_SCAN, 8, 10000, "")->place = STR("left foot");
    made_step(m, VERB_SCAN, 8, 10000, "")->place = STR("whole");
    made_breaths(m, 9, 2, box_ms);
    m->rows[m->tl.row_count - 2].ways = WAY_LEFT | WAY_HUM;
    made_step(m, VERB_TURN, 10, 20000, "Speak.")->place = STR("A");
    made_step(m, VERB_REST, 11, 20000, "");
    made_step(m, VERB_SIT, 12, 60000, "");
}

// Of letters as wide as an M.
static float wide_width(void *fonts, enum face face, float size,
                        struct str text)
{
    return 1.6f * fixed_width(fonts, face, size, text);
}

static struct ruler ruler = {.width = fixed_width};

static const struct row *scene_at(int64_t t_ms,
                                  const struct player_options *options)
{
    static struct player p;
    struct player_options o = *options;
    o.from_ms = t_ms;
    player_init(&p, &r.session, &r.made.tl, &o, &r.mem);
    scene_begin(&r.scene, 0, 0, STAGE_WIDTH, 1);
    player_scene_at(&p, &r.scene, &ruler);
    assert_false(r.scene.overflow);
    return &r.made.rows[timeline_at(&r.made.tl, t_ms).row];
}

static void print_scene(const char *name)
{
    buf_printf(&shown, "== %s\n", name);
    scene_print(&r.scene, &shown);
}

static void check_scenes(const char *name)
{
    golden_check(name, &shown);
    buf_finish(&shown);
}

static void moments_look_as_they_did(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int64_t t_ms;
    } moments[] = {
        {"settle", 3000}, {"in", 32780},       {"out", 27000},
        {"wait", 60000},  {"hold", 72500},     {"rising", 100000},
        {"full", 120000}, {"squeeze", 152000}, {"let go", 156000},
        {"foot", 170000}, {"nostril", 211200}, {"turn", 220000},
        {"rest", 240000}, {"sit", 300000},
    };
    make_all();
    for (size_t i = 0; i < sizeof(moments) / sizeof(moments[0]); i++) {
        scene_at(moments[i].t_ms, &(struct player_options){0});
        print_scene(moments[i].name);
    }
    check_scenes("moments.scene");
    replay_finish(&r);
}

static void pacers_look_as_they_did(void **state)
{
    (void)state;
    static const char *const names[] = {"orb", "wave", "box",  "petals",
                                        "bar", "ring", "body", "none"};
    make_all();
    for (int p = 0; p < PACER_COUNT; p++) {
        struct player_options o = {.pacer_chosen = true,
                                   .pacer = (enum pacer)p};
        scene_at(204000, &o); // the box's second breath, breathing in
        print_scene(names[p]);
        o.reduced_motion = true;
        scene_at(204000, &o);
        print_scene("reduced");
    }
    check_scenes("pacers.scene");
    replay_finish(&r);
}

static void states_look_as_they_did(void **state)
{
    (void)state;
    make_all();
    replay_start(&r, &(struct player_options){0});
    replay_to(&r, 1500);
    replay_draw(&r);
    print_scene("from black");
    replay_key(&r, 25000, KEY_NONE, '-');
    replay_to(&r, 25050);
    replay_draw(&r);
    print_scene("volume");
    replay_key(&r, 30000, KEY_NONE, 'h');
    replay_to(&r, 31000);
    replay_draw(&r);
    print_scene("minimal");
    replay_key(&r, 31000, KEY_NONE, 'h');
    replay_to(&r, 35000);
    replay_draw(&r);
    print_scene("none");
    replay_input(&r, (struct input){.kind = INPUT_STALLED});
    replay_key(&r, 35000, KEY_NONE, '?');
    replay_to(&r, 36000);
    replay_draw(&r);
    print_scene("stalled, keys");
    replay_key(&r, 36000, KEY_ESCAPE, 0);
    replay_key(&r, 37000, KEY_ESCAPE, 0);
    replay_to(&r, 37700);
    replay_draw(&r);
    print_scene("landing");
    check_scenes("states.scene");
    replay_finish(&r);
}

static void minimal_and_none_show_less(void **state)
{
    (void)state;
    make_all();
    struct player_options o = {.hud = HUD_MINIMAL};
    scene_at(32780, &o);
    print_scene("minimal");
    o.hud = HUD_NONE;
    scene_at(32780, &o);
    print_scene("none");
    size_t texts = 0;
    for (size_t i = 0; i < r.scene.count; i++) {
        texts += r.scene.shapes[i].kind == SHAPE_TEXT;
    }
    assert_int_equal(texts, 0);
    check_scenes("huds.scene");
    replay_finish(&r);
}

// Every pacer, every 77 ms of the whole session: nothing overflows, nothing is
// NaN or far outside, nothing allocates, and a second look shows the same.
static void every_moment_fits_and_stays(void **state)
{
    (void)state;
    make_all();
    static struct player p;
    struct buf first = {0};
    struct buf second = {0};
    for (int k = 0; k < 2 * PACER_COUNT; k++) {
        struct player_options o = {.pacer_chosen = true,
                                   .pacer = (enum pacer)(k / 2),
                                   .reduced_motion = k % 2};
        player_init(&p, &r.session, &r.made.tl, &o, &r.mem);
        p.stage = PLAYER_PLAYING;
        int before = allocations;
        for (int64_t t_ms = 0; t_ms < r.made.tl.length_ms; t_ms += 77) {
            p.session_ms = t_ms;
            struct instant at = {100000 + t_ms, t_ms};
            scene_begin(&r.scene, -0.3f, 0, STAGE_WIDTH + 0.3f, 1);
            player_draw(&p, &r.scene, at, &fixed_ruler);
            assert_false(r.scene.overflow);
            for (size_t i = 0; i < r.scene.count; i++) {
                const struct shape *s = &r.scene.shapes[i];
                assert_true(s->alpha >= 0 && s->alpha <= 1);
                assert_true(s->x > -3 && s->x < 4 && s->y > -1 && s->y < 2);
                assert_true(s->r >= 0 && s->r < 2);
            }
        }
        assert_int_equal(allocations, before);
        for (int64_t t_ms = 0; t_ms < r.made.tl.length_ms; t_ms += 9973) {
            scene_at(t_ms, &o);
            buf_clear(&first);
            scene_print(&r.scene, &first);
            scene_at((t_ms * 7) % r.made.tl.length_ms, &o);
            scene_at(t_ms, &o);
            buf_clear(&second);
            scene_print(&r.scene, &second);
            assert_true(str_equal(buf_view(&first), buf_view(&second)));
        }
    }
    buf_finish(&first);
    buf_finish(&second);
    replay_finish(&r);
}

// The orb's radius in pixels of a full HD screen.
static float orb_px(void)
{
    for (size_t i = 0; i < r.scene.count; i++) {
        if (r.scene.shapes[i].kind == SHAPE_ORB) {
            return r.scene.shapes[i].r * 1080;
        }
    }
    return 0;
}

// All but the orb, the bar, whose bead creeps, and the timer's ring.
static void print_steady(struct buf *out)
{
    static struct scene kept;
    kept = r.scene;
    kept.count = 0;
    for (size_t i = 0; i < r.scene.count; i++) {
        struct shape s = r.scene.shapes[i];
        bool creeps = s.kind != SHAPE_TEXT && s.y + s.h >= 0.92f;
        s.a = s.kind == SHAPE_TEXT ? 0 : s.a; // goes with the orb
        if (!creeps && s.kind != SHAPE_ORB) {
            scene_add(&kept, s);
        }
    }
    buf_clear(out);
    scene_print(&kept, out);
}

// Until something is due the picture stays: the loop may sleep so long. A slow
// breath moves by two pixels at most meanwhile.
static void nothing_moves_before_it_is_due(void **state)
{
    (void)state;
    make_all();
    struct player_options o = {0};
    replay_start(&r, &o);
    struct buf first = {0};
    struct buf second = {0};
    int slept = 0;
    for (int64_t now_ms = 5000; now_ms < r.made.tl.length_ms; now_ms += 371) {
        if (r.player.holding) {
            replay_key(&r, r.now_ms, KEY_SPACE, 0);
        }
        replay_to(&r, now_ms);
        int64_t due_ms = player_due(&r.player, replay_instant(&r));
        assert_true(due_ms >= 0);
        if (due_ms < 2 || r.player.holding) {
            continue;
        }
        slept++;
        replay_draw(&r);
        print_steady(&first);
        float before_px = orb_px();
        struct instant at = replay_instant(&r);
        at.now_ms += due_ms - 1;
        at.session_ms += due_ms - 1;
        scene_begin(&r.scene, 0, 0, STAGE_WIDTH, 1);
        player_draw(&r.player, &r.scene, at, &fixed_ruler);
        print_steady(&second);
        struct moment m = timeline_at(&r.made.tl, at.session_ms);
        if (r.made.rows[m.row].verb != VERB_MOVE) {
            assert_str(buf_view(&second), buf_cstr(&first));
            float moved_px = fabsf(orb_px() - before_px);
            assert_true(moved_px < (due_ms > 150 ? 0.001f : 2.2f));
        }
    }
    assert_true(slept > 200);
    buf_finish(&first);
    buf_finish(&second);
    replay_finish(&r);
}

// The orb, and whatever else is round and filled, never jumps: not at the
// edges of phases, not into or out of rows without a breath.
static void nothing_jumps(void **state)
{
    (void)state;
    make_all();
    struct row *full = made_step(&r.made, VERB_RETAIN, 20, 5000, "");
    full->from = full->to = 1; // after a sit
    made_breaths(&r.made, 21, 1, tide_ms);
    full = made_step(&r.made, VERB_RETAIN, 22, 5000, "");
    full->from = full->to = 1; // after a breath out
    made_breaths(&r.made, 23, 6, (const int64_t[]){500, 0, 500, 0});
    made_breaths(&r.made, 24, 1, tide_ms);
    const struct timeline *tl = &r.made.tl;
    float last = -1;
    for (int64_t t_ms = 0; t_ms < tl->length_ms; t_ms += 16) {
        struct moment m = timeline_at(tl, t_ms);
        float level = pacer_level(tl, &m);
        if (last >= 0) {
            assert_true(level - last < 0.06f && last - level < 0.06f);
        }
        assert_true(level > -1e-4f && level < 1.0001f);
        last = level;
    }
    replay_finish(&r);
}

// A longest text in the largest type stands within the stage, whole lines.
static void guidance_never_clips(void **state)
{
    (void)state;
    static const char wide[] =
        "MMMMMMMMMM MMMMMMMMMM MMMMMMMMMM MMMMMMMMMM MMMMMMMM MMMMMMMMMM "
        "MMMMMMMMMM MMMMMMMMMM MMMMMMMM";
    for (int k = 0; k < 3; k++) {
        static const float scales[] = {1, 1.35f, 1.7f};
        make_all();
        r.made.rows[0].text = str_from(wide);
        struct player_options o = {.text_scale = scales[k]};
        ruler.width = wide_width;
        scene_at(3000, &o);
        ruler.width = fixed_width;
        size_t lines = 0;
        size_t letters = 0;
        for (size_t i = 0; i < r.scene.count; i++) {
            const struct shape *s = &r.scene.shapes[i];
            if (s->kind == SHAPE_TEXT && s->face == FACE_SERIF) {
                struct str text = scene_text_of(&r.scene, s);
                lines++;
                for (size_t c = 0; c < text.len; c++) {
                    letters += text.at[c] == 'M';
                }
                float half = wide_width(NULL, s->face, s->size, text) / 2;
                assert_true(s->x - half > 0.07f);
                assert_true(s->y < 0.92f);
            }
        }
        assert_true(lines <= (k == 0 ? 2 : 3));
        assert_int_equal(letters, 86);
        replay_finish(&r);
    }
}

static const struct shape *find_text(struct str text)
{
    const struct shape *s = r.scene.shapes;
    while (s->kind != SHAPE_TEXT ||
           !str_equal(scene_text_of(&r.scene, s), text)) {
        s++;
        assert_true(s < r.scene.shapes + r.scene.count);
    }
    return s;
}

// A phase that is longer than the wave is wide has its name in what is seen of
// it; guidance stays clear of the cards of two.
static void words_keep_clear_of_the_waves_edges(void **state)
{
    (void)state;
    make_all();
    struct player_options o = {.pacer_chosen = true, .pacer = PACER_WAVE};
    for (int64_t t_ms = 70000; t_ms < 90000; t_ms += 500) {
        scene_at(t_ms, &o);
        const struct shape *name = find_text(STR("hold"));
        assert_true(name->x > 0.3f && name->x < 1.5f);
    }
    scene_at(225000, &o);
    assert_true(find_text(STR("Speak."))->y > 0.75f);
    assert_int_equal(find_text(STR("Speak."))->align, ALIGN_CENTRE);
    replay_finish(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments_look_as_they_did),
        cmocka_unit_test(pacers_look_as_they_did),
        cmocka_unit_test(states_look_as_they_did),
        cmocka_unit_test(minimal_and_none_show_less),
        cmocka_unit_test(every_moment_fits_and_stays),
        cmocka_unit_test(nothing_moves_before_it_is_due),
        cmocka_unit_test(nothing_jumps),
        cmocka_unit_test(guidance_never_clips),
        cmocka_unit_test(words_keep_clear_of_the_waves_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
