/*
 * Understands Heart Rate Measurement (0x2A37) of a Bluetooth strap, and hands it to a report.
 */
#ifndef ATTUNE_HRS_H
#define ATTUNE_HRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "attune_report.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Takes one notification. False when it is shorter than its own flags say; then it is a hole, for
 * it may have held intervals.
 */
bool attune_hrs_take(attune_report *report, const uint8_t *value, size_t length);

#ifdef __cplusplus
}
#endif
#endif
