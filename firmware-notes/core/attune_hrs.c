#include "attune_hrs.h"

/* The longest value that an attribute may have. */
#define MOST_BYTES 512

static uint16_t uint16_at(const uint8_t *value) {
    return (uint16_t)(value[0] | (uint16_t)((uint16_t)value[1] << 8));
}

bool attune_hrs_take(attune_report *report, const uint8_t *value, size_t length) {
    if (length < 2 || length > MOST_BYTES) {
        attune_report_hole(report);
        return false;
    }
    uint8_t flags = value[0];
    size_t at = (flags & 0x01U) ? 3U : 2U;
    size_t intervals = at + ((flags & 0x08U) ? 2U : 0U);
    if (length < intervals) {
        attune_report_hole(report);
        return false;
    }
    if (flags & 0x04U) { /* it can tell whether it touches; otherwise bit 1 means nothing */
        attune_report_contact(report, (flags & 0x02U) != 0);
    }
    attune_report_rate(report, (flags & 0x01U) ? uint16_at(value + 1) : value[1]);
    if (flags & 0x10U) {
        for (size_t i = intervals; i + 1 < length; i += 2) {
            /* 1/1024 s is 976.5625 us, or 15625/16 */
            attune_report_interval(report, ((uint32_t)15625 * uint16_at(value + i) + 8U) / 16U);
        }
    }
    return true;
}
