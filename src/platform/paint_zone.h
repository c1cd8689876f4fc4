// SPDX-License-Identifier: MIT
// An orb's light falls into zones, from its centre outwards. At the rim light
// follows the orb's radius; elsewhere a pixel of radius more changes it by a
// part of a step of the screen, and a zone follows in strides, chosen so that
// light is off by little more than such a step. A frame then draws the rim and
// seldom the rest.
#pragma once

// An orb's light ends at this many radii (sound-and-look.md, 7).
#define ORB_REACH 2.6f
#define ORB_GLOW 0.29f  // of the whole colour, at the rim, and
#define ORB_FALL 2.3f   // exp(-ORB_FALL (q - 1)) of it outside
#define ORB_BASE 0.055f // of it inside, and
#define ORB_RISE 0.745f // of it times q^4, where it is brightest

enum {
    ZONE_MIDDLE = 0, // inside, in strides of 4 px
    ZONE_INSIDE,     // of 2 px
    ZONE_RIM,        // the orb's own radius
    ZONE_CLOSE,      // outside, of 2 px
    ZONE_NEAR,       // of 4 px
    ZONE_OUTER,      // of 8 px
    ZONE_FAR,        // of 16 px
    ZONE_FARTHEST,   // of 32 px
    ZONE_COUNT
};

// A zone is drawn in blocks: this far beyond its ends a pixel may belong to it.
enum { ZONE_BLOCK = 8 };

// Light between the zone before and until (in pixels from the centre) is that
// of an orb of radius r.
struct orb_zone {
    float r, until;
};

// For an orb of radius r whose light, at its whole, is peak levels of 255. The
// zones' ends never fall; one may be empty.
void zones_make(struct orb_zone zones[ZONE_COUNT], float r, int peak);
