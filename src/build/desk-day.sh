#!/usr/bin/env bash
# Eight hours of four people in the live window at 1920 by 1080, faster than real: src/build/desk-day.sh [HOURS].
# Prints event, paint and beat-to-pixels times and the heap after each hour. Needs Xvfb and mvn test-compile.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec src/build/on-screen.sh 1920x1080 org.attune.live.DeskDayRun "$@"
