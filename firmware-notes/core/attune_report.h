/*
 * Decides when a line is due and what stands in it: one with each beat, one a second without, name
 * and kind every ten seconds; a number is left out where beats may have been missed.
 */
#ifndef ATTUNE_REPORT_H
#define ATTUNE_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* So many fit into a line whatever else stands in it. */
#define ATTUNE_REPORT_INTERVALS 8

typedef void (*attune_write)(void *to, const char *text, uint8_t length);

typedef struct {
    attune_write write;
    void *to;
    const char *source;
    const char *name;
    uint16_t sequence;
    uint32_t ms;
    uint32_t sent_ms;
    uint32_t named_ms;
    bool ever_sent;
    uint32_t intervals[ATTUNE_REPORT_INTERVALS];
    uint8_t count;
    int8_t contact; /* 1, 0, or -1: cannot tell */
    int8_t link;    /* of a bridge to its strap: 1, 0, or -1: no bridge */
    bool urgent;
    bool has_rate, has_motion, has_battery;
    uint16_t rate;
    uint32_t motion_tenths;
    uint8_t battery;
} attune_report;

/* source: "ecg", "optical" or "simulated", or NULL when it is not known; both texts must last. */
void attune_report_begin(
        attune_report *report,
        attune_write write,
        void *to,
        const char *source,
        const char *name,
        uint32_t ms);

/* An interval between two beats, 1 to 60000000 us; any other is a hole. */
void attune_report_interval(attune_report *report, uint32_t us);

/* Beats may have been missed since the last interval. */
void attune_report_hole(attune_report *report);

void attune_report_contact(attune_report *report, bool touches);

/* Of a bridge: whether it hears its strap. */
void attune_report_link(attune_report *report, bool linked);

/* Beats a minute, 0 for none, up to 300; what is more is none. */
void attune_report_rate(attune_report *report, uint16_t bpm);

/* Mean absolute deviation of acceleration, tenths of a thousandth of g. */
void attune_report_motion(attune_report *report, uint32_t tenths);

/* Percent. */
void attune_report_battery(attune_report *report, uint8_t percent);

/* Time has come to ms; call it often. Sends what is due. */
void attune_report_tick(attune_report *report, uint32_t ms);

#ifdef __cplusplus
}
#endif
#endif
