// SPDX-License-Identifier: MIT
// Each tests/golden/*.session to the row, as what the core makes of it before
// any command prints it: what a picture, a sound file and a window go by.
#include "compiled.h"

#include <glob.h>
#include <string.h>

#include "golden.h"

static struct str text_of(const char *path, struct buf *out)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    buf_reserve(out, 65536);
    out->len = fread(out->at, 1, 65536, file);
    fclose(file);
    return buf_view(out);
}

static bool has_options(struct str text)
{
    while (text.len > 0) {
        if (str_starts(str_cut(&text, '\n'), STR("#! "))) {
            return true;
        }
    }
    return false;
}

static void a_script_comes_to_its_rows(void **state)
{
    (void)state;
    glob_t found = {0};
    size_t looked_at = 0;
    assert_int_equal(
        glob(BREATHMARK_TREE "/tests/golden/*.timeline", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct buf path = {0}, script = {0}, rows = {0};
        struct str name = str_from(strrchr(found.gl_pathv[i], '/') + 1);
        buf_printf(&path, "%s/tests/golden/%.*s.session", BREATHMARK_TREE,
                   (int)str_find(name, '.', 0), name.at);
        struct str text = text_of(buf_cstr(&path), &script);
        if (!has_options(text)) { // those are the command's
            struct compiled c;
            compile(&c, buf_cstr(&script), NULL);
            assert_true(c.well);
            timeline_print(&c.tl, &rows);
            golden_check(name.at, &rows);
            release(&c);
            looked_at++;
        }
        buf_finish(&path);
        buf_finish(&script);
        buf_finish(&rows);
    }
    assert_true(looked_at >= 20);
    globfree(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_script_comes_to_its_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
