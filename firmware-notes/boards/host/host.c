/*
 * A "board" that is any computer: it obeys commands from standard input and writes to standard
 * output what a device would send. For tests, and to look at a recording through the detector.
 *
 *   begin SOURCE MS SEQUENCE PPM US   source ecg, optical, simulated or -; then clock and counters
 *   detector ecg|pulse HZ MOST        samples are given from now on
 *   s US SAMPLE                       a sample
 *   t US                              time passes
 *   contact 0|1, link 0|1, battery P, acc X Y Z, hrs HEX (- for none)
 *
 * On standard error: "beat US" or "interval US" as found, for comparison.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attune_beat.h"
#include "attune_clock.h"
#include "attune_hrs.h"
#include "attune_motion.h"
#include "attune_report.h"

static attune_clock device_clock;
static attune_report report;
static attune_beat beat;
static attune_motion motion;
static uint32_t motion_ms;

static void to_output(void *to, const char *text, uint8_t length) {
    (void)fwrite(text, 1, length, (FILE *)to);
}

static void sample(uint32_t us, uint16_t value) {
    attune_clock_advance(&device_clock, us);
    uint8_t brought = attune_beat_sample(&beat, device_clock.us, value);
    if (brought & ATTUNE_BEAT_OFF) {
        attune_report_contact(&report, false);
    }
    if (brought & ATTUNE_BEAT_ON) {
        attune_report_contact(&report, true);
    }
    if (brought & ATTUNE_BEAT_HOLE) {
        attune_report_hole(&report);
    }
    if (brought & ATTUNE_BEAT_FOUND) {
        (void)fprintf(stderr, "beat %" PRIu32 "\n", beat.beat_us);
    }
    if (brought & ATTUNE_BEAT_INTERVAL) {
        (void)fprintf(stderr, "interval %" PRIu32 "\n", beat.interval_us);
        attune_report_interval(&report, beat.interval_us);
    }
    attune_report_tick(&report, device_clock.ms);
}

static void notification(const char *hex) {
    uint8_t bytes[520];
    size_t n = 0;
    for (; hex[0] != '\0' && hex[1] != '\0' && hex[0] != '-' && n < sizeof bytes; hex += 2) {
        char pair[3] = {hex[0], hex[1], '\0'};
        bytes[n++] = (uint8_t)strtoul(pair, NULL, 16);
    }
    (void)attune_hrs_take(&report, bytes, n);
    attune_report_tick(&report, device_clock.ms);
}

static void acceleration(int x, int y, int z) {
    attune_motion_sample(&motion, (int16_t)x, (int16_t)y, (int16_t)z);
    if (device_clock.ms - motion_ms >= 1000U) {
        motion_ms = device_clock.ms;
        attune_report_motion(&report, attune_motion_take(&motion));
    }
}

static const char *lasting(const char *source) {
    static const char *const known[] = {"ecg", "optical", "simulated"};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(source, known[i]) == 0) {
            return known[i];
        }
    }
    return NULL;
}

static void obey(const char *line) {
    char word[16];
    char hex[1100];
    uint32_t a, b, e;
    int32_t ppm;
    int x, y, z;
    if (sscanf(line, "s %" SCNu32 " %" SCNu32, &a, &b) == 2) {
        sample(a, (uint16_t)b);
    } else if (sscanf(line, "t %" SCNu32, &a) == 1) {
        attune_clock_advance(&device_clock, a);
        attune_report_tick(&report, device_clock.ms);
    } else if (sscanf(line, "begin %15s %" SCNu32 " %" SCNu32 " %" SCNd32 " %" SCNu32,
                       word, &a, &b, &ppm, &e) == 5) {
        attune_clock_begin(&device_clock, ppm, e, a);
        attune_report_begin(&report, to_output, stdout, lasting(word), "Bench $1,*", a);
        attune_motion_begin(&motion);
        motion_ms = a;
        report.sequence = (uint16_t)b;
    } else if (sscanf(line, "detector %15s %" SCNu32 " %" SCNu32, word, &a, &b) == 3) {
        attune_beat_begin(&beat, word[0] == 'e' ? ATTUNE_ECG : ATTUNE_PULSE, (uint16_t)a,
                (uint16_t)b);
    } else if (sscanf(line, "contact %" SCNu32, &a) == 1) {
        attune_report_contact(&report, a != 0);
    } else if (sscanf(line, "link %" SCNu32, &a) == 1) {
        attune_report_link(&report, a != 0);
    } else if (sscanf(line, "battery %" SCNu32, &a) == 1) {
        attune_report_battery(&report, (uint8_t)a);
    } else if (sscanf(line, "acc %d %d %d", &x, &y, &z) == 3) {
        acceleration(x, y, z);
    } else if (sscanf(line, "hrs %1099s", hex) == 1) {
        notification(hex);
    } else {
        (void)fprintf(stderr, "not understood: %s", line);
        exit(2);
    }
}

int main(void) {
    char line[1200];
    while (fgets(line, sizeof line, stdin) != NULL) {
        obey(line);
    }
    return fflush(stdout) == 0 ? 0 : 1;
}
