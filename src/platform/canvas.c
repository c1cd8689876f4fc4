// SPDX-License-Identifier: MIT
#include "platform/canvas.h"

#include "frame/scene.h"

struct box box_join(struct box a, struct box b)
{
    if (box_empty(a)) {
        return b;
    }
    if (box_empty(b)) {
        return a;
    }
    return (struct box){a.left < b.left ? a.left : b.left,
                        a.top < b.top ? a.top : b.top,
                        a.right > b.right ? a.right : b.right,
                        a.bottom > b.bottom ? a.bottom : b.bottom};
}

long box_area(struct box b)
{
    return box_empty(b) ? 0
                        : (long)(b.right - b.left) * (long)(b.bottom - b.top);
}

struct stage stage_fit(int width_px, int height_px)
{
    float width = width_px > 0 ? (float)width_px : 1.0f;
    float height = height_px > 0 ? (float)height_px : 1.0f;
    float px = width / STAGE_WIDTH < height ? width / STAGE_WIDTH : height;
    struct stage st = {.px = px};
    st.x_px = (width - px * STAGE_WIDTH) / 2;
    st.y_px = (height - px) / 2;
    st.left = -st.x_px / px;
    st.top = -st.y_px / px;
    st.right = STAGE_WIDTH + st.x_px / px;
    st.bottom = 1 + st.y_px / px;
    return st;
}
