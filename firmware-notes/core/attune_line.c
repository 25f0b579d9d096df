#include "attune_line.h"

#include <string.h>

/* Room that the end needs: a star, four digits, a line feed. */
#define END_LENGTH 6
#define MOST_NAME 40

uint16_t attune_crc16(const char *text, size_t n) {
    uint16_t crc = 0xFFFF;
    while (n-- > 0) {
        crc = (uint16_t)(crc ^ (uint16_t)((uint16_t)(uint8_t)*text++ << 8));
        for (uint8_t bit = 0; bit < 8; bit++) {
            crc = (uint16_t)((crc & 0x8000U) ? (uint16_t)(crc << 1) ^ 0x1021U
                                             : (uint16_t)(crc << 1));
        }
    }
    return crc;
}

/* Decimal digits of a value; gives how many. The buffer holds ten. */
static uint8_t digits_of(uint32_t value, char *digits) {
    char backwards[10];
    uint8_t n = 0;
    do {
        backwards[n++] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    for (uint8_t i = 0; i < n; i++) {
        digits[i] = backwards[n - 1 - i];
    }
    return n;
}

static void add(attune_line *line, const char *text, uint8_t n) {
    memcpy(line->text + line->length, text, n);
    line->length = (uint8_t)(line->length + n);
}

static int fits(const attune_line *line, uint16_t n) {
    return (uint16_t)line->length + n + END_LENGTH <= ATTUNE_LINE_MOST + 1;
}

void attune_line_begin(attune_line *line, uint16_t sequence, uint32_t ms) {
    char digits[10];
    line->length = 0;
    add(line, "$A1,", 4);
    add(line, digits, digits_of(sequence, digits));
    add(line, ",", 1);
    add(line, digits, digits_of(ms, digits));
}

static void field(attune_line *line, char key, const char *value, uint8_t n) {
    char head[3];
    head[0] = ',';
    head[1] = key;
    head[2] = '=';
    if (fits(line, (uint16_t)(n + 3U))) {
        add(line, head, 3);
        add(line, value, n);
    }
}

void attune_line_number(attune_line *line, char key, uint32_t value) {
    char digits[10];
    field(line, key, digits, digits_of(value, digits));
}

void attune_line_tenths(attune_line *line, char key, uint32_t tenths) {
    char digits[12];
    uint8_t n = digits_of(tenths / 10, digits);
    digits[n++] = '.';
    digits[n++] = (char)('0' + tenths % 10);
    field(line, key, digits, n);
}

void attune_line_text(attune_line *line, char key, const char *value) {
    char kept[MOST_NAME];
    uint8_t n = 0;
    for (; *value != '\0' && n < MOST_NAME; value++) {
        if (*value >= ' ' && *value <= '~' && *value != ',' && *value != '*' && *value != '$') {
            kept[n++] = *value;
        }
    }
    if (n > 0) {
        field(line, key, kept, n);
    }
}

void attune_line_intervals(attune_line *line, const uint32_t *us, uint8_t count) {
    field(line, 'r', "", 0);
    for (uint8_t i = 0; i < count; i++) {
        char digits[11];
        uint8_t n = 0;
        if (i > 0) {
            digits[n++] = '+';
        }
        n = (uint8_t)(n + digits_of(us[i], digits + n));
        if (fits(line, n)) {
            add(line, digits, n);
        }
    }
}

uint8_t attune_line_end(attune_line *line) {
    static const char hex[] = "0123456789ABCDEF";
    uint16_t crc = attune_crc16(line->text + 1, (size_t)(line->length - 1));
    char end[END_LENGTH];
    end[0] = '*';
    end[1] = hex[crc >> 12];
    end[2] = hex[(crc >> 8) & 0xF];
    end[3] = hex[(crc >> 4) & 0xF];
    end[4] = hex[crc & 0xF];
    end[5] = '\n';
    add(line, end, END_LENGTH);
    return line->length;
}
