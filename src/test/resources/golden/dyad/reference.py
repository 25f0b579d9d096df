"""Figures of two hearts, computed apart from the program, with numpy: python3 reference.py, in this folder.

Reads NAME.csv (lane,t_s,rr_ms,normal; t_s is where the interval ends), writes NAME.expected.csv.
"""
import csv
import math
import sys

import numpy as np

STEP, SEGMENT, LAG, SLOPE, WINDOW, SHARE = 0.5, 60, 6, 10, 30, 0.9
SURROGATES, SEED = 199, 7
MASK = (1 << 64) - 1


def rates(rows, cells):
    edges = np.arange(cells + 1) * STEP
    covered, beats = np.zeros(cells), np.zeros(cells)
    for end, length in rows:
        part = np.clip(np.minimum(end, edges[1:]) - np.maximum(end - length, edges[:-1]), 0, None)
        covered += part
        beats += part / length
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(covered >= 0.5 * STEP, 60 * beats / covered, np.nan)


def draws(seed):
    state = seed
    while True:
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield (z ^ (z >> 31)) >> 33


def shuffled(source, n):
    order = list(range(n))
    for i in range(n - 1, 0, -1):
        j = next(source) % (i + 1)
        order[i], order[j] = order[j], order[i]
    return order


def segments(x, y):
    pairs = []
    for i in range(len(x) // SEGMENT):
        a, b = x[i * SEGMENT:(i + 1) * SEGMENT], y[i * SEGMENT:(i + 1) * SEGMENT]
        if min(np.isfinite(a).sum(), np.isfinite(b).sum()) >= SHARE * SEGMENT:
            pairs.append([np.nan_to_num(s - np.nanmean(s)) for s in (a, b)])
    return np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs])


def profile(a, b):
    """z by segment and lag; the lag is how much later b is."""
    size = np.sqrt((a ** 2).sum(axis=1) * (b ** 2).sum(axis=1))
    columns = []
    for lag in range(-LAG, LAG + 1):
        early = a[:, : SEGMENT - lag] if lag >= 0 else a[:, -lag:]
        late = b[:, lag:] if lag >= 0 else b[:, : SEGMENT + lag]
        columns.append(np.arctanh((early * late).sum(axis=1) / size))
    return np.array(columns).T


def measures(z):
    mean = z.mean(axis=0)
    ahead, behind = np.abs(mean[LAG + 1:]).max(), np.abs(mean[:LAG]).max()
    return np.abs(z).mean(), z.mean(), np.abs(mean).max(), ahead - behind


def slopes(x):
    out = []
    for i in range(len(x) - SLOPE + 1):
        part = x[i:i + SLOPE]
        there = np.isfinite(part)
        enough = there.sum() >= SHARE * SLOPE
        out.append(np.polyfit(np.arange(SLOPE)[there] * STEP, part[there], 1)[0] if enough else np.nan)
    return np.array(out)


def index(p, q):
    plus = minus = 0.0
    a = np.lib.stride_tricks.sliding_window_view(p, WINDOW)[:: int(1 / STEP)]
    b = np.lib.stride_tricks.sliding_window_view(q, WINDOW)[:: int(1 / STEP)]
    for s, t in zip(a, b):
        both = np.isfinite(s) & np.isfinite(t)
        if both.sum() < math.ceil(SHARE * WINDOW):
            continue
        r = np.corrcoef(s[both], t[both])[0, 1]
        plus, minus = plus + max(0, r), minus + max(0, -r)
    return math.log(plus / minus)


def against(name, value, chance, above):
    chance = np.array(chance)
    if above:
        far = (chance >= value - 1e-12).sum()
    else:
        far = (np.abs(chance - chance.mean()) >= abs(value - chance.mean()) - 1e-12).sum()
    low, high = np.sort(chance)[[math.floor(0.025 * len(chance)), -1 - math.floor(0.025 * len(chance))]]
    return [(name, value), (name + ".mean", chance.mean()), (name + ".sd", chance.std(ddof=1)),
            (name + ".low", low), (name + ".high", high), (name + ".p", (far + 1) / (len(chance) + 1))]


def case(name):
    with open(name + ".csv") as file:
        rows = list(csv.DictReader(file))
    cells = round(max(float(r["t_s"]) for r in rows) / STEP)
    x, y = (rates([(float(r["t_s"]), float(r["rr_ms"]) / 1e3) for r in rows
                   if r["lane"] == lane and r["normal"] == "1"], cells) for lane in ("a", "b"))
    a, b = segments(x, y)
    real = profile(a, b)
    source = draws(SEED)
    chance = [measures(profile(a, b[shuffled(source, len(a))])) for _ in range(SURROGATES)]
    found = [("segments", len(a)), ("cells", cells), ("known_a", np.isfinite(x).sum()), ("known_b", np.isfinite(y).sum())]
    for i, (what, above) in enumerate([("absolute", True), ("signed", False), ("peak", True), ("lead", False)]):
        found += against(what, measures(real)[i], [c[i] for c in chance], above)
    found += [("z%+d" % (k - LAG), v) for k, v in enumerate(real.mean(axis=0))]
    p, q = slopes(x), slopes(y)
    source = draws(SEED + 1)
    shifts = [SEGMENT + next(source) % (len(p) - 2 * SEGMENT) for _ in range(SURROGATES)]
    found += against("concordance", index(p, q), [index(p, np.roll(q, -s)) for s in shifts], False)
    with open(name + ".expected.csv", "w") as file:
        file.write("what,value\n" + "".join("%s,%.17g\n" % each for each in found))


for each in sys.argv[1:] or ["daily-life", "ectopics"]:
    case(each)
