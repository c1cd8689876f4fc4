// SPDX-License-Identifier: MIT
// Eight bytes a step by eight tables (M. E. Kounavis and F. L. Berry, "A
// Systematic Approach to Building High Performance Software-based CRC
// Generators", 2005). A table is linear over its index's bits, so eight numbers
// each say all of it and the compiler writes out the rest. Check value:
// "123456789" -> cbf43926.
#include "base/crc32.h"

#include <string.h>

#define BIT(n, b, x) ((n) >> (b)&1 ? (uint32_t)(x) : 0)
#define AT(n, a, b, c, d, e, f, g, h)                                          \
    (BIT(n, 0, a) ^ BIT(n, 1, b) ^ BIT(n, 2, c) ^ BIT(n, 3, d) ^               \
     BIT(n, 4, e) ^ BIT(n, 5, f) ^ BIT(n, 6, g) ^ BIT(n, 7, h))
#define OF_4(n, ...)                                                           \
    AT(n, __VA_ARGS__), AT(n + 1, __VA_ARGS__), AT(n + 2, __VA_ARGS__),        \
        AT(n + 3, __VA_ARGS__)
#define OF_16(n, ...)                                                          \
    OF_4(n, __VA_ARGS__), OF_4(n + 4, __VA_ARGS__), OF_4(n + 8, __VA_ARGS__),  \
        OF_4(n + 12, __VA_ARGS__)
#define OF_64(n, ...)                                                          \
    OF_16(n, __VA_ARGS__), OF_16(n + 16, __VA_ARGS__),                         \
        OF_16(n + 32, __VA_ARGS__), OF_16(n + 48, __VA_ARGS__)
// The table whose entries 1, 2, 4, 8, ... 128 are these.
#define TABLE(...)                                                             \
    {                                                                          \
        OF_64(0, __VA_ARGS__), OF_64(64, __VA_ARGS__),                         \
            OF_64(128, __VA_ARGS__), OF_64(192, __VA_ARGS__)                   \
    }

// tables[k][n]: what byte n becomes when k bytes follow it.
static const uint32_t tables[8][256] = {
    TABLE(0x77073096, 0xee0e612c, 0x076dc419, 0x0edb8832, 0x1db71064,
          0x3b6e20c8, 0x76dc4190, 0xedb88320),
    TABLE(0x191b3141, 0x32366282, 0x646cc504, 0xc8d98a08, 0x4ac21251,
          0x958424a2, 0xf0794f05, 0x3b83984b),
    TABLE(0x01c26a37, 0x0384d46e, 0x0709a8dc, 0x0e1351b8, 0x1c26a370,
          0x384d46e0, 0x709a8dc0, 0xe1351b80),
    TABLE(0xb8bc6765, 0xaa09c88b, 0x8f629757, 0xc5b428ef, 0x5019579f,
          0xa032af3e, 0x9b14583d, 0xed59b63b),
    TABLE(0x3d6029b0, 0x7ac05360, 0xf580a6c0, 0x30704bc1, 0x60e09782,
          0xc1c12f04, 0x58f35849, 0xb1e6b092),
    TABLE(0xcb5cd3a5, 0x4dc8a10b, 0x9b914216, 0xec53826d, 0x03d6029b,
          0x07ac0536, 0x0f580a6c, 0x1eb014d8),
    TABLE(0xa6770bb4, 0x979f1129, 0xf44f2413, 0x33ef4e67, 0x67de9cce,
          0xcfbd399c, 0x440b7579, 0x8816eaf2),
    TABLE(0xccaa009e, 0x4225077d, 0x844a0efa, 0xd3e51bb5, 0x7cbb312b,
          0xf9766256, 0x299dc2ed, 0x533b85da),
};

uint32_t crc32_of(uint32_t before, struct str bytes)
{
    uint32_t crc = ~before;
    size_t i = 0;
    for (; i + 8 <= bytes.len; i += 8) {
        unsigned char b[8];
        memcpy(b, bytes.at + i, sizeof(b));
        crc = tables[7][b[0] ^ (crc & 0xff)] ^
              tables[6][b[1] ^ (crc >> 8 & 0xff)] ^
              tables[5][b[2] ^ (crc >> 16 & 0xff)] ^
              tables[4][b[3] ^ crc >> 24] ^ tables[3][b[4]] ^ tables[2][b[5]] ^
              tables[1][b[6]] ^ tables[0][b[7]];
    }
    for (; i < bytes.len; i++) {
        crc = tables[0][(crc ^ (unsigned char)bytes.at[i]) & 0xff] ^ crc >> 8;
    }
    return ~crc;
}
