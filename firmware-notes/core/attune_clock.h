/*
 * The device's clock, set right by an error that was measured once. All times that the core is
 * given should come from here: then intervals and the clock in each line are right together.
 */
#ifndef ATTUNE_CLOCK_H
#define ATTUNE_CLOCK_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    int32_t fast_ppm;
    uint32_t last_raw_us;
    int32_t rest;      /* millionths of a microsecond not yet taken off */
    uint32_t us;       /* right, begins again after 2^32 */
    uint32_t ms;       /* right, begins again after 2^32 */
    uint16_t below_ms; /* microseconds that ms leaves over */
} attune_clock;

/*
 * fast_ppm: by how many millionths the raw clock runs fast (slow: negative), -20000 to 20000.
 * ms: where the millisecond clock begins; 0 except in tests.
 */
void attune_clock_begin(attune_clock *clock, int32_t fast_ppm, uint32_t raw_us, uint32_t ms);

/* Takes the raw clock, which may begin again after 2^32; at least once in half an hour. */
void attune_clock_advance(attune_clock *clock, uint32_t raw_us);

#ifdef __cplusplus
}
#endif
#endif
