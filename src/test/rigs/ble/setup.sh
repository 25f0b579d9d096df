#!/bin/bash
# Builds a bootable guest (Debian kernel + small Debian root) that runs the real BlueZ daemon on two
# virtual LE controllers linked by btvirt. Needs root, Debian 12, its package archive; no KVM, no Bluetooth.
#   setup.sh [WORKDIR]      default WORKDIR: ${BLE_RIG_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/attune/ble-rig}
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-${BLE_RIG_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/attune/ble-rig}}
suite=${BLE_RIG_SUITE:-bookworm}
t0=$SECONDS
say() { echo "[setup +$((SECONDS - t0))s] $*"; }

export DEBIAN_FRONTEND=noninteractive
need=(qemu-system-x86 mmdebstrap busybox-static e2fsprogs kmod cpio)
if ! dpkg -s "${need[@]}" >/dev/null 2>&1; then
  say "installing host tools"
  apt-get -o DPkg::Lock::Timeout=600 update -qq
  apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends "${need[@]}" >/dev/null
fi
mkdir -p "$work"; cd "$work"

if [ ! -e kern/.done ]; then
  say "kernel package"
  [ -n "$(find /var/lib/apt/lists -name '*_Packages*' -print -quit 2>/dev/null)" ] || apt-get update -qq
  kpkg=$(apt-cache depends linux-image-amd64 | awk '/Depends: linux-image/{print $2; exit}')
  rm -rf kern; mkdir kern
  (cd kern && apt-get download -qq "$kpkg" 2>/dev/null && dpkg-deb -x "$kpkg"_*.deb . && rm -f ./*.deb)
  touch kern/.done
fi
kver=$(basename "$(ls -d kern/lib/modules/*)")
say "kernel $kver"

if [ ! -e root/.done ]; then
  say "guest root ($suite)"
  rm -rf root
  # keep /usr/share/man: the JRE's postinst needs man1 to exist
  mmdebstrap --mode=root --variant=essential \
    --include=mount,iproute2,dbus,bluez,bluez-test-tools,python3-dbus,python3-gi,kmod,procps,openjdk-17-jre-headless \
    --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    "$suite" "$work/root" >mmdebstrap.log 2>&1 || { tail -20 mmdebstrap.log; exit 1; }
  touch root/.done
fi

say "modules"
depmod -b kern "$kver"
mods="crc32c_generic virtio_pci virtio_blk ext4 9p 9pnet_virtio virtio_rng bluetooth hci_vhci drbg hmac sha256_generic sha512_generic ctr ecdh_generic cmac ecb algif_hash algif_skcipher uhid"
rm -rf mods; mkdir -p "mods/lib/modules/$kver"
for m in $mods; do modprobe -d kern -S "$kver" --show-depends "$m" 2>/dev/null | awk '$1=="insmod"{print $2}'; done | sort -u > mods.list
while read -r f; do
  rel=${f#*lib/modules/}; mkdir -p "mods/lib/modules/$(dirname "$rel")"; cp "kern/lib/modules/$rel" "mods/lib/modules/$rel"
done < mods.list
cp kern/lib/modules/"$kver"/modules.{order,builtin,builtin.modinfo} "mods/lib/modules/$kver/"
depmod -b mods "$kver"

say "initramfs"
rm -rf ird; mkdir -p ird/{bin,proc,sys,dev,newroot}
cp /bin/busybox ird/bin/busybox
cp -a mods/lib ird/lib
cp "$here/guest/initramfs-init" ird/init; chmod 755 ird/init
(cd ird && find . | cpio -o -H newc --quiet | gzip -1) > initrd.gz

say "disk image"
mkdir -p root/rig root/share root/lib/modules
rm -rf root/lib/modules/*; cp -a "mods/lib/modules/$kver" root/lib/modules/
cp "$here"/guest/* root/rig/; chmod 755 root/rig/*
rm -f disk.img
mke2fs -q -t ext4 -O ^has_journal -d root disk.img $(( $(du -sm root | cut -f1) * 5 / 4 + 64 ))M >/dev/null
cp kern/boot/vmlinuz-"$kver" vmlinuz
say "ready: $(du -h disk.img | cut -f1) disk, $(du -h initrd.gz | cut -f1) initrd"
