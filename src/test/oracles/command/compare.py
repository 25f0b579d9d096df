"""What the program's own export gave, against what was played into the recording: compare.py RECORDING TRUTH CSV RR.

RECORDING is the file whose intervals a strap would have sent, TRUTH what the vault holds of them, CSV the folder of
tables, RR the file of intervals alone. The vault must hold them all, in their order and to the nanosecond.
"""
import csv
import os
import sys
from decimal import ROUND_HALF_UP, Decimal

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from truth import Truth, instant  # noqa: E402

recording, truth, tables, text = sys.argv[1:]
truth = Truth(truth)
with open(recording, encoding="utf-8") as lines:
    played = [Decimal(row["rr_ms"]) for row in csv.DictReader(lines, delimiter="\t")]


def differ(what, found, expected):
    if len(found) != len(expected):
        raise SystemExit(f"{what}: {len(found)} beats, {len(expected)} expected")
    for i, (one, other) in enumerate(zip(found, expected)):
        if one != other:
            raise SystemExit(f"{what}: interval {i} is {one} instead of {other}")


def whole(value):
    return int(value.to_integral_value(ROUND_HALF_UP))


held = [length for _, length, _ in truth.beats]
differ("vault", held, [whole(each * 1_000_000) for each in played])
with open(os.path.join(tables, "beats.csv"), encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
differ("csv", [int(row["rr_us"]) for row in rows], [whole(Decimal(each) / 1000) for each in held])
differ("csv, verdicts", [row["flags"].upper() for row in rows], [verdict for _, _, verdict in truth.beats])
for row, (at, length, _) in zip(rows, truth.beats):
    if abs(int(row["t_us"]) * 1000 - at - length) > 1_000:
        raise SystemExit(f"csv: a beat at {row['t_us']} µs instead of {at + length} ns")
    if abs(instant(row["time_utc"]) - truth.start - int(row["t_us"]) * 1000) > 1_000:
        raise SystemExit(f"csv: {row['time_utc']} is not {row['t_us']} µs after the start")
with open(text, encoding="ascii") as file:
    differ("rr", [int(line) for line in file], [whole(Decimal(each) / 1_000_000) for each in held])
print(f"{len(held)} intervals played in, all the same")
