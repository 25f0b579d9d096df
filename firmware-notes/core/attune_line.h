/*
 * Writes one line of the protocol 'attune', version 1, into a buffer of its own: see
 * ../attune-line-protocol.md. C99, whole numbers only, no memory from the heap.
 */
#ifndef ATTUNE_LINE_H
#define ATTUNE_LINE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The most characters of a line without its end. */
#define ATTUNE_LINE_MOST 240

typedef struct {
    char text[ATTUNE_LINE_MOST + 1];
    uint8_t length;
} attune_line;

/* CRC-16/CCITT-FALSE of n characters. */
uint16_t attune_crc16(const char *text, size_t n);

/* Begins a line anew; ms is the device's clock. */
void attune_line_begin(attune_line *line, uint16_t sequence, uint32_t ms);

/* Adds ",key=value"; what does not fit is left out whole. */
void attune_line_number(attune_line *line, char key, uint32_t value);

/* The same for a value in tenths: 42 is written 4.2. */
void attune_line_tenths(attune_line *line, char key, uint32_t tenths);

/* The same for a text, of which only what the protocol allows is written, at most 40 characters. */
void attune_line_text(attune_line *line, char key, const char *value);

/* Adds ",r=" and count intervals in microseconds; count may be 0. */
void attune_line_intervals(attune_line *line, const uint32_t *us, uint8_t count);

/* Adds checksum and line feed; gives the number of characters in text. Then it is finished. */
uint8_t attune_line_end(attune_line *line);

#ifdef __cplusplus
}
#endif
#endif
