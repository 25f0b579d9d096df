/* How much a sensor moved in about the last second, from any three-axis accelerometer. */
#ifndef ATTUNE_MOTION_H
#define ATTUNE_MOTION_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    uint32_t mean16; /* usual size of acceleration, sixteenths of a thousandth of g */
    uint32_t sum16;
    uint16_t count;
} attune_motion;

void attune_motion_begin(attune_motion *motion);

/* Thousandths of g, each -32000 to 32000; 10 to 200 times a second. */
void attune_motion_sample(attune_motion *motion, int16_t x, int16_t y, int16_t z);

/* Mean absolute deviation since the last call, tenths of a thousandth of g; 0 without samples. */
uint32_t attune_motion_take(attune_motion *motion);

#ifdef __cplusplus
}
#endif
#endif
