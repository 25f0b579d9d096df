#!/usr/bin/env bash
# Programs of others open every export and find the same beats in it, and refuse a spoilt copy: EDFlib and MNE (EDF+),
# bids-validator and Python (BIDS), HAPI and the JSON schema of FHIR (FHIR R4), ajv (Open mHealth), age (sealed). One
# session comes from the program's own commands, as its user has it; the others, with odd cases, from a test's main.
# Needs the built jar and the compiled tests, or a class path of both as its only argument; leaves everything but Maven's
# and apt's own stores below target/oracles.
set -euo pipefail
cd "$(dirname "$0")/.."
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
started=$SECONDS
work=$PWD/target/oracles
oracles=$PWD/src/test/oracles
export NODE_PATH=$work/npm/node_modules
python=/usr/bin/python3 # Debian's own, which its MNE is for
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=${1:-target/test-classes:target/attune.jar}
program=(-jar target/attune.jar)
[ $# -eq 0 ] || program=(-cp "$1" org.attune.app.Main)
passphrase='four words for oracles'
held=0
rm -rf "$work/exports" "$work/spoilt"
mkdir -p "$work/exports" "$work/spoilt" "$work/npm"

# One line for what holds; what does not is told with what was said, and ends the script.
holds() {
  local name=$1 said
  shift
  if ! said=$("$@" 2>&1); then
    printf 'NOT  %s: %s\n' "$name" "$said"
    exit 1
  fi
  held=$((held + 1))
  printf 'ok   %s: %s\n' "$name" "$(printf '%s' "$said" | tail -n 1 | cut -c 1-160)"
}

# The same for a spoilt copy, which must be refused.
refuses() {
  local name=$1 said
  shift
  if said=$("$@" 2>&1); then
    printf 'NOT  %s: a spoilt copy was taken: %s\n' "$name" "$said"
    exit 1
  fi
  held=$((held + 1))
  printf 'ok   %s refuses a spoilt copy: %s\n' "$name" "$(printf '%s' "$said" | tail -n 1 | cut -c 1-120)"
}

# Makes $copy of $1, in which the first place that matches $2 (a Perl regular expression over bytes) became $3.
spoil() {
  copy=$work/spoilt/$((++copies))-$(basename "$1")
  perl -0777 -pe 'BEGIN { ($from, $to) = splice @ARGV, 0, 2 } $n += s/$from/$to/; END { exit !$n }' "$2" "$3" "$1" >"$copy" ||
    { echo "NOT  nothing to spoil in $1: $2"; exit 1; }
}
copies=0

install() {
  if command -v apt-get >/dev/null; then
    local wanted=(libedf-dev gcc libc6-dev python3-mne perl age)
    command -v npm >/dev/null || wanted+=(nodejs npm)
    dpkg -s "${wanted[@]}" >/dev/null 2>&1 || {
      apt-get update -qq
      apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
    }
  fi
  cp "$oracles/package.json" "$work/npm/"
  (
    cd "$work/npm"
    npm install --no-audit --no-fund --no-package-lock --ignore-scripts --loglevel=error --cache "$work/npm-cache" >/dev/null
    # Its package carries all it needs in one file; what it names as dependencies is 700 MB more.
    [ -d node_modules/bids-validator ] || {
      npm pack --loglevel=error --cache "$work/npm-cache" bids-validator@1.15.0 >/dev/null
      mkdir -p node_modules/bids-validator
      tar -xzf bids-validator-1.15.0.tgz -C node_modules/bids-validator --strip-components=1
    }
  )
  mvn -B -ntp -q -f "$oracles/fhir/pom.xml" dependency:build-classpath -Dmdep.outputFile="$work/fhir.classpath" >/dev/null
  gcc -std=c11 -Wall -Wextra -Werror -O1 "$oracles/edf/edflib.c" -o "$work/edflib" -ledf
}

edf() {
  local session=$1 file truth compare=("$python" "$oracles/edf/compare.py")
  file=$(echo "$work/exports/$session"/edf/*.edf)
  truth=$work/exports/$session/truth.tsv
  holds "EDF+ $session, EDFlib" "${compare[@]}" edflib "$work/edflib" "$file" "$truth"
  holds "EDF+ $session, MNE" "${compare[@]}" mne "$file" "$truth"
  [ "$session" = session ] || return 0
  spoil "$file" '(?s)^.{244}\K1' x
  refuses "EDFlib (a header's byte)" "${compare[@]}" edflib "$work/edflib" "$copy" "$truth"
  spoil "$file" '\x150\.\K[0-8]' 9
  refuses "EDFlib (an annotation's byte)" "${compare[@]}" edflib "$work/edflib" "$copy" "$truth"
  refuses "MNE (an annotation's byte)" "${compare[@]}" mne "$copy" "$truth"
  spoil "$file" '(?s)^.{1100}.*?\K[\x80-\xff](?=[\x10-\x7f])' "$(printf '\1')"
  refuses "EDFlib (a sample's byte)" "${compare[@]}" edflib "$work/edflib" "$copy" "$truth"
  refuses "MNE (a sample's byte)" "${compare[@]}" mne "$copy" "$truth"
}

# The folder $1 again as $again, one of its files, found by its end, spoilt.
spoil_in() {
  again=$work/spoilt/$((++copies))
  cp -r "$1" "$again"
  spoil "$(find "$1" -name "*$2")" "$3" "$4"
  mv "$copy" "$(find "$again" -name "*$2")"
}

bids() {
  local session=$1 folder=$work/exports/$1/bids truth=$work/exports/$1/truth.tsv
  holds "BIDS $session, bids-validator" node "$oracles/bids/validate.js" "$folder"
  holds "BIDS $session, Python" "$python" "$oracles/bids/compare.py" "$folder" "$truth"
  [ "$session" = session ] || return 0
  spoil_in "$folder" _physio.json SamplingFrequency SamplingFrequenzy
  refuses "bids-validator (no frequency)" node "$oracles/bids/validate.js" "$again"
  spoil_in "$folder" _events.tsv 'onset' 'onzet'
  refuses "bids-validator (no onsets)" node "$oracles/bids/validate.js" "$again"
  spoil_in "$folder" _events.tsv '\t0\.[0-9]*\K[0-8](?=\tbeat)' 9
  refuses "Python (a digit of an event)" "$python" "$oracles/bids/compare.py" "$again" "$truth"
  spoil_in "$folder" _physio.tsv.gz '7(?=\d\d)' 8
  refuses "Python (a byte of the samples)" "$python" "$oracles/bids/compare.py" "$again" "$truth"
}

omh() {
  local session=$1 folder=$work/exports/$1/omh truth=$work/exports/$1/truth.tsv
  holds "Open mHealth $session, ajv" node "$oracles/omh/validate.js" "$folder" "$truth"
  [ "$session" = session ] || return 0
  spoil_in "$folder" _rr-interval.json '"unit":"ms"' '"unit":"s"'
  refuses "ajv (a unit)" node "$oracles/omh/validate.js" "$again" "$truth"
  spoil_in "$folder" _heart-rate.json '"date_time":"2026-11' '"date_time":"2026-13'
  refuses "ajv (a date)" node "$oracles/omh/validate.js" "$again" "$truth"
  spoil_in "$folder" _rr-interval.json '"value":\K[0-9]' 3
  refuses "ajv (a digit)" node "$oracles/omh/validate.js" "$again" "$truth"
}

fhir() {
  local pairs=() file
  for session in "$@"; do
    file=$(echo "$work/exports/$session"/fhir/*.json)
    pairs+=("$file" "$work/exports/$session/truth.tsv")
    holds "FHIR $session, JSON schema" node "$oracles/fhir/schema.js" "$file"
  done
  file=$(echo "$work/exports/session"/fhir/*.json)
  local truth=$work/exports/session/truth.tsv
  spoil "$file" '"scope"' '"scoop"'
  refuses "JSON schema of FHIR" node "$oracles/fhir/schema.js" "$copy"
  spoil "$file" '"code" : "/min"' '"code" : "bpm"'
  pairs+=("$copy" "!$truth")
  spoil "$file" '"status" : "active"' '"status" : "on"'
  pairs+=("$copy" "!$truth")
  spoil "$file" '"effectiveDateTime" : "\K[^"]*' yesterday
  pairs+=("$copy" "!$truth")
  spoil "$file" '"text/csv",\s+"data" : "[^"]{400}\K[^A]' A
  pairs+=("$copy" "!$truth")
  hapi "${pairs[@]}" || { echo "NOT  FHIR, HAPI"; exit 1; }
  held=$((held + ${#pairs[@]} / 2))
}

# The program as its user has it, over a vault of its own: a recording played in as a strap would send it, let out by
# the real command in every format, and once sealed to a key that only age opens. Lays out what left as the sessions
# "command" and "sealed", for the readers above.
own_export() {
  desk=$work/desk
  local session key format out
  rm -rf "$desk" && mkdir -p "$desk"
  local -a whom=(--purpose care --recipient clinician:moreau)
  {
    attune vault init
    attune simulate strap-faults --seed 7 --for 6m --out "$desk/recording.tsv"
    attune consent give K-07 --choice live,keep
    attune consent give K-07 --scope export --purpose care --recipient 'clinician:moreau=A. Moreau' \
      --category rr,hr,device,markers,pacing-settings,estimates
    attune live --sensor "replay:$desk/recording.tsv?speed=60" --client K-07 --record --headless --for 9m
  } >"$desk/told" 2>&1 || { cat "$desk/told"; exit 1; }
  session=$(attune sessions | tail -n 1 | cut -f 1)
  for format in csv rr edf bids fhir omh bundle; do
    attune export "$session" --format $format "${whom[@]}" --out "$desk/$format" >>"$desk/told"
    (cd "$desk/$format" && sha256sum --quiet -c manifest-sha256.txt tagmanifest-sha256.txt) || exit 1
  done
  age-keygen -o "$desk/key" 2>/dev/null
  key=$(grep -o 'age1.*' "$desk/key")
  attune export "$session" --format bundle "${whom[@]}" --out "$desk/bundle.zip.age" --encrypt-to "$key" >>"$desk/told"
  spoil "$desk/bundle.zip.age" '(?s)^.{3000}\x01*\K[^\x01]' "$(printf '\1')"
  refuses "age (a byte of the sealed)" age -d -i "$desk/key" -o "$desk/spoilt.zip" "$copy"
  holds "sealed bundle, age" age -d -i "$desk/key" -o "$desk/bundle.zip" "$desk/bundle.zip.age"
  mkdir "$desk/sealed"
  holds "sealed bundle, Python's zip" "$python" -m zipfile -e "$desk/bundle.zip" "$desk/sealed"
  out=$(echo "$desk"/sealed/*)
  (cd "$out" && sha256sum --quiet -c manifest-sha256.txt tagmanifest-sha256.txt) || exit 1
  diff -r "$desk/bundle/data" "$out/data" || { echo "NOT  the sealed bundle holds something else"; exit 1; }
  mkdir -p "$work/exports/command" "$work/exports/sealed"
  for format in csv rr edf bids fhir omh; do
    cp -r "$desk/$format/data" "$work/exports/command/$format"
    cp -r "$out/data/$format" "$work/exports/sealed/$format"
  done
  ATTUNE_PASSPHRASE=$passphrase "$java" -cp "$classes" org.attune.app.OracleTruth "$desk/vault" "$session" \
    clinician:moreau "$work/exports/command/truth.tsv"
  cp "$work/exports/command/truth.tsv" "$work/exports/sealed/"
  for out in command sealed; do
    holds "csv and rr of $out, Python" played "$desk/recording.tsv" "$work/exports/$out"
  done
  spoil "$desk/recording.tsv" '\n[0-9.]+\t\d\K[1-9]' 0
  refuses "Python (a digit of what was played)" played "$copy" "$work/exports/command"
  # After the withdrawal nothing more leaves.
  attune consent withdraw K-07 --keep >>"$desk/told"
  ! attune export "$session" --format csv "${whom[@]}" --out "$desk/late" >>"$desk/told" 2>&1 || exit 1
  [ ! -e "$desk/late" ] || { echo "NOT  something left after the withdrawal"; exit 1; }
}

attune() {
  HOME=$desk ATTUNE_PASSPHRASE=$passphrase "$java" -XX:TieredStopAtLevel=1 "${program[@]}" "$@" --vault "$desk/vault"
}

played() {
  "$python" "$oracles/command/compare.py" "$1" "$2/truth.tsv" "$2/csv" "$(echo "$2"/rr/*.txt)"
}

# HAPI takes half a minute to start, so it is asked once for all.
hapi() {
  "$java" -Xmx2g -cp "$(cat "$work/fhir.classpath")" "$oracles/fhir/FhirOracle.java" "$@" 2>&1 | grep -v '^SLF4J'
}

install
printf 'installed after %d s\n' $((SECONDS - started))
"$java" -cp "$classes" org.attune.export.OracleExports "$work/exports"
own_export
sessions=$(cd "$work/exports" && echo *)
for session in $sessions; do
  edf "$session"
  bids "$session"
  omh "$session"
done
# shellcheck disable=SC2086 # one word each
fhir $sessions
printf 'independent readers: %d checks held in %d s\n' "$held" $((SECONDS - started))
