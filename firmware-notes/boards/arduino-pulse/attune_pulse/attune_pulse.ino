/*
 * Reference firmware for an Arduino-class board with a pulse or ECG front end on one analogue pin.
 * Copy the files of ../../../core into this sketch's folder src/ before building it.
 * Wiring, calibration and safety: ../../../wiring-and-safety.md. Read it before you touch a body.
 */
#include <Arduino.h>

#include "src/attune_beat.h"
#include "src/attune_clock.h"
#include "src/attune_report.h"

/* 1: ECG front end such as AD8232 (with its two leads-off pins); 0: optical pulse sensor. */
#define FRONT_END_ECG 0
#define SIGNAL_PIN A0
#define LEADS_OFF_PLUS_PIN 10
#define LEADS_OFF_MINUS_PIN 11
#define SAMPLES_A_SECOND 250
#define HIGHEST_SAMPLE 1023
#define DEVICE_NAME "Attune pulse board"
/* By how many millionths this board's clock runs fast: see "Calibration". */
#define CLOCK_FAST_PPM 0

static attune_clock device_clock;
static attune_report report;
static attune_beat beat;
static uint32_t due_us;

static void to_serial(void *to, const char *text, uint8_t length) {
    (void)to;
    Serial.write((const uint8_t *)text, length);
}

void setup() {
    Serial.begin(115200);
#if FRONT_END_ECG
    pinMode(LEADS_OFF_PLUS_PIN, INPUT);
    pinMode(LEADS_OFF_MINUS_PIN, INPUT);
#endif
    uint32_t now = micros();
    attune_clock_begin(&device_clock, CLOCK_FAST_PPM, now, 0);
    attune_report_begin(
            &report, to_serial, NULL, FRONT_END_ECG ? "ecg" : "optical", DEVICE_NAME, 0);
    attune_beat_begin(
            &beat, FRONT_END_ECG ? ATTUNE_ECG : ATTUNE_PULSE, SAMPLES_A_SECOND, HIGHEST_SAMPLE);
    due_us = now;
}

static void contact(uint8_t brought) {
#if FRONT_END_ECG
    bool off = digitalRead(LEADS_OFF_PLUS_PIN) == HIGH || digitalRead(LEADS_OFF_MINUS_PIN) == HIGH;
    attune_report_contact(&report, !off && !beat.off);
    (void)brought;
#else
    /* An optical sensor cannot tell a missing finger, only a signal at the end of its range. */
    if (brought & ATTUNE_BEAT_OFF) {
        attune_report_contact(&report, false);
    }
    if (brought & ATTUNE_BEAT_ON) {
        attune_report_contact(&report, true);
    }
#endif
}

void loop() {
    uint32_t now = micros();
    if ((int32_t)(now - due_us) < 0) {
        return;
    }
    /* On the beat of the raw clock; a sample that comes too late is seen as missing. */
    due_us += 1000000UL / SAMPLES_A_SECOND;
    if ((int32_t)(now - due_us) > 0) {
        due_us = now + 1000000UL / SAMPLES_A_SECOND;
    }
    attune_clock_advance(&device_clock, now);
    uint8_t brought = attune_beat_sample(&beat, device_clock.us, (uint16_t)analogRead(SIGNAL_PIN));
    contact(brought);
    if (brought & ATTUNE_BEAT_HOLE) {
        attune_report_hole(&report);
    }
    if (brought & ATTUNE_BEAT_INTERVAL) {
        attune_report_interval(&report, beat.interval_us);
    }
    attune_report_tick(&report, device_clock.ms);
}
