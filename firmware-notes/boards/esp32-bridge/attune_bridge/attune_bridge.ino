/*
 * A bridge for an ESP32-class board: hears one Bluetooth strap and speaks the protocol 'attune'
 * over USB, for computers on which Attune has no way to a strap of its own. Needs the library
 * NimBLE-Arduino, version 2. Copy the files of ../../../core into this sketch's folder src/.
 */
#include <Arduino.h>
#include <NimBLEDevice.h>
#include <string.h>
#include <string>

#include "src/attune_hrs.h"
#include "src/attune_report.h"

/*
 * The strap's address, as "aa:bb:cc:dd:ee:ff". Empty: the only strap in reach when the board is
 * switched on, and none while there are several; then it stays with that one.
 */
#define STRAP_ADDRESS ""
#define SCAN_MS 3000
#define MOST_BYTES 64
#define MOST_WAITING 16

struct Notification {
    uint8_t length;
    uint8_t bytes[MOST_BYTES];
};

static attune_report report;
static QueueHandle_t waiting;
static volatile bool overrun = false;
static NimBLEClient *client = nullptr;
static std::string strap = STRAP_ADDRESS;

static void to_serial(void *to, const char *text, uint8_t length) {
    (void)to;
    Serial.write((const uint8_t *)text, length);
}

/* On the Bluetooth task: hand over, nothing else. */
static void notified(NimBLERemoteCharacteristic *, uint8_t *bytes, size_t length, bool) {
    Notification one;
    one.length = length > MOST_BYTES ? 0 : (uint8_t)length; /* too long: counts as damaged */
    memcpy(one.bytes, bytes, one.length);
    if (xQueueSend(waiting, &one, 0) != pdTRUE) {
        overrun = true;
    }
}

static bool subscribed(const NimBLEAdvertisedDevice *device) {
    if (client == nullptr) {
        client = NimBLEDevice::createClient();
    }
    if (client == nullptr || !client->connect(device)) {
        return false;
    }
    NimBLERemoteService *service = client->getService(NimBLEUUID((uint16_t)0x180D));
    NimBLERemoteCharacteristic *rate =
            service == nullptr ? nullptr : service->getCharacteristic(NimBLEUUID((uint16_t)0x2A37));
    if (rate == nullptr || !rate->subscribe(true, notified)) {
        client->disconnect();
        return false;
    }
    return true;
}

/* The bound strap, or the only one in reach while none is bound. Blocks while it scans. */
static void look_for_strap() {
    NimBLEScanResults found = NimBLEDevice::getScan()->getResults(SCAN_MS, false);
    const NimBLEAdvertisedDevice *chosen = nullptr;
    int straps = 0;
    for (int i = 0; i < found.getCount(); i++) {
        const NimBLEAdvertisedDevice *device = found.getDevice(i);
        if (!device->isAdvertisingService(NimBLEUUID((uint16_t)0x180D))) {
            continue;
        }
        straps++;
        if (strap.empty() || device->getAddress().toString() == strap) {
            chosen = device;
        }
    }
    if (chosen == nullptr || (strap.empty() && straps != 1)) {
        return;
    }
    xQueueReset(waiting);
    if (subscribed(chosen)) {
        strap = chosen->getAddress().toString();
        attune_report_link(&report, true);
    }
}

void setup() {
    Serial.begin(115200);
    waiting = xQueueCreate(MOST_WAITING, sizeof(Notification));
    /* How a strap senses is not told by its notifications: no source is claimed. */
    attune_report_begin(&report, to_serial, NULL, NULL, "strap over bridge", millis());
    attune_report_link(&report, false);
    attune_report_tick(&report, millis());
    NimBLEDevice::init("");
}

void loop() {
    Notification one;
    while (xQueueReceive(waiting, &one, 0) == pdTRUE) {
        (void)attune_hrs_take(&report, one.bytes, one.length);
    }
    if (overrun) {
        overrun = false;
        attune_report_hole(&report);
    }
    bool linked = client != nullptr && client->isConnected();
    if (!linked) {
        attune_report_link(&report, false);
    }
    attune_report_tick(&report, millis());
    if (!linked) {
        look_for_strap();
    }
    delay(5);
}
