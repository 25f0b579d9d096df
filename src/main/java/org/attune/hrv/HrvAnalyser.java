package org.attune.hrv;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.Limits;
import org.attune.beat.Rhythm;
import org.attune.hrv.Metric.Family;
import org.attune.hrv.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Computes the metrics of one stretch of normal intervals after another, and refuses those the
 * stretch does not carry: by the rules first, then where mathematics has no answer.
 *
 * <p>Only metrics asked for cost time. Buffers grow to the longest stretch seen and stay: besides
 * its report, an analysis leaves no garbage. Time grows linearly with length, that of Lomb as n log
 * n, that of sample entropy as n² / 128. Confined to one thread.
 */
public final class HrvAnalyser {
    /** Beyond this a stretch is no recording of a heart, and resampling it would not end. */
    private static final double LONGEST_SECONDS = 31 * 86_400.0;

    private static final Refusal NOT_ASKED = Refusal.of(Reason.NOT_ASKED);

    private final AnalysisRules rules;
    private final EnumSet<Metric> asked = EnumSet.noneOf(Metric.class);
    private final Metric[] metrics = Metric.values();
    private final EnumSet<Family> due = EnumSet.noneOf(Family.class);
    private final Fft fft = new Fft();
    private final Welch welch = new Welch(fft);
    private final Lomb lomb = new Lomb(fft);
    private final Spectrum welchSpectrum = new Spectrum();
    private final Spectrum lombSpectrum = new Spectrum();
    private final Breathing breathing = new Breathing();
    private final SampleEntropy entropy = new SampleEntropy();
    private final Fluctuation fluctuation = new Fluctuation();
    private final Set<Metric> ofWelch = Metric.of(Family.WELCH);
    private final Set<Metric> ofLomb = Metric.of(Family.LOMB);
    private final Set<Metric> ofBreathing = Metric.of(Family.BREATHING);
    private double[] sorted = new double[0];

    private Findings findings = new Findings();

    /** One that computes every metric. */
    public HrvAnalyser(AnalysisRules rules) {
        this(rules, Metric.all());
    }

    /** One that computes {@code asked}; the others are refused as not asked for. */
    public HrvAnalyser(AnalysisRules rules, Set<Metric> asked) {
        this.rules = rules;
        this.asked.addAll(asked);
    }

    /**
     * What is known of {@code nn}. It never fails on data: whatever the intervals are, each metric
     * has a finite value or a refusal.
     *
     * @param nn the normal intervals of the window
     * @param windowSeconds length of the window, s, finite and at least 0
     * @param coverage share of it lived through by normal intervals, 0 to 1
     * @param artefactShare share of its beats judged artefacts, 0 to 1
     */
    public HrvReport analyse(
            NnSeries nn, double windowSeconds, double coverage, double artefactShare) {
        return analyse(
                new HrvSpan(
                        0,
                        windowSeconds,
                        nn,
                        coverage,
                        artefactShare,
                        nn.size(),
                        Rhythm.UNDETERMINED));
    }

    /** What is known of {@code span}; likewise. */
    public HrvReport analyse(HrvSpan span) {
        NnSeries nn = span.nn();
        Limits.within("windowSeconds", span.seconds(), 0, Double.MAX_VALUE);
        Limits.within("coverage", span.coverage(), 0, 1);
        Limits.within("artefactShare", span.artefactShare(), 0, 1);
        findings = new Findings();
        due.clear();
        for (Metric metric : metrics) {
            Refusal refusal = asked.contains(metric) ? byRule(metric, span) : NOT_ASKED;
            if (refusal == null) {
                due.add(metric.family());
            } else {
                findings.refuse(metric, refusal);
            }
        }
        findings.put(Metric.N, nn.size());
        if (nn.size() == 0) {
            refuseRest(Reason.NO_INTERVALS);
        } else if (!areIntervals(nn)) {
            refuseRest(Reason.NOT_INTERVALS);
        } else {
            compute(nn);
        }
        return findings.report();
    }

    private @Nullable Refusal byRule(Metric metric, HrvSpan span) {
        double seconds = span.seconds();
        int size = span.nn().size();
        double coverage = span.coverage();
        double artefacts = span.artefactShare();
        if (span.rhythm() == Rhythm.IRREGULAR && !rules.toldOfIrregular(metric)) {
            return Refusal.of(Reason.IRREGULAR_RHYTHM); // First: no longer window mends it.
        }
        if (seconds < rules.leastSeconds(metric)) {
            return new Refusal(Reason.TOO_SHORT, rules.leastSeconds(metric), seconds);
        }
        if (size < rules.leastBeats(metric)) {
            return new Refusal(Reason.TOO_FEW, rules.leastBeats(metric), size);
        }
        if (size > rules.mostBeats(metric)) {
            return new Refusal(Reason.TOO_MANY, rules.mostBeats(metric), size);
        }
        if (coverage < rules.leastCoverage(metric)) {
            return new Refusal(Reason.TOO_LITTLE_COVERED, rules.leastCoverage(metric), coverage);
        }
        if (artefacts > rules.mostArtefacts(metric)) {
            return new Refusal(Reason.TOO_MANY_ARTEFACTS, rules.mostArtefacts(metric), artefacts);
        }
        return null;
    }

    private static boolean areIntervals(NnSeries nn) {
        for (int i = 0; i < nn.size(); i++) {
            double millis = nn.millis(i);
            if (!(millis > 0 && millis <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    private void refuseRest(Reason reason) {
        Refusal refusal = Refusal.of(reason);
        for (Metric metric : metrics) {
            if (metric != Metric.N) {
                findings.refuse(metric, refusal);
            }
        }
    }

    private void compute(NnSeries nn) {
        boolean isFlat = isFlat(nn);
        if (due.contains(Family.TIME)) {
            TimeFigures.find(nn, findings);
        }
        if (due.contains(Family.SORTED)) {
            findSorted(nn);
        }
        if (due.contains(Family.WELCH) || due.contains(Family.BREATHING)) {
            findWelch(nn, isFlat);
        }
        if (due.contains(Family.LOMB)) {
            findLomb(nn, isFlat);
        }
        if (due.contains(Family.ENTROPY)) {
            findEntropy(nn);
        }
        if (due.contains(Family.FRACTAL)) {
            findExponent(nn, Metric.DFA_A1, false, isFlat);
            findExponent(nn, Metric.DFA_A1_OVERLAP50, true, isFlat);
        }
    }

    private static boolean isFlat(NnSeries nn) {
        for (int i = 1; i < nn.size(); i++) {
            if (nn.millis(i) != nn.millis(0)) {
                return false;
            }
        }
        return true;
    }

    private void findSorted(NnSeries nn) {
        int size = nn.size();
        if (sorted.length < size) {
            sorted = new double[Math.max(size, sorted.length + sorted.length / 2)];
        }
        nn.copyMillis(sorted);
        Arrays.sort(sorted, 0, size);
        findings.put(Metric.MEDIAN_NN, TimeDomain.medianOfSorted(sorted, size));
        findings.put(Metric.STRESS_INDEX, StressIndex.ofSorted(sorted, size), Reason.NO_VARIATION);
    }

    private void findWelch(NnSeries nn, boolean isFlat) {
        Optional<Refusal> none = notInTime(nn, LONGEST_SECONDS);
        if (none.isEmpty() && !isFlat) {
            double gap = rules.longestGapSeconds();
            if (!welch.analyse(nn, gap, welchSpectrum)) {
                double seconds = nn.endSeconds(nn.size() - 1) - nn.endSeconds(0);
                none =
                        Optional.of(
                                seconds * Welch.RATE < 1
                                        ? new Refusal(Reason.TOO_SHORT, 1, seconds)
                                        : new Refusal(Reason.GAPS, gap, gap));
            }
        }
        if (none.isPresent()) {
            findings.refuse(ofWelch, none.get());
            findings.refuse(ofBreathing, none.get());
        } else if (isFlat) {
            SpectralFigures.WELCH.findFlat(findings);
            findings.refuse(ofBreathing, Refusal.of(Reason.NO_VARIATION));
        } else {
            SpectralFigures.WELCH.find(welchSpectrum, findings);
            findBreathing();
        }
    }

    private void findBreathing() {
        if (!due.contains(Family.BREATHING)) {
            return;
        }
        if (breathing.read(welchSpectrum)) {
            findings.put(Metric.BREATHING_RATE, breathing.perMinute());
            findings.put(Metric.BREATHING_CONFIDENCE, breathing.confidence());
        } else {
            findings.refuse(ofBreathing, Refusal.of(Reason.NO_POWER));
        }
    }

    private void findLomb(NnSeries nn, boolean isFlat) {
        Optional<Refusal> none = notInTime(nn, Lomb.LONGEST_SECONDS);
        if (none.isPresent()) {
            findings.refuse(ofLomb, none.get());
        } else if (isFlat) {
            SpectralFigures.LOMB.findFlat(findings);
        } else if (lomb.analyse(nn, lombSpectrum)) {
            SpectralFigures.LOMB.find(lombSpectrum, findings);
        } else {
            findings.refuse(ofLomb, Refusal.of(Reason.NO_FREQUENCY));
        }
    }

    /** Why {@code nn} is no function of time that a spectrum could be taken of. */
    private static Optional<Refusal> notInTime(NnSeries nn, double longest) {
        int size = nn.size();
        if (size < 2) {
            return Optional.of(new Refusal(Reason.TOO_FEW, 2, size));
        }
        for (int i = 1; i < size; i++) {
            if (!(nn.endSeconds(i) > nn.endSeconds(i - 1))) {
                return Optional.of(Refusal.of(Reason.NOT_IN_TIME));
            }
        }
        double seconds = nn.endSeconds(size - 1) - nn.endSeconds(0);
        return seconds <= longest
                ? Optional.empty()
                : Optional.of(new Refusal(Reason.TOO_LONG, longest, seconds));
    }

    private void findEntropy(NnSeries nn) {
        OptionalDouble sdnn = TimeDomain.sdnn(nn);
        if (sdnn.isEmpty()) {
            findings.refuse(Metric.SAMPEN, new Refusal(Reason.TOO_FEW, 3, nn.size()));
            return;
        }
        double tolerance = rules.entropyTolerance() * sdnn.getAsDouble();
        if (tolerance <= Double.MAX_VALUE) {
            findings.put(Metric.SAMPEN, entropy.of(nn, tolerance), Reason.NOTHING_SIMILAR);
        } else {
            findings.refuse(Metric.SAMPEN, Refusal.of(Reason.NOT_FINITE));
        }
    }

    private void findExponent(NnSeries nn, Metric metric, boolean overlapping, boolean isFlat) {
        OptionalDouble exponent =
                isFlat ? OptionalDouble.empty() : fluctuation.exponent(nn, overlapping);
        findings.put(metric, exponent, isFlat ? Reason.NO_VARIATION : Reason.NO_PAIRS);
    }
}
