"""What an export should hold: the file truth.tsv that is written beside it."""
import re
from datetime import datetime, timezone
from decimal import Decimal

SECOND = 10**9


class Truth:
    def __init__(self, path):
        self.beats, self.gaps, self.marks, self.rates = [], [], [], []
        with open(path, encoding="utf-8", newline="") as lines:
            for line in lines:
                kind, *cells = line.rstrip("\r\n").split("\t")
                if kind == "beat":
                    self.beats.append((int(cells[0]), int(cells[1]), "" if cells[2] == "." else cells[2]))
                elif kind == "gap":
                    self.gaps.append((int(cells[0]), int(cells[1]), cells[2]))
                elif kind == "mark":
                    self.marks.append((int(cells[0]), 0, cells[2]))
                elif kind == "hr":
                    self.rates.append((int(cells[0]), float(cells[1])))
                elif kind == "start":
                    self.start = instant(cells[0])
                elif kind == "first-second":
                    self.first = int(cells[0]) * SECOND
                elif kind == "pseudonym":
                    self.pseudonym = cells[0]

    def events(self):
        """(onset, length, words) of everything, in nanoseconds, by onset."""
        beats = [(at, length, ("beat " + verdict).strip()) for at, length, verdict in self.beats]
        gaps = [(at, length, "gap " + cause) for at, length, cause in self.gaps]
        marks = [(at, length, "mark " + plain(words)) for at, length, words in self.marks]
        return sorted(beats + gaps + marks)

    def sampled(self, count):
        """(interval, rate) that held at each of so many quarters of a second; None where none did."""
        step = SECOND // 4
        intervals, rates = [None] * count, [None] * count
        for at, length, _ in self.beats:
            hold(intervals, at, at + length, self.first, step, length / 1e6)
        for at, rate in self.rates:
            hold(rates, at, at + SECOND, self.first, step, rate)
        return intervals, rates


def hold(samples, begin, end, first, step, value):
    for i in range(max(0, -((first - begin) // step)), min(len(samples), -((first - end) // step))):
        samples[i] = value


def plain(words):
    """Without what a format has no sign for."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f\ufffd?]", " ", words).split())


def instant(text):
    """Nanoseconds since 1970 of 2026-11-22T14:03:07.250Z."""
    whole, _, fraction = text.rstrip("Z").partition(".")
    seconds = int(datetime.fromisoformat(whole).replace(tzinfo=timezone.utc).timestamp())
    return seconds * SECOND + int((fraction + "0" * 9)[:9])


def nanos(seconds):
    return int(Decimal(seconds).scaleb(9))


def same(found, expected, what, tolerance=0):
    """Both lists hold the same events, times within the tolerance in nanoseconds."""
    if len(found) != len(expected):
        raise SystemExit(f"{what}: {len(found)} found, {len(expected)} expected")
    left = {}
    for at, length, words in expected:
        left.setdefault(words, []).append((at, length))
    right = {}
    for at, length, words in found:
        right.setdefault(words, []).append((at, length))
    for words, times in left.items():
        others = right.get(words, [])
        if len(others) != len(times):
            raise SystemExit(f"{what}: {len(others)} of '{words}', {len(times)} expected")
        for one, other in zip(sorted(times), sorted(others)):
            if abs(one[0] - other[0]) > tolerance or abs(one[1] - other[1]) > tolerance:
                raise SystemExit(f"{what}: '{words}' at {other} instead of {one}")


def same_samples(found, expected, quantum, most, what):
    if len(found) < len(expected):
        raise SystemExit(f"{what}: {len(found)} samples, {len(expected)} expected")
    for i, value in enumerate(found):
        truth = expected[i] if i < len(expected) else None
        if truth is None or truth > most:
            if value >= -0.5:
                raise SystemExit(f"{what}: sample {i} is {value} where nothing was")
        elif abs(value - truth) > quantum:
            raise SystemExit(f"{what}: sample {i} is {value} instead of {truth}")
