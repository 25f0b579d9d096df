#!/usr/bin/env bash
# Prints time and peak memory of whole runs of `beats` and `hrv` over a minute to a week of beats.
# Needs the jar (mvn package) and GNU time. JAVA_OPTS is handed to java: JAVA_OPTS=-Xmx32m src/build/footprint.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
jar=${ATTUNE_JAR:-target/attune.jar}
[ -f "$jar" ] || { echo "there is no $jar: run mvn package first" >&2; exit 2; }
[ -x /usr/bin/time ] || { echo "GNU time is missing: install the package time" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# A heart at 75 that breathes and wanders, the same each time; one beat in two hundred is missed.
make_beats() {
  awk -v seconds="$1" 'BEGIN {
    srand(7); print "t_s\trr_ms"; level = 800
    while (t < seconds) {
      level += (rand() - 0.5) * 6 + (800 - level) * 0.003
      rr = level + 35 * sin(t * 1.6) + (rand() - 0.5) * 20
      if (rand() < 0.005) rr *= 2
      rr = int(rr * 1.024 + 0.5) / 1.024
      t += rr / 1000
      printf "%.3f\t%.3f\n", t, rr
    }
  }'
}

run() {
  local name=$1 file=$2
  shift 2
  # shellcheck disable=SC2086 # options are words
  if /usr/bin/time -f '%e %U %M' -o "$folder/figures" \
      java ${JAVA_OPTS:-} -jar "$jar" "$@" <"$file" >"$folder/out" 2>"$folder/err"; then
    read -r wall user peak <"$folder/figures"
    printf '%-6s %8d  %-34s %8s %8s %8d %9d\n' "$name" "$(($(wc -l <"$file") - 1))" "$*" \
      "$wall" "$user" "$((peak / 1024))" "$(wc -l <"$folder/out")"
  else
    printf '%-6s %-34s failed: %s\n' "$name" "$*" "$(head -1 "$folder/err")"
  fi
}

printf '%-6s %8s  %-34s %8s %8s %8s %9s\n' span beats command wall_s cpu_s rss_MB lines
for span in 1min:60 10min:600 1h:3600 24h:86400 7d:604800; do
  make_beats "${span#*:}" >"$folder/beats.tsv"
  for command in 'beats -' 'hrv - --window 60 --step 30' 'hrv -' 'hrv - --as-is'; do
    # shellcheck disable=SC2086 # words of a command
    run "${span%%:*}" "$folder/beats.tsv" $command
  done
done
