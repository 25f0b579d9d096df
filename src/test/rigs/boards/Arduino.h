/* Just enough of a board's interface to check the sketches' syntax and types on any computer. */
#pragma once
#include <stddef.h>
#include <stdint.h>

#define A0 14
#define INPUT 0
#define HIGH 1
#define pdTRUE 1

typedef void *QueueHandle_t;
uint32_t micros();
uint32_t millis();
void delay(uint32_t ms);
void pinMode(int pin, int mode);
int digitalRead(int pin);
int analogRead(int pin);
QueueHandle_t xQueueCreate(unsigned length, unsigned size);
int xQueueSend(QueueHandle_t queue, const void *item, unsigned ticks);
int xQueueReceive(QueueHandle_t queue, void *item, unsigned ticks);
int xQueueReset(QueueHandle_t queue);

struct SerialPort {
    void begin(unsigned long baud);
    size_t write(const uint8_t *bytes, size_t length);
};
extern SerialPort Serial;
