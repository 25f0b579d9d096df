"""EDF+ as read by others against the truth: compare.py edflib PROGRAM|mne FILE TRUTH."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from truth import SECOND, Truth, instant, nanos, plain, same, same_samples  # noqa: E402

RR, HR = 4095 / 65535, 300 / 65535


def edflib(program, file):
    """Onsets in units of 100 ns, from the first record; the start with its fraction."""
    done = subprocess.run([program, file], capture_output=True, text=True, encoding="utf-8", errors="strict")
    if done.returncode != 0:
        raise SystemExit(done.stderr.strip())
    start, signals, events = 0, {}, []
    for line in done.stdout.split("\n"):
        kind, *cells = line.split("\t", 3)
        if kind == "start":
            start = instant(cells[0] + "Z") + int(cells[1]) * 100
        elif kind == "patient":
            patient = cells[0].strip()
        elif kind == "sample":
            signals.setdefault(int(cells[0]), []).append(float(cells[2]))
        elif kind == "annotation":
            events.append((int(cells[0]) * 100, nanos(cells[1] or "0"), cells[2]))
    return start, patient, [signals[i] for i in sorted(signals)], events


def mne(file):
    import warnings

    import mne as reader

    reader.set_log_level("ERROR")
    warnings.simplefilter("error")
    raw = reader.io.read_raw_edf(file, preload=True)
    start = int(raw.info["meas_date"].timestamp()) * SECOND
    signals = []
    for channel in range(len(raw.ch_names)):
        signals.append(list(raw.get_data(picks=[channel])[0]))
    events = [
        (round(each["onset"] * SECOND), round(each["duration"] * SECOND), each["description"])
        for each in raw.annotations
    ]
    return start, raw._raw_extras[0]["subject_info"], signals, events


def main(reader, *rest):
    *program, file, truth = rest
    truth = Truth(truth)
    begin = truth.start + truth.first
    expected = [(at - truth.first, length, words) for at, length, words in truth.events()]
    if reader == "edflib":
        start, patient, signals, events = edflib(program[0], file)
        if start != begin // 100 * 100:
            raise SystemExit(f"it starts at {start} instead of {begin}")
        if patient != truth.pseudonym:
            raise SystemExit(f"it is of {patient} instead of {truth.pseudonym}")
        tolerance = 100
    else:
        start, _, signals, events = mne(file)
        if start // SECOND != begin // SECOND:
            raise SystemExit(f"it starts at {start} instead of {begin}")
        tolerance = 1_000
    same([(at, length, plain(words)) for at, length, words in events], expected, "annotations", tolerance)
    last = max([truth.first + SECOND] + [at + length for at, length, _ in truth.beats])
    count = -((truth.first - last) // SECOND) * 4
    intervals, _ = truth.sampled(max(count, 4))
    same_samples(signals[0], intervals, RR, 4094, "intervals")
    if len(signals) > 1:
        longer = truth.sampled(len(signals[1]))[1]
        same_samples(signals[1], longer, HR, 299, "rates")
    print(f"{len(truth.beats)} beats, {len(events)} annotations, {len(signals[0])} samples")


main(*sys.argv[1:])
