// SPDX-License-Identifier: MIT
// The picture is encoded in memory and then written like every other file of
// ours: beside the old one, and renamed when it is whole.
#include "platform/png.h"

#include <setjmp.h>
#include <stdint.h>

#include <png.h>

#include "base/buf.h"
#include "platform/file.h"

// What must survive libpng's longjmp lies here, not in local variables.
struct encoder {
    struct canvas from;
    const struct canvas *mask; // NULL: no alpha
    struct buf bytes;          // of the file
    struct buf row;            // one row: red, green, blue, and alpha if any
    char fault[100];
};

static void take(png_structp png, png_bytep at, size_t len)
{
    struct encoder *e = png_get_io_ptr(png);
    buf_put(&e->bytes, (struct str){(const char *)at, len});
}

static void flush(png_structp png)
{
    (void)png; // memory needs none
}

static _Noreturn void fault(png_structp png, png_const_charp message)
{
    struct encoder *e = png_get_error_ptr(png);
    size_t i = 0;
    for (; message[i] && i + 1 < sizeof(e->fault); i++) {
        e->fault[i] = message[i];
    }
    e->fault[i] = '\0';
    png_longjmp(png, 1);
}

static void warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message; // a warning about what we write ourselves is no one's
}

static void encode_rows(struct encoder *e, png_structp png)
{
    buf_reserve(&e->row, (size_t)e->from.width * 4);
    for (int y = 0; y < e->from.height; y++) {
        const uint32_t *from = e->from.pixels + (ptrdiff_t)y * e->from.pitch;
        char *to = e->row.at;
        for (int x = 0; x < e->from.width; x++) {
            *to++ = (char)(from[x] >> 16 & 0xff);
            *to++ = (char)(from[x] >> 8 & 0xff);
            *to++ = (char)(from[x] & 0xff);
            if (e->mask) {
                ptrdiff_t at = (ptrdiff_t)y * e->mask->pitch + x;
                *to++ = (char)(e->mask->pixels[at] & 0xff);
            }
        }
        png_write_row(png, (png_const_bytep)e->row.at);
    }
}

static bool encode(struct encoder *e)
{
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, e, fault, warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) {
        png_destroy_write_struct(&png, NULL);
        return false;
    }
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, e, take, flush);
    png_set_compression_level(png, 6);
    png_set_IHDR(png, info, (png_uint_32)e->from.width,
                 (png_uint_32)e->from.height, 8,
                 e->mask ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_write_info(png, info);
    encode_rows(e, png);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return true;
}

static bool write_encoded(struct encoder *e, struct str path, struct arena *mem,
                          struct str *why)
{
    bool well = encode(e);
    if (well) {
        well = file_replace(path, buf_view(&e->bytes), mem, why);
    } else {
        *why = arena_printf(mem, "the picture cannot be encoded: %s", e->fault);
    }
    buf_finish(&e->bytes);
    buf_finish(&e->row);
    return well;
}

bool png_write(struct str path, struct canvas from, struct arena *mem,
               struct str *why)
{
    struct encoder e = {.from = from, .fault = "out of memory"};
    return write_encoded(&e, path, mem, why);
}

bool png_write_masked(struct str path, const struct canvas from_and_mask[2],
                      struct arena *mem, struct str *why)
{
    struct encoder e = {.from = from_and_mask[0],
                        .mask = &from_and_mask[1],
                        .fault = "out of memory"};
    return write_encoded(&e, path, mem, why);
}
