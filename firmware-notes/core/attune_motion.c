#include "attune_motion.h"

void attune_motion_begin(attune_motion *motion) {
    motion->mean16 = 0;
    motion->sum16 = 0;
    motion->count = 0;
}

/* The whole part of a square root, digit by digit in base two. */
static uint32_t root(uint32_t square) {
    uint32_t result = 0;
    for (uint32_t bit = 1UL << 30; bit > 0; bit >>= 2) {
        if (square >= result + bit) {
            square -= result + bit;
            result = (result >> 1) + bit;
        } else {
            result >>= 1;
        }
    }
    return result;
}

static uint32_t squared(int16_t value) {
    int32_t wide = value;
    return (uint32_t)(wide * wide);
}

void attune_motion_sample(attune_motion *motion, int16_t x, int16_t y, int16_t z) {
    uint32_t size16 = root(squared(x) + squared(y) + squared(z)) * 16U;
    if (motion->mean16 == 0) {
        motion->mean16 = size16;
    }
    uint32_t mean16 = motion->mean16;
    motion->sum16 += size16 > mean16 ? size16 - mean16 : mean16 - size16;
    motion->mean16 = size16 > mean16 ? mean16 + (size16 - mean16) / 32U
                                     : mean16 - (mean16 - size16) / 32U;
    if (++motion->count == UINT16_MAX) {
        (void)attune_motion_take(motion);
    }
}

uint32_t attune_motion_take(attune_motion *motion) {
    uint32_t tenths = motion->count == 0 ? 0 : motion->sum16 / motion->count * 10U / 16U;
    motion->sum16 = 0;
    motion->count = 0;
    return tenths;
}
