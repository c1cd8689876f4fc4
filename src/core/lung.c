// SPDX-License-Identifier: MIT
#include "core/lung.h"

#include <math.h>

double lung_level(double from, double to, double u)
{
    static const double pi = 3.14159265358979323846;
    u = u < 0 ? 0 : u > 1 ? 1 : u;
    if (to < from) {
        u = pow(u, 0.85);
    }
    return from + (to - from) * (1 - cos(pi * u)) / 2;
}
