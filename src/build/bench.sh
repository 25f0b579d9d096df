#!/usr/bin/env bash
# Runs the benchmarks; arguments go to JMH (a pattern, -f, -i …). Where there is no display, a virtual one is used.
set -euo pipefail
cd "$(dirname "$0")/../.."
run=(mvn -B -ntp -Pbench -Dspotless.check.skip=true -Dcyclonedx.skip=true "-Dbench.args=${*:-.*} -rf json -rff target/jmh.json" verify)
if [ -z "${DISPLAY:-}" ] && command -v xvfb-run >/dev/null; then
  exec xvfb-run -a -s '-screen 0 1600x1000x24' "${run[@]}"
fi
exec "${run[@]}"
