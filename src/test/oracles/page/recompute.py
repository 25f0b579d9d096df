"""Recomputes figures of the printed page from an export alone: recompute.py EXPORT PAGE-TEXT [not]

EXPORT is the folder of a bundle, PAGE-TEXT the page's text, in English. Each figure must stand on the page. With "not",
at least one must be missing: so that the check is known to see a difference.
"""

import csv
import json
import math
import pathlib
import re
import statistics
import sys

folder, page = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")
page = re.sub(r"\s+", " ", page)


def rows(name):
    with open(next(folder.glob(f"data/csv/**/{name}")), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def whole(value):
    return str(math.floor(value + 0.5)).replace("-", "−")


def signed(value):
    rounded = math.floor(value + 0.5)
    return ("+" if rounded > 0 else "") + whole(rounded) + " bpm"


seconds = {round(int(row["t_us"]) / 1e6): row for row in rows("seconds.csv")}
state = {second: row["state"] for second, row in seconds.items()}
beats = [
    (int(row["t_us"]) / 1e6, 60e6 / int(row["rr_us"]), int(row["rr_us"]) / 1e6)
    for row in rows("beats.csv")
    if row["flags"] == "normal" and state.get(math.ceil(int(row["t_us"]) / 1e6), "unknown") != "unknown"
]


def median(start, end, least):
    inside = [beat for beat in beats if start < beat[0] <= end]
    return statistics.median(beat[1] for beat in inside) if sum(beat[2] for beat in inside) >= least else None


expected = []
duration = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))["duration_s"]
known = sum(each != "unknown" for each in state.values())
expected.append(f"{100 * known / max(float(duration), max(state), 1):.1f} % of")
for name in ("learning", "usual", "rising", "high", "settling", "quiet"):
    here = sum(each == name for each in state.values())
    if name == "quiet" and not here:
        continue
    expected.append(f"{name.capitalize()} {here / 60:.1f} min, {whole(100 * here / known)} %")
expected.append(f"Unknown {(len(state) - known) / 60:.1f} min")

learned = None
for second in sorted(state):
    if state[second] == "learning" and state.get(second + 1) != "learning" and seconds.get(second + 1, {}).get("level"):
        learned = second
        break
last = max(second for second in state if state[second] != "unknown")
start = median(learned - 180, learned, 60) if learned else None
end = median(last - 120, last, 60)
expected.append("Quiet stretch at the start " + (f"{whole(start)} bpm" if start else "–"))
expected.append("Last two minutes " + (f"{whole(end)} bpm" if end else "–"))
if start and end:
    # As who subtracts on the page: of the whole beats that stand there.
    expected.append("Shift " + signed(math.floor(end + 0.5) - math.floor(start + 0.5)))

kinds = {}
for mark in rows("marks.csv"):
    if mark["kind"] in ("slow", "ground", "breathe", "pause", "inquire", "resume"):
        at = int(mark["t_us"]) / 1e6
        before, after = median(at - 60, at, 30), median(at, at + 60, 30)
        change = None if before is None or after is None else after - before
        kinds.setdefault(mark["kind"], []).append(change)
for kind, changes in kinds.items():
    got = [change for change in changes if change is not None]
    times = "1 time" if len(changes) == 1 else f"{len(changes)} times"
    expected.append(f"{kind} {times} " + (signed(statistics.median(got)) if got else "–"))

above = ("rising", "high", "settling")
runs, run = [], None
for second in range(1, max(state) + 1):
    if state.get(second) in above:
        run = [second, second] if run is None else [run[0], second]
    elif run:
        runs.append(run)
        run = None
if run:
    runs.append(run)
if len(runs) <= 6 and all(state.get(after) != "unknown" for _, after in runs):
    for first, final in runs:
        high = sum(state[second] == "high" for second in range(first, final + 1))
        expected.append(f" {high // 60}:{high % 60:02d} " if high else " – ")

cues = sum(row.get("cue") in ("1", "true") for row in seconds.values())
if "cue" in rows("seconds.csv")[0]:
    expected.append(f"Cues given {cues}")

# The personal range does not leave with an export; what is measured from it stands on the page alone.
beyond = ["usual range", "onset", "peak above", "area above", "half back", "up and back"]
# It says so itself: these, and no others, carry the sign.
signed_as_beyond = ["from", "peak above", "half back", "area above", "nearest mark", "Up and back, full cycles"]
rises = any(run for run in runs)
expected += [each + "°" for each in signed_as_beyond if rises or each.startswith("Up")]
if page.count("°") != len([each for each in signed_as_beyond if rises or each.startswith("Up")]) + 1:
    sys.exit(f"numbers are marked as not to be recomputed that are not known to be so: {page}")

missing = [each for each in expected if each not in page]
if (len(sys.argv) > 3) == bool(missing):
    print(f"{len(expected)} figures recomputed; not from an export: {', '.join(beyond)}", f"not on the page: {missing}" if missing else "")
else:
    sys.exit(f"not on the page: {missing}\n{page}")
