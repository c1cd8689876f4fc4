// SPDX-License-Identifier: MIT
// A picture written and read back is the same, pixel by pixel; where it cannot
// be written, the reason is said and nothing is left behind.
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <png.h>

#include "platform/file.h"
#include "platform/picture.h"
#include "platform/png.h"

static void check_round_trip(struct str path, int width, int height)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    struct picture p = picture_create(width, height);
    uint32_t random = 7;
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            p.canvas.pixels[y * p.canvas.pitch + x] = random_next(&random);
        }
    }
    assert_true(png_write(path, p.canvas, &mem, &why));
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_int_equal(png_image_begin_read_from_file(&image, path.at), 1);
    assert_int_equal(image.width, width);
    assert_int_equal(image.height, height);
    image.format = PNG_FORMAT_RGB;
    uint8_t *read = malloc(PNG_IMAGE_SIZE(image));
    assert_int_equal(png_image_finish_read(&image, NULL, read, 0, NULL), 1);
    for (int i = 0; i < width * height; i++) {
        uint32_t want = picture_at(&p, i % width, i / width) & 0xffffff;
        uint32_t got = (uint32_t)read[3 * i] << 16 |
                       (uint32_t)read[3 * i + 1] << 8 | read[3 * i + 2];
        assert_int_equal(got, want);
    }
    free(read);
    picture_destroy(&p);
    arena_finish(&mem);
}

static void test_round_trip(void **state)
{
    (void)state;
    char folder[] = "/tmp/breathmark-png-XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct arena mem = {0};
    struct str path = arena_printf(&mem, "%s/a.png", folder);
    check_round_trip(path, 1, 1);
    check_round_trip(path, 123, 45);
    check_round_trip(path, 3, 900);
    struct names names = {0};
    assert_true(folder_list(str_from(folder), &mem, &names));
    assert_int_equal(names.count, 1); // no temporary file is left
    assert_int_equal(unlink(path.at), 0);
    assert_int_equal(rmdir(folder), 0);
    arena_finish(&mem);
}

static void test_where_it_cannot_be_written(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct picture p = picture_create(4, 4);
    struct str why = STR_NONE;
    assert_false(png_write(STR("/nowhere/a.png"), p.canvas, &mem, &why));
    assert_true(why.len > 0);
    struct canvas none = {p.canvas.pixels, 0, 0, 0};
    why = STR_NONE;
    assert_false(png_write(STR("/tmp/never.png"), none, &mem, &why));
    assert_true(why.len > 0);
    assert_false(file_exists(STR("/tmp/never.png")));
    picture_destroy(&p);
    arena_finish(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_where_it_cannot_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
