#!/usr/bin/env bash
# Prints the tables of src/site/markdown/beat-artefacts.md. Optional argument: a folder of annotated ECG records
# (NAME.rr.tsv, NAME.labels.tsv) for the part on ectopic beats.
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -q -B -ntp -Pquick test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt
exec java -cp "target/classes:target/test-classes:$(cat target/test-classpath.txt)" org.attune.beat.ArtefactTable "$@"
