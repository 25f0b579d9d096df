#include "attune_report.h"

#include <stddef.h>

#include "attune_line.h"

#define A_SECOND 1000U
#define NAME_EVERY 10000U
#define LONGEST_US 60000000UL
#define HIGHEST_BPM 300
#define HIGHEST_TENTHS 1000000UL

void attune_report_begin(
        attune_report *report,
        attune_write write,
        void *to,
        const char *source,
        const char *name,
        uint32_t ms) {
    report->write = write;
    report->to = to;
    report->source = source;
    report->name = name;
    report->sequence = 0;
    report->ms = ms;
    report->sent_ms = ms;
    report->named_ms = ms;
    report->ever_sent = false;
    report->count = 0;
    report->contact = -1;
    report->link = -1;
    report->urgent = false;
    report->has_rate = false;
    report->has_motion = false;
    report->has_battery = false;
}

static bool silent(const attune_report *report) {
    return report->contact == 0 || report->link == 0;
}

static void send(attune_report *report) {
    attune_line line;
    attune_line_begin(&line, report->sequence++, report->ms);
    if (!report->ever_sent || report->ms - report->named_ms >= NAME_EVERY) {
        if (report->source != NULL) {
            attune_line_text(&line, 's', report->source);
        }
        if (report->name != NULL) {
            attune_line_text(&line, 'n', report->name);
        }
        report->named_ms = report->ms;
    }
    if (report->link >= 0) {
        attune_line_number(&line, 'l', (uint32_t)report->link);
    }
    if (report->contact >= 0) {
        attune_line_number(&line, 'c', (uint32_t)report->contact);
    }
    if (report->has_rate) {
        attune_line_number(&line, 'h', report->rate);
    }
    if (report->has_motion) {
        attune_line_tenths(&line, 'm', report->motion_tenths);
    }
    if (report->has_battery) {
        attune_line_number(&line, 'b', report->battery);
    }
    if (report->link != 0) {
        attune_line_intervals(&line, report->intervals, report->count);
    }
    report->write(report->to, line.text, attune_line_end(&line));
    report->sent_ms = report->ms;
    report->ever_sent = true;
    report->count = 0;
    report->urgent = false;
    report->has_rate = false;
    report->has_motion = false;
    report->has_battery = false;
}

void attune_report_interval(attune_report *report, uint32_t us) {
    if (us == 0 || us > LONGEST_US) {
        attune_report_hole(report);
        return;
    }
    if (silent(report)) {
        return;
    }
    if (report->count == ATTUNE_REPORT_INTERVALS) {
        send(report);
    }
    report->intervals[report->count++] = us;
}

void attune_report_hole(attune_report *report) {
    if (silent(report)) {
        return;
    }
    if (report->count > 0) {
        send(report);
    }
    report->sequence++; /* a missing number is how the other side sees a hole */
}

void attune_report_contact(attune_report *report, bool touches) {
    if (report->contact == (int8_t)touches) {
        return;
    }
    if (report->count > 0) {
        send(report); /* what was felt before */
    }
    report->contact = (int8_t)touches;
    report->urgent = true;
}

void attune_report_link(attune_report *report, bool linked) {
    if (report->link == (int8_t)linked) {
        return;
    }
    if (report->count > 0) {
        send(report);
    }
    report->link = (int8_t)linked;
    report->contact = -1;
    report->has_rate = false;
    report->urgent = true;
}

void attune_report_rate(attune_report *report, uint16_t bpm) {
    report->has_rate = !silent(report) && bpm <= HIGHEST_BPM;
    report->rate = bpm;
}

void attune_report_motion(attune_report *report, uint32_t tenths) {
    report->has_motion = true;
    report->motion_tenths = tenths > HIGHEST_TENTHS ? HIGHEST_TENTHS : tenths;
}

void attune_report_battery(attune_report *report, uint8_t percent) {
    report->has_battery = percent <= 100;
    report->battery = percent;
}

void attune_report_tick(attune_report *report, uint32_t ms) {
    report->ms = ms;
    bool due = !report->ever_sent || report->urgent || report->count > 0;
    if (due || report->ms - report->sent_ms >= A_SECOND) {
        send(report);
    }
}
