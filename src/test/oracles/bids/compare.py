"""A BIDS data set as Python reads it against the truth: compare.py FOLDER TRUTH."""
import csv
import glob
import gzip
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from truth import Truth, instant, nanos, plain, same  # noqa: E402


def one(folder, end):
    (file,) = glob.glob(os.path.join(folder, "sub-*", "**", "*" + end), recursive=True)
    return file


def main(folder, truth):
    truth = Truth(truth)
    with open(one(folder, "_events.tsv"), encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))
    events = [
        (nanos(row["onset"]), nanos(row["duration"]), plain(row["trial_type"] + " " + row["value"].replace("n/a", "")))
        for row in rows
    ]
    same(events, truth.events(), "events")
    with open(one(folder, "_physio.json"), encoding="utf-8") as text:
        sidecar = json.load(text)
    assert sidecar["SamplingFrequency"] == 4 and sidecar["StartTime"] * 10**9 == truth.first
    with gzip.open(one(folder, "_physio.tsv.gz"), "rt", encoding="ascii", newline="") as text:
        table = [line.split("\t") for line in text.read().splitlines()]
    intervals, rates = truth.sampled(len(table))
    columns = {"rr": (intervals, 1e-6), "hr": (rates, 1e-3)}
    for column, name in enumerate(sidecar["Columns"]):
        expected, quantum = columns[name]
        for i, row in enumerate(table):
            found = None if row[column] == "n/a" else float(row[column])
            if (found is None) != (expected[i] is None) or (found and abs(found - expected[i]) > quantum):
                raise SystemExit(f"{name}: sample {i} is {found} instead of {expected[i]}")
    with open(one(folder, "_sessions.tsv"), encoding="utf-8", newline="") as text:
        (session,) = csv.DictReader(text, delimiter="\t")
    if instant(session["acq_time"]) != truth.start:
        raise SystemExit(f"it starts at {session['acq_time']}")
    print(f"{len(truth.beats)} beats, {len(events)} events, {len(table)} rows")


main(*sys.argv[1:])
