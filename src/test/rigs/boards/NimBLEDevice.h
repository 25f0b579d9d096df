/* The few functions of NimBLE-Arduino 2 that the bridge uses, for checking its syntax and types. */
#pragma once
#include <stddef.h>
#include <stdint.h>

#include <functional>
#include <string>

struct NimBLEUUID {
    explicit NimBLEUUID(uint16_t value);
};
struct NimBLEAddress {
    std::string toString() const;
};
struct NimBLEAdvertisedDevice {
    bool isAdvertisingService(const NimBLEUUID &service) const;
    const NimBLEAddress &getAddress() const;
};
struct NimBLERemoteCharacteristic;
typedef std::function<void(NimBLERemoteCharacteristic *, uint8_t *, size_t, bool)> notify_callback;
struct NimBLERemoteCharacteristic {
    bool subscribe(bool notifications, notify_callback callback);
};
struct NimBLERemoteService {
    NimBLERemoteCharacteristic *getCharacteristic(const NimBLEUUID &uuid);
};
struct NimBLEClient {
    bool connect(const NimBLEAdvertisedDevice *device);
    bool disconnect();
    bool isConnected() const;
    NimBLERemoteService *getService(const NimBLEUUID &uuid);
};
struct NimBLEScanResults {
    int getCount() const;
    const NimBLEAdvertisedDevice *getDevice(uint32_t index) const;
};
struct NimBLEScan {
    NimBLEScanResults getResults(uint32_t ms, bool carryOn);
};
struct NimBLEDevice {
    static void init(const std::string &name);
    static NimBLEScan *getScan();
    static NimBLEClient *createClient();
};
