#!/usr/bin/env bash
# Runs a main class of the compiled tests on a virtual screen: src/build/on-screen.sh 1440x900 CLASS ARGUMENT...
set -euo pipefail
cd "$(dirname "$0")/../.."
size=$1
shift
mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test
exec xvfb-run -a -s "-screen 0 ${size}x24" java -Xmx512m -Duser.language=en -Djava.awt.headless=false \
  -cp "target/test-classes:target/classes:$(cat target/test.classpath)" "$@"
