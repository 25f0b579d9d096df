#!/bin/bash
# Boots the guest and runs one command in it; the strap peripheral is already advertising.
#   run.sh [-s SHAREDIR] [-t SECONDS] [-p STRAP_HCI] [-v] -- COMMAND...
# SHAREDIR appears in the guest as /share (read-write, also the working directory): put jars there, find
# logs there afterwards (guest.log, bluetoothd.log, btvirt.log, strap.log, dbus.log). Exit status: the command's,
# 124 on timeout, 125 if the guest never got that far.
set -euo pipefail
work=${BLE_RIG_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/attune/ble-rig}
share=; limit=300; verbose=; strap=hci1
while [ $# -gt 0 ]; do case $1 in
  -s) share=$2; shift 2;; -t) limit=$2; shift 2;; -p) strap=$2; shift 2;; -v) verbose=1; shift;; --) shift; break;; *) break;; esac; done
[ -n "$share" ] || share=$(mktemp -d "${TMPDIR:-/tmp}/ble-share.XXXXXX")
mkdir -p "$share"; rm -f "$share/.rc"
printf '%s\n' "$*" > "$share/.cmd"
printf '%s\n' "--adapter $strap ${BLE_RIG_STRAP_ARGS:-}" > "$share/.strap"
printf '%s\n' "${BLE_RIG_BLUETOOTHD_ARGS:-}" > "$share/.bluetoothd"  # e.g. -d
: > "$share/console.log"
t0=$(date +%s)
accel=${BLE_RIG_ACCEL:-tcg,thread=multi,tb-size=512}
timeout -k 5 "$limit" qemu-system-x86_64 -machine q35 -accel "$accel" -cpu max -smp "${BLE_RIG_CPUS:-2}" -m "${BLE_RIG_MEM:-1024}" \
  -nographic -nodefaults -no-reboot -serial file:"$share/console.log" \
  -kernel "$work/vmlinuz" -initrd "$work/initrd.gz" \
  -append "console=ttyS0 quiet panic=-1 mitigations=off random.trust_cpu=on tsc=reliable nokaslr ${BLE_RIG_APPEND:-}" \
  -drive file="$work/disk.img",format=raw,if=virtio,snapshot=on \
  -device virtio-rng-pci \
  -fsdev local,id=share,path="$share",security_model=none -device virtio-9p-pci,fsdev=share,mount_tag=share \
  </dev/null >/dev/null 2>"$share/qemu.log" && q=0 || q=$?
[ -z "$verbose" ] || cat "$share/console.log"
echo "[run] qemu exit $q after $(( $(date +%s) - t0 ))s; share: $share" >&2
[ -e "$share/.rc" ] && exit "$(cat "$share/.rc")"
[ "$q" = 124 ] && exit 124
tail -30 "$share/console.log" >&2; exit 125
