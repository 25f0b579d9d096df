#!/usr/bin/env bash
# Measures how long a beat takes from the strap to the program, each Bluetooth driver beside the library it rests on, on
# the light rig; prints a table. Arguments: rounds and notifications of each (6 600). Needs what the rigs need.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec mvn -B -ntp -Pbench -Dspotless.check.skip=true -Dcyclonedx.skip=true \
  -Dbench.main=org.attune.sensor.ble.BleLatency "-Dbench.args=${*:-6 600}" verify
