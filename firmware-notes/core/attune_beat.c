#include "attune_beat.h"

#define LEARNING_MS 2000U
#define LONGEST_PAUSE_US ((uint32_t)2500000UL)
#define OFF_AFTER_MS 100U
#define ON_AFTER_MS 500U

void attune_beat_begin(attune_beat *beat, attune_kind kind, uint16_t rate_hz, uint16_t most) {
    bool ecg = kind == ATTUNE_ECG;
    uint16_t smooth_ms = ecg ? 20U : 80U; /* 20 ms: a whole period of the mains at 50 Hz */
    uint16_t lag_ms = ecg ? 16U : 120U;
    beat->period_us = (uint16_t)(1000000UL / rate_hz);
    beat->low_end = most / 64U;
    beat->high_end = (uint16_t)(most - most / 64U);
    beat->smooth = (uint8_t)((uint32_t)smooth_ms * rate_hz / 1000U);
    beat->lag = (uint8_t)((uint32_t)lag_ms * rate_hz / 1000U);
    if (beat->smooth < 2) {
        beat->smooth = 2;
    }
    if (beat->lag < 1) {
        beat->lag = 1;
    }
    beat->refractory_ms = ecg ? 240U : 280U;
    beat->confirm_ms = ecg ? 80U : 120U;
    beat->noise_factor2 = ecg ? 5U : 3U;
    beat->least_rise = (int32_t)(most / 256U) * beat->smooth;
    beat->at = 0;
    beat->filled = 0;
    beat->newer = 0;
    beat->older = 0;
    beat->rise[0] = beat->rise[1] = beat->rise[2] = 0;
    beat->last_us = 0;
    beat->started = false;
    beat->usual16 = 0;
    beat->level = 0;
    beat->learned = 0;
    beat->learning_16 = 0;
    beat->since_us = 0;
    beat->rising = false;
    beat->has_last = false;
    beat->beat_us = 0;
    
    beat->at_end_16 = 0;
    beat->in_range_16 = 0;
    beat->off = false;
    beat->interval_us = 0;
}

/* Begins to listen anew; what was learned of the size of beats is kept or not. */
static uint8_t interrupted(attune_beat *beat, bool forget) {
    uint8_t hole = beat->has_last ? ATTUNE_BEAT_HOLE : 0U;
    beat->filled = 0;
    beat->newer = 0;
    beat->older = 0;
    beat->rise[0] = beat->rise[1] = beat->rise[2] = 0;
    beat->rising = false;
    beat->has_last = false;
    if (forget) {
        beat->learning_16 = 0;
        beat->learned = 0;
        beat->usual16 = 0;
    }
    return hole;
}

static uint16_t past(const attune_beat *beat, uint8_t back) {
    return beat->history[(uint8_t)(beat->at + ATTUNE_BEAT_HISTORY - back) % ATTUNE_BEAT_HISTORY];
}

/* The rise: sum of the newest samples less the sum of as many a lag before. True when known. */
static bool smoothed_rise(attune_beat *beat, uint16_t sample) {
    uint8_t whole = (uint8_t)(beat->smooth + beat->lag);
    if (beat->filled == 0) {
        /* as if it had always been so: no step at the beginning */
        for (uint8_t i = 0; i < ATTUNE_BEAT_HISTORY; i++) {
            beat->history[i] = sample;
        }
        beat->newer = beat->older = (int32_t)sample * beat->smooth;
    }
    beat->at = (uint8_t)((beat->at + 1U) % ATTUNE_BEAT_HISTORY);
    beat->newer += (int32_t)sample - past(beat, beat->smooth);
    beat->older += (int32_t)past(beat, beat->lag) - past(beat, whole);
    beat->history[beat->at] = sample;
    beat->rise[0] = beat->rise[1];
    beat->rise[1] = beat->rise[2];
    beat->rise[2] = beat->newer - beat->older;
    if (beat->filled < whole) {
        beat->filled++;
        return false;
    }
    return true;
}

static uint8_t contact(attune_beat *beat, uint16_t sample, uint16_t passed_16) {
    bool at_end = sample <= beat->low_end || sample >= beat->high_end;
    if (at_end) {
        beat->in_range_16 = 0;
        if (!beat->off && (beat->at_end_16 = (uint16_t)(beat->at_end_16 + passed_16))
                        >= OFF_AFTER_MS * 16U) {
            beat->off = true;
            (void)interrupted(beat, true);
            return ATTUNE_BEAT_OFF;
        }
        return 0;
    }
    beat->at_end_16 = 0;
    if (beat->off && (beat->in_range_16 = (uint16_t)(beat->in_range_16 + passed_16))
                    >= ON_AFTER_MS * 16U) {
        beat->off = false;
        return ATTUNE_BEAT_ON;
    }
    return 0;
}

static int32_t threshold(const attune_beat *beat) {
    int32_t least = beat->least_rise;
    int32_t half = beat->level / 2;
    int32_t noise = beat->usual16 / 16 * beat->noise_factor2 / 2;
    int32_t highest = least > half ? least : half;
    return highest > noise ? highest : noise;
}

/* Where between the samples about its peak the rise was steepest: the top of a parabola. */
static int32_t offset_us(const attune_beat *beat) {
    int32_t bend = beat->peak_before - 2 * beat->peak + beat->peak_after;
    if (bend >= 0) {
        return 0;
    }
    int32_t slope = beat->peak_before - beat->peak_after;
    /* within half a sample either way; 64-bit, for ADCs of 12 bits and long periods */
    return (int32_t)((int64_t)slope * beat->period_us / (2 * (int64_t)bend));
}

static uint8_t found(attune_beat *beat) {
    uint32_t us = beat->peak_us + (uint32_t)offset_us(beat);
    uint8_t brought = ATTUNE_BEAT_FOUND;
    if (beat->has_last) {
        beat->interval_us = us - beat->beat_us;
        brought |= ATTUNE_BEAT_INTERVAL;
    }
    int32_t height = beat->peak > 2 * beat->level ? 2 * beat->level : beat->peak;
    beat->level += (height - beat->level) / 4;
    beat->beat_us = us;
    beat->since_us = us;
    beat->has_last = true;
    beat->rising = false;
    return brought;
}

/* The rise one sample ago, at us, with its neighbours on both sides. */
static uint8_t judge(attune_beat *beat, uint32_t us) {
    bool top = beat->rise[1] > beat->rise[0] && beat->rise[1] >= beat->rise[2];
    bool refractory = beat->has_last
            && us - beat->beat_us < (uint32_t)beat->refractory_ms * 1000U;
    if (top && !refractory && beat->rise[1] >= threshold(beat)
            && (!beat->rising || beat->rise[1] > beat->peak)) {
        beat->rising = true;
        beat->peak = beat->rise[1];
        beat->peak_before = beat->rise[0];
        beat->peak_after = beat->rise[2];
        beat->peak_us = us;
    }
    if (beat->rising && us - beat->peak_us >= (uint32_t)beat->confirm_ms * 1000U) {
        return found(beat);
    }
    if (!beat->rising && us - beat->since_us >= LONGEST_PAUSE_US) {
        /* too long for a heart: it beats weaker than was learned, or not at all */
        beat->since_us = us - LONGEST_PAUSE_US + LONGEST_PAUSE_US / 4U;
        beat->level /= 2;
        uint8_t hole = beat->has_last ? ATTUNE_BEAT_HOLE : 0U;
        beat->has_last = false;
        return hole;
    }
    return 0;
}

static void learn(attune_beat *beat, uint32_t us, uint16_t passed_16) {
    /* a single spike shall not deafen it: the size is learned from the upper end, not the top */
    if (beat->rise[2] > beat->learned) {
        beat->learned += (beat->rise[2] - beat->learned) / 2;
    }
    beat->learning_16 = (uint16_t)(beat->learning_16 + passed_16);
    if (beat->learning_16 >= LEARNING_MS * 16U) {
        beat->level = beat->learned;
        beat->since_us = us;
    }
}

uint8_t attune_beat_sample(attune_beat *beat, uint32_t us, uint16_t sample) {
    uint8_t brought = 0;
    uint32_t passed = beat->started ? us - beat->last_us : beat->period_us;
    uint32_t before_us = beat->last_us;
    beat->started = true;
    beat->last_us = us;
    if (passed > beat->period_us + beat->period_us / 2U) {
        brought |= interrupted(beat, false); /* samples are missing */
        beat->since_us = us;
        passed = beat->period_us;
    }
    uint16_t passed_16 = (uint16_t)(passed * 2U / 125U);
    brought |= contact(beat, sample, passed_16);
    if (beat->off || !smoothed_rise(beat, sample)) {
        return brought;
    }
    int32_t size = beat->rise[2] < 0 ? -beat->rise[2] : beat->rise[2];
    beat->usual16 += (size * 16 - beat->usual16) / 512;
    if (beat->learning_16 < LEARNING_MS * 16U) {
        learn(beat, us, passed_16);
        return brought;
    }
    return (uint8_t)(brought | judge(beat, before_us));
}
