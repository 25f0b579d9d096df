#!/usr/bin/env bash
# Photographs window and strip in every state and theme on a virtual screen, and writes the contact sheets of
# src/site/markdown/display.md: src/build/screenshots.sh [FOLDER]. Needs Xvfb and mvn test-compile.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:-src/site/resources/images}
mkdir -p "$folder"
exec src/build/on-screen.sh 1440x900 org.attune.ui.ContactSheetsRun "$folder"
