/*
 * Finds heartbeats in samples of a pulse or ECG front end. A beat is timed by the steepest rise of
 * the smoothed signal, to a fraction of a sample: the rise moves less with the height of a pulse
 * than its top does. Integer arithmetic; about 350 bytes of memory.
 *
 * An interval is given only between two beats with nothing doubtful between them: no sample lost,
 * no saturation, no pause too long for a heart.
 */
#ifndef ATTUNE_BEAT_H
#define ATTUNE_BEAT_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ATTUNE_BEAT_HISTORY 128

/* What a sample may bring, as bits. */
#define ATTUNE_BEAT_FOUND 1U     /* a beat */
#define ATTUNE_BEAT_INTERVAL 2U  /* ... and interval_us holds the time since the one before */
#define ATTUNE_BEAT_HOLE 4U      /* beats may have been missed; comes before a beat */
#define ATTUNE_BEAT_OFF 8U       /* the signal stands at an end of its range */
#define ATTUNE_BEAT_ON 16U       /* and no longer does */

typedef enum { ATTUNE_ECG, ATTUNE_PULSE } attune_kind;

typedef struct {
    /* settings */
    uint16_t period_us;
    uint16_t low_end, high_end;
    uint8_t smooth, lag;
    uint16_t refractory_ms, confirm_ms;
    uint8_t noise_factor2; /* halves: the rise must exceed so much of its usual size */
    int32_t least_rise;
    /* samples */
    uint16_t history[ATTUNE_BEAT_HISTORY];
    uint8_t at, filled;
    int32_t newer, older;
    int32_t rise[3];
    uint32_t last_us;
    bool started;
    /* judgement */
    int32_t usual16;
    int32_t level;
    int32_t learned;
    uint16_t learning_16;
    uint32_t since_us;
    bool rising;
    int32_t peak, peak_before, peak_after;
    uint32_t peak_us;
    bool has_last;
    uint32_t beat_us;
    /* contact; times in sixteenths of a millisecond */
    uint16_t at_end_16, in_range_16;
    bool off;
    uint32_t interval_us;
} attune_beat;

/* rate_hz: samples a second, 100 to 500; most: the highest sample, at most 4095. */
void attune_beat_begin(attune_beat *beat, attune_kind kind, uint16_t rate_hz, uint16_t most);

/* Takes the next sample and its time; gives bits of what it brought. */
uint8_t attune_beat_sample(attune_beat *beat, uint32_t us, uint16_t sample);

#ifdef __cplusplus
}
#endif
#endif
