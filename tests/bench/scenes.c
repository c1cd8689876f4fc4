// SPDX-License-Identifier: MIT
#include "bench/scenes.h"

static void words(struct scene *sc, struct shape s, const char *text)
{
    s.alpha = 1;
    scene_text(sc, s, str_from(text));
}

static void bar(struct scene *sc)
{
    // Sections and where the bead is, as parts of the stage's height.
    static const float ends[][2] = {{0.0741f, 0.2343f},
                                    {0.2435f, 1.2046f},
                                    {1.2139f, 1.5352f},
                                    {1.5435f, 1.7037f}};
    const float bead = 0.9f, y = 0.9352f, height = 0.0037f;
    for (int i = 0; i < 4; i++) {
        float past = ends[i][1] < bead   ? ends[i][1]
                     : ends[i][0] < bead ? bead
                                         : ends[i][0];
        scene_add(sc, (struct shape){.kind = SHAPE_BOX,
                                     .role = ROLE_INK2,
                                     .alpha = 1,
                                     .x = ends[i][0],
                                     .y = y - height / 2,
                                     .w = past - ends[i][0],
                                     .h = height,
                                     .r = height / 2});
        scene_add(sc, (struct shape){.kind = SHAPE_BOX,
                                     .role = ROLE_LINE,
                                     .alpha = 1,
                                     .x = past,
                                     .y = y - height / 2,
                                     .w = ends[i][1] - past,
                                     .h = height,
                                     .r = height / 2});
    }
    scene_add(sc, (struct shape){.kind = SHAPE_DISC,
                                 .role = ROLE_INK,
                                 .alpha = 1,
                                 .x = bead,
                                 .y = y,
                                 .r = 0.0074f});
}

void scene_orb(struct scene *sc, struct stage st, float level)
{
    const float x = STAGE_WIDTH / 2, y = 0.444f;
    scene_begin(sc, st.left, st.top, st.right, st.bottom);
    scene_add(sc, (struct shape){.kind = SHAPE_GROUND});
    scene_add(sc, (struct shape){.kind = SHAPE_ORB,
                                 .role = ROLE_BREATH,
                                 .alpha = 1,
                                 .x = x,
                                 .y = y,
                                 .r = 0.113f + 0.156f * level,
                                 .a = 1});
    scene_add(sc, (struct shape){.kind = SHAPE_DOTS,
                                 .role = ROLE_BREATH,
                                 .alpha = 0.55f,
                                 .x = x,
                                 .y = y,
                                 .r = 0.269f,
                                 .width = 0.0011f,
                                 .count = 90});
    words(sc,
          (struct shape){.role = ROLE_INK2,
                         .x = 0.074f,
                         .y = 0.084f,
                         .size = 0.024f,
                         .face = FACE_REGULAR},
          "Long tide  \302\267  4 in, 6 out");
    words(sc,
          (struct shape){.role = ROLE_INK,
                         .x = STAGE_WIDTH - 0.074f,
                         .y = 0.084f,
                         .size = 0.024f,
                         .face = FACE_REGULAR,
                         .align = ALIGN_RIGHT},
          "7 min left");
    words(sc,
          (struct shape){.role = ROLE_INK,
                         .x = x,
                         .y = 0.456f,
                         .size = 0.054f,
                         .face = FACE_LIGHT,
                         .align = ALIGN_CENTRE},
          "Breathe in");
    words(sc,
          (struct shape){.role = ROLE_INK2,
                         .x = x,
                         .y = 0.503f,
                         .size = 0.03f,
                         .face = FACE_REGULAR,
                         .align = ALIGN_CENTRE,
                         .tabular = true},
          "3");
    words(sc,
          (struct shape){.role = ROLE_INK,
                         .x = x,
                         .y = 0.824f,
                         .size = 0.044f,
                         .face = FACE_SERIF,
                         .align = ALIGN_CENTRE},
          "Let the belly soften, and fill like a tide coming in.");
    bar(sc);
}
