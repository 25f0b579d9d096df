#!/bin/bash
# The sensor against the real bluetoothd, in a virtual machine with two linked virtual controllers: scan, link, a minute
# of beats, a dropped link, a restart of bluetoothd; with both drivers, one after the other. Every beat that arrives must be one that the strap sent, in order, with gaps
# only where there was no link. Needs root, Debian 12 and its package archive; no Bluetooth hardware, no KVM.
#
#   mvn -DskipTests package && .ci/real-bluez.sh
#
# BLE_RIG_DIR: where the virtual machine is built and kept (default: attune/ble-rig in the cache folder).
# Exit status: 0 when all was equal, 1 when not, 2 when the machine lacks what is needed.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
jar=$root/target/attune.jar
classes=$root/target/test-classes
rig=$root/src/test/rigs/ble
export BLE_RIG_DIR=${BLE_RIG_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/attune/ble-rig}

lacking() { echo "real bluetoothd: not run: $*" >&2; exit 2; }
[ -f "$jar" ] && [ -d "$classes" ] || lacking "build first: mvn -DskipTests package"
[ "$(id -u)" = 0 ] || lacking "needs root, to build the virtual machine"
command -v apt-get >/dev/null || lacking "needs Debian"

# Built once; only the disk is made again when the guest's own scripts are newer.
if [ ! -e "$BLE_RIG_DIR/vmlinuz" ] || [ -n "$(find "$rig/guest" -newer "$BLE_RIG_DIR/disk.img" 2>&1)" ]; then
  "$rig/setup.sh" "$BLE_RIG_DIR"
fi
share=$(mktemp -d "${TMPDIR:-/tmp}/real-bluez.XXXXXX")
keep=
trap '[ -n "$keep" ] || rm -rf "$share"' EXIT
cp "$jar" "$share/attune.jar"
mkdir -p "$share/classes/org/attune/sensor" "$share/classes/org/attune/testkit"
cp -r "$classes/org/attune/sensor/ble" "$share/classes/org/attune/sensor/"

probe=org.attune.sensor.ble.RealBluezProbe
rc=0
"$rig/run.sh" -s "$share" -t "${BLE_RIG_SECONDS:-900}" -- \
  "cp -r classes attune.jar /tmp && cd /tmp && java -XX:TieredStopAtLevel=1 -cp classes:attune.jar $probe run /share" || rc=$?
cat "$share/job.out" 2>/dev/null || true
if [ "$rc" != 0 ]; then
  keep=1
  echo "real bluetoothd: FAILED in the virtual machine (status $rc); its logs: $share" >&2
  exit 1
fi
if ! java -cp "$share/classes:$share/attune.jar" "$probe" compare "$share"; then
  keep=1
  echo "real bluetoothd: FAILED, what arrived is not what was sent; the logs: $share" >&2
  exit 1
fi
