#include "attune_clock.h"

#define MILLION 1000000L

void attune_clock_begin(attune_clock *clock, int32_t fast_ppm, uint32_t raw_us, uint32_t ms) {
    clock->fast_ppm = fast_ppm;
    clock->last_raw_us = raw_us;
    clock->rest = 0;
    clock->us = raw_us;
    clock->ms = ms;
    clock->below_ms = 0;
}

void attune_clock_advance(attune_clock *clock, uint32_t raw_us) {
    uint32_t passed = raw_us - clock->last_raw_us;
    clock->last_raw_us = raw_us;
    int64_t off = (int64_t)passed * clock->fast_ppm + clock->rest;
    int64_t whole = off / MILLION;
    clock->rest = (int32_t)(off - whole * MILLION);
    uint32_t right = (uint32_t)((int64_t)passed - whole);
    clock->us += right;
    uint32_t over = clock->below_ms + right % 1000U;
    clock->ms += right / 1000U + over / 1000U;
    clock->below_ms = (uint16_t)(over % 1000U);
}
