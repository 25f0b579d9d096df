"""Every figure of the review, computed apart from the program: numpy and scipy only.

Usage: python3 reference.py [FOLDER]; reads beats.csv, seconds.csv, marks.csv, writes expected.csv.
"""

import csv
import math
import sys
from pathlib import Path

import numpy as np
from scipy import optimize, stats

ABOVE = {"RISING", "HIGH", "SETTLING"}
INTERVENTIONS = {"SLOW", "GROUND", "BREATHE", "PAUSE", "INQUIRE", "RESUME"}
OBSERVATIONS = {"COGNITIVE", "SOMATIC", "BEHAVIOURAL", "VERBAL", "EMOTIONAL", "WORDS_NOT_BODY"}


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


class Session:
    def __init__(self, folder):
        beats = rows(folder / "beats.csv")
        seconds = rows(folder / "seconds.csv")
        self.marks = [(float(m["t_s"]), m["kind"], m["detail"]) for m in rows(folder / "marks.csv")]
        self.state = {int(r["t_s"]): r["state"] for r in seconds}
        number = lambda text: float(text) if text else math.nan
        self.level = {int(r["t_s"]): number(r["level"]) for r in seconds}
        told = lambda r, column: number(r.get(column) or "")
        self.flat = {int(r["t_s"]): told(r, "flat_s") for r in seconds}
        self.after_peak = {int(r["t_s"]): told(r, "after_peak_s") for r in seconds}
        centre, scale = math.nan, math.nan
        self.centre, self.scale = {0: math.nan}, {0: math.nan}
        for r in seconds:  # the band holds where nothing is known
            if r["centre"]:
                centre, scale = float(r["centre"]), float(r["scale"])
            self.centre[int(r["t_s"])], self.scale[int(r["t_s"])] = centre, scale
        self.last = max(self.state)
        self.t = np.array([float(b["t_s"]) for b in beats if b["normal"] == "1"])
        self.rr = np.array([float(b["rr_ms"]) for b in beats if b["normal"] == "1"])
        known = [self.state.get(math.ceil(t), "UNKNOWN") != "UNKNOWN" for t in self.t]
        self.tk, self.rrk = self.t[known], self.rr[known]
        self.rate = [self.centred(s) for s in range(self.last + 1)]

    def centred(self, second):
        """Mean of the normal intervals within 7.5 s, where the state was known."""
        if self.state.get(second, "UNKNOWN") == "UNKNOWN":
            return math.nan
        rr = self.rr[(self.t > second - 7.5) & (self.t <= second + 7.5)]
        return 60000 / rr.mean() if rr.sum() >= 7500 else math.nan

    def window(self, start, end):
        inside = (self.tk > start) & (self.tk <= end)
        return self.rrk[inside]

    def over(self, second):
        return self.rate[second] - (self.centre[second] + 1.5 * self.scale[second])

    def spans(self, wanted):
        found, start = [], None
        for second in range(1, self.last + 2):
            inside = self.state.get(second) in wanted
            if inside and start is None:
                start = second - 1
            if not inside and start is not None:
                found.append((start, second - 1))
                start = None
        return found


def logistic(t, amplitude, middle, width):
    return amplitude / (1 + np.exp((t - middle) / width))


def recovery(session, peak, centre, until):
    bins = int(min(until - peak, 300) // 5)
    t, y = [], []
    for k in range(bins):
        rr = session.window(peak + 5 * k, peak + 5 * k + 5)
        if rr.sum() >= 2500:
            t.append(5 * k + 2.5)
            y.append(60000 / rr.mean() - centre)
    if 5 * len(t) < max(60, 0.8 * 5 * bins):
        return {"lack": "TOO_LITTLE_USABLE"}
    t, y = np.array(t), np.array(y)
    best = None
    for share in (0.1, 0.25, 0.5):
        try:
            p, cov = optimize.curve_fit(
                logistic, t, y, p0=[y[:3].mean(), share * (t[-1] - t[0]), 0.1 * (t[-1] - t[0])],
                ftol=1e-15, xtol=1e-15, gtol=1e-15, maxfev=20000)
        except RuntimeError:
            continue
        squares = ((y - logistic(t, *p)) ** 2).sum()
        if p[0] > 0 and p[2] > 0 and np.isfinite(cov).all() and (best is None or squares < best[0]):
            best = (squares, p, cov)
    if best is None:
        return {"lack": "NO_FIT"}
    squares, (amplitude, middle, width), cov = best
    residuals = y - logistic(t, amplitude, middle, width)
    explained = 1 - squares / ((y - y.mean()) ** 2).sum()
    half = optimize.brentq(
        lambda h: logistic(h, amplitude, middle, width) - logistic(0, amplitude, middle, width) / 2,
        -1e4, 1e5, xtol=1e-12)
    step = 1e-5  # slopes of the half-time by differences, not by formula
    halftime = lambda m, w: m + w * math.log(1 + 2 * math.exp(-m / w))
    slopes = np.array([0,
                       (halftime(middle + step, width) - halftime(middle - step, width)) / 2 / step,
                       (halftime(middle, width + step) - halftime(middle, width - step)) / 2 / step])
    likeness = (residuals[1:] * residuals[:-1]).sum() / (residuals ** 2).sum()
    likeness = min(max(likeness, 0), 0.9)
    reach = (math.sqrt(slopes @ cov @ slopes) * math.sqrt((1 + likeness) / (1 - likeness))
             * stats.t.ppf(0.975, len(t) - 3))
    found = {"amplitude": amplitude, "middle": middle, "width": width, "explained": explained}
    fall = logistic(0, *best[1]) - logistic(t[-1], *best[1])
    if explained < 0.6:
        found["lack"] = "POOR_FIT"
    elif fall < 4:
        found["lack"] = "TOO_SMALL"
    elif half > t[-1]:
        found["lack"] = "NOT_REACHED"
    elif reach >= half:
        found["lack"] = "TOO_UNSURE"
    else:
        found.update(half=half, low=half - reach, high=half + reach)
    return found


def episodes(session, put):
    spans = []
    for start, end in session.spans(ABOVE):  # a loss of up to a minute does not part an episode
        if spans and start - spans[-1][1] <= 60 and all(
                session.state[s] == "UNKNOWN" for s in range(spans[-1][1] + 1, start + 1)):
            start = spans.pop()[0]
        spans.append((start, end))
    put("episodes", len(spans))
    before, cycles = 0, 0
    for number, (start, end) in enumerate(spans):
        onset = start
        while onset > max(before, start - 120) and session.over(onset) > 0:
            onset -= 1
        best = None
        stop = min(onset + 10, end)
        while stop <= end:
            rr = session.window(stop - 10, stop)
            if rr.sum() >= 5000:
                middle = np.median(60000 / rr)
                if best is None or middle > best[1]:
                    best = (stop - 5, middle)
            stop += 1
        name = f"episode.{number}."
        put(name + "onset", onset)
        put(name + "to", end)
        put(name + "peak_second", best[0])
        put(name + "peak_bpm", best[1])
        centre = session.centre[math.ceil(best[0])]
        put(name + "above", best[1] - centre)
        put(name + "area", np.nansum([max(0, session.over(s)) for s in range(onset + 1, end + 1)]) / 60)
        high = [b - a for a, b in session.spans({"HIGH"}) if a >= start and b <= end]
        put(name + "high", sum(high))
        put(name + "longest_high", max(high, default=0))
        back = end < session.last and session.state[end + 1] in ("USUAL", "QUIET")
        cycles += back
        put(name + "settling", end - best[0] if back else "")
        following = spans[number + 1][0] if number + 1 < len(spans) else session.last
        for key, value in recovery(session, best[0], centre, min(following, end + 60)).items():
            put(name + "recovery." + key, value)
        near = [(abs(t - best[0]), t) for t, kind, _ in session.marks
                if kind in INTERVENTIONS | OBSERVATIONS and abs(t - best[0]) <= 120]
        put(name + "nearest", min(near)[1] if near else "")
        before = end
    put("pendulations", cycles)


def stagnations(session, put):
    """Stretches of Quiet, from where the flatness began of which their first second tells."""
    phases = [(t, detail) for t, kind, detail in session.marks if kind == "PHASE"]
    spans = session.spans({"QUIET"})
    put("stagnations", len(spans))
    for number, (start, end) in enumerate(spans):
        first = start + 1
        earliest = max((s for s in range(1, first) if session.state[s] != "USUAL"), default=0)
        flat = session.flat[first]
        begin = start if math.isnan(flat) else first - flat
        begin = max(begin, earliest)
        name = f"stagnation.{number}."
        put(name + "from", begin)
        put(name + "to", end)
        of = [[d for t, d in phases if t < s][-1:] for s in range(first, end + 1)]
        put(name + "in_work", int(["WORK"] in of))
        high = [s for s in range(1, first) if session.state[s] == "HIGH"]
        soon = not math.isnan(session.after_peak[first])
        put(name + "peak_before", begin - high[-1] if soon else "")


def main(folder):
    session = Session(folder)
    out = {}

    def put(name, value):
        if value is not None:
            out[name] = value

    episodes(session, put)
    stagnations(session, put)
    over = np.array([session.over(s) if s else math.nan for s in range(session.last + 1)])
    put("dose.of", int(np.isfinite(over).sum()))
    put("dose.above", int((over > 0).sum()))
    put("dose.area", np.nansum(np.maximum(over, 0)) / 60)
    longest = run = 0
    for value in over:
        run = run + 1 if value > 0 else 0
        longest = max(longest, run)
    put("dose.longest", longest)

    learned = [b for a, b in session.spans({"LEARNING"}) if not math.isnan(session.level[b + 1])][0]
    start = np.median(60000 / session.window(learned - 180, learned))
    end = np.median(60000 / session.window(session.last - 120, session.last))
    put("shift.start", start)
    put("shift.end", end)
    settle = [t for t, kind, detail in session.marks if (kind, detail) == ("PHASE", "SETTLE")][0]
    rests = []
    for stop in np.arange(settle + 180, session.last + 1):
        usual = sum(session.state[s] == "USUAL" for s in range(int(stop) - 179, int(stop) + 1))
        rr = session.window(stop - 180, stop)
        if usual >= 120 and rr.sum() >= 120000:
            rests.append(np.median(60000 / rr))
    put("shift.rest", min(rests) if rests else "")

    kinds = {}
    for t, kind, _ in session.marks:
        if kind in INTERVENTIONS:
            before, after = session.window(t - 60, t), session.window(t, t + 60)
            name = f"response.{int(t)}."
            put(name + "before", len(before))
            put(name + "after", len(after))
            usable = min(before.sum(), after.sum()) >= 30000
            change = np.median(60000 / after) - np.median(60000 / before) if usable else ""
            put(name + "change", change)
            kinds.setdefault(kind, []).append(change)
    for kind, changes in kinds.items():
        counted = [change for change in changes if change != ""]
        put(f"kind.{kind}.times", len(changes))
        put(f"kind.{kind}.counted", len(counted))
        put(f"kind.{kind}.median", np.median(counted) if counted else "")

    seconds = list(session.state.values())
    for state in ("UNKNOWN", "LEARNING", "USUAL", "RISING", "HIGH", "SETTLING", "QUIET"):
        put(f"state.{state}", seconds.count(state))
    put("usable", 100 * (len(seconds) - seconds.count("UNKNOWN")) / len(seconds))
    put("times_high", len(list(session.spans({"HIGH"}))))
    put("longest_high", max((end - start for start, end in session.spans({"HIGH"})), default=0))

    numbers, scores, asked = [], [], []
    for t, kind, detail in session.marks:
        if kind == "SUDS":
            beside = [session.level[s] for s in range(int(t) - 59, int(t) + 1) if s in session.level]
            beside = [v for v in beside if not math.isnan(v)]
            if len(beside) >= 30:
                numbers.append(int(detail))
                scores.append(np.median(beside))
                if numbers[-1] <= 3 and scores[-1] >= 2 or numbers[-1] >= 7 and scores[-1] <= 0.5:
                    asked.append((int(t), scores[-1]))
    put("questions", len(asked))
    for i, (at, steps) in enumerate(asked):
        put(f"question.{i}.at", at)
        put(f"question.{i}.steps", steps)
    put("agreement.n", len(numbers))
    r = stats.spearmanr(numbers, scores).statistic
    put("agreement.r", r)
    error = stats.norm.ppf(0.975) * math.sqrt((1 + r * r / 2) / (len(numbers) - 3))
    put("agreement.low", math.tanh(math.atanh(r) - error))
    put("agreement.high", math.tanh(math.atanh(r) + error))

    with open(folder / "expected.csv", "w") as file:
        file.write("figure,value\n")
        for name, value in out.items():
            text = value if isinstance(value, str) else repr(float(value))
            file.write(f"{name},{text}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent))
