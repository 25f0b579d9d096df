package org.attune.hrv;

import org.attune.hrv.Refusal.Reason;

/** What is read from a spectrum, under the names of the method it was found by. */
record SpectralFigures(
        Metric vlf,
        Metric lf,
        Metric hf,
        Metric ratio,
        Metric lfNormalised,
        Metric hfNormalised,
        Metric lfPeak,
        Metric hfPeak,
        Metric total) {
    static final SpectralFigures WELCH =
            new SpectralFigures(
                    Metric.WELCH_VLF,
                    Metric.WELCH_LF,
                    Metric.WELCH_HF,
                    Metric.WELCH_LF_HF,
                    Metric.WELCH_LF_NU,
                    Metric.WELCH_HF_NU,
                    Metric.WELCH_LF_PEAK,
                    Metric.WELCH_HF_PEAK,
                    Metric.WELCH_TOTAL);
    static final SpectralFigures LOMB =
            new SpectralFigures(
                    Metric.LOMB_VLF,
                    Metric.LOMB_LF,
                    Metric.LOMB_HF,
                    Metric.LOMB_LF_HF,
                    Metric.LOMB_LF_NU,
                    Metric.LOMB_HF_NU,
                    Metric.LOMB_LF_PEAK,
                    Metric.LOMB_HF_PEAK,
                    Metric.LOMB_TOTAL);

    void find(Spectrum spectrum, Findings findings) {
        power(spectrum, vlf, Spectrum.VLF, Spectrum.LF, findings);
        power(spectrum, total, Spectrum.VLF, Spectrum.END, findings);
        double low = power(spectrum, lf, Spectrum.LF, Spectrum.HF, findings);
        double high = power(spectrum, hf, Spectrum.HF, Spectrum.END, findings);
        peak(spectrum, lfPeak, Spectrum.LF, Spectrum.HF, findings);
        peak(spectrum, hfPeak, Spectrum.HF, Spectrum.END, findings);
        quotient(ratio, low, high, 1, findings);
        quotient(lfNormalised, low, low + high, 100, findings);
        quotient(hfNormalised, high, low + high, 100, findings);
    }

    /** What is known when all intervals are alike: there is no power, and nothing of it. */
    void findFlat(Findings findings) {
        findings.put(vlf, 0);
        findings.put(lf, 0);
        findings.put(hf, 0);
        findings.put(total, 0);
        findings.refuse(ratio, Reason.NO_VARIATION);
        findings.refuse(lfNormalised, Reason.NO_VARIATION);
        findings.refuse(hfNormalised, Reason.NO_VARIATION);
        findings.refuse(lfPeak, Reason.NO_VARIATION);
        findings.refuse(hfPeak, Reason.NO_VARIATION);
    }

    private static double power(
            Spectrum spectrum, Metric metric, double low, double high, Findings findings) {
        double power = spectrum.power(low, high);
        if (spectrum.reaches(low, high)) {
            findings.put(metric, power);
        } else {
            findings.refuse(metric, Reason.NO_FREQUENCY);
        }
        return power;
    }

    private static void peak(
            Spectrum spectrum, Metric metric, double low, double high, Findings findings) {
        if (!spectrum.reaches(low, high)) {
            findings.refuse(metric, Reason.NO_FREQUENCY);
        } else if (spectrum.power(low, high) > 0) {
            findings.put(metric, spectrum.peak(low, high) * spectrum.step());
        } else {
            findings.refuse(metric, Reason.NO_POWER);
        }
    }

    private static void quotient(
            Metric metric, double part, double of, double factor, Findings findings) {
        if (of > 0) {
            findings.put(metric, factor * part / of);
        } else {
            findings.refuse(metric, Reason.NO_POWER);
        }
    }
}
