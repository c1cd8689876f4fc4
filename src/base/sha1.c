// SPDX-License-Identifier: MIT
#include "base/sha1.h"

#include <stdint.h>
#include <string.h>

enum { BLOCK = 64 };

static uint32_t turned(uint32_t x, int bits)
{
    return x << bits | x >> (32 - bits);
}

static void add_block(uint32_t h[5], const unsigned char *p)
{
    uint32_t w[80];
    for (int i = 0; i < 16; i++) {
        w[i] = (uint32_t)p[4 * i] << 24 | (uint32_t)p[4 * i + 1] << 16 |
               (uint32_t)p[4 * i + 2] << 8 | p[4 * i + 3];
    }
    for (int i = 16; i < 80; i++) {
        w[i] = turned(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    }
    uint32_t a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 80; i++) {
        uint32_t f = i < 20   ? (b & c) | (~b & d)
                     : i < 40 ? b ^ c ^ d
                     : i < 60 ? (b & c) | (b & d) | (c & d)
                              : b ^ c ^ d;
        static const uint32_t k[] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC,
                                     0xCA62C1D6};
        uint32_t next = turned(a, 5) + f + e + k[i / 20] + w[i];
        e = d;
        d = c;
        c = turned(b, 30);
        b = a;
        a = next;
    }
    h[0] += a;
    h[1] += b;
    h[2] += c;
    h[3] += d;
    h[4] += e;
}

void sha1_hex(struct str bytes, char out[SHA1_LETTERS])
{
    uint32_t h[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476,
                     0xC3D2E1F0};
    const unsigned char *at = (const unsigned char *)bytes.at;
    size_t left = bytes.len;
    for (; left >= BLOCK; at += BLOCK, left -= BLOCK) {
        add_block(h, at);
    }
    // A one bit, zeros, and the length in bits fill one block or two.
    unsigned char last[2 * BLOCK] = {0};
    if (left > 0) {
        memcpy(last, at, left);
    }
    last[left] = 0x80;
    size_t end = left < BLOCK - 8 ? BLOCK : 2 * BLOCK;
    uint64_t bits = (uint64_t)bytes.len * 8;
    for (size_t i = 0; i < 8; i++) {
        last[end - 1 - i] = (unsigned char)(bits >> (8 * i));
    }
    add_block(h, last);
    if (end == 2 * BLOCK) {
        add_block(h, last + BLOCK);
    }
    for (int i = 0; i < SHA1_LETTERS; i++) {
        out[i] = "0123456789abcdef"[h[i / 8] >> (28 - 4 * (i % 8)) & 15];
    }
}
