// SPDX-License-Identifier: MIT
#include "platform/vorbis_writer.h"

#include <vorbis/vorbisenc.h>

#include "frame/synth.h"

enum { AT_ONCE = 1024 };

struct vorbis_writer {
    vorbis_info info;
    vorbis_comment comment;
    vorbis_dsp_state dsp;
    vorbis_block block;
    ogg_stream_state stream;
};

static void put_page(const ogg_page *page, struct buf *out)
{
    buf_put(out,
            (struct str){(const char *)page->header, (size_t)page->header_len});
    buf_put(out,
            (struct str){(const char *)page->body, (size_t)page->body_len});
}

static void put_headers(struct vorbis_writer *w, struct buf *out)
{
    ogg_packet identity, comments, code;
    ogg_page page;
    vorbis_analysis_headerout(&w->dsp, &w->comment, &identity, &comments,
                              &code);
    ogg_stream_packetin(&w->stream, &identity);
    ogg_stream_packetin(&w->stream, &comments);
    ogg_stream_packetin(&w->stream, &code);
    while (ogg_stream_flush(&w->stream, &page) != 0) {
        put_page(&page, out);
    }
}

struct vorbis_writer *vorbis_writer_begin(struct str title, struct str artist,
                                          float quality, int serial,
                                          struct arena *mem, struct buf *out)
{
    struct vorbis_writer *w = ARENA_NEW(mem, struct vorbis_writer);
    vorbis_info_init(&w->info);
    if (vorbis_encode_init_vbr(&w->info, 2, SYNTH_RATE, quality / 10) != 0) {
        vorbis_info_clear(&w->info);
        return NULL;
    }
    vorbis_comment_init(&w->comment);
    if (title.len > 0) {
        vorbis_comment_add_tag(&w->comment, "TITLE", arena_copy(mem, title).at);
    }
    if (artist.len > 0) {
        vorbis_comment_add_tag(&w->comment, "ARTIST",
                               arena_copy(mem, artist).at);
    }
    vorbis_analysis_init(&w->dsp, &w->info);
    vorbis_block_init(&w->dsp, &w->block);
    ogg_stream_init(&w->stream, serial);
    put_headers(w, out);
    return w;
}

static void put_ready(struct vorbis_writer *w, struct buf *out)
{
    ogg_packet packet;
    ogg_page page;
    while (vorbis_analysis_blockout(&w->dsp, &w->block) == 1) {
        vorbis_analysis(&w->block, NULL);
        vorbis_bitrate_addblock(&w->block);
        while (vorbis_bitrate_flushpacket(&w->dsp, &packet) != 0) {
            ogg_stream_packetin(&w->stream, &packet);
        }
    }
    while (ogg_stream_pageout(&w->stream, &page) != 0) {
        put_page(&page, out);
    }
}

void vorbis_writer_put(struct vorbis_writer *w, const float *stereo,
                       size_t frames, struct buf *out)
{
    while (frames > 0) {
        size_t n = frames < AT_ONCE ? frames : AT_ONCE;
        float **channel = vorbis_analysis_buffer(&w->dsp, AT_ONCE);
        for (size_t i = 0; i < n; i++) {
            channel[0][i] = stereo[2 * i];
            channel[1][i] = stereo[2 * i + 1];
        }
        vorbis_analysis_wrote(&w->dsp, (int)n);
        put_ready(w, out);
        stereo += 2 * n;
        frames -= n;
    }
}

void vorbis_writer_end(struct vorbis_writer *w, struct buf *out)
{
    ogg_page page;
    vorbis_analysis_wrote(&w->dsp, 0);
    put_ready(w, out);
    while (ogg_stream_flush(&w->stream, &page) != 0) {
        put_page(&page, out);
    }
    ogg_stream_clear(&w->stream);
    vorbis_block_clear(&w->block);
    vorbis_dsp_clear(&w->dsp);
    vorbis_comment_clear(&w->comment);
    vorbis_info_clear(&w->info);
}
