package org.attune.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.regulation.Reason;
import org.attune.sensor.Capability;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.testkit.Golden;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

/**
 * The version stands in every recording, page and export, and decides whether figures are found
 * anew: it must change whenever equal input is judged otherwise.
 */
class PipelineVersionTest {
    private static final List<String> HEARTS =
            List.of("nsr2db-nsr001-first2h", "nsr2db-009", "rhenan-rest", "pyhrv-long");

    @Test
    void equalInputIsJudgedAsThisVersionJudgesIt() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String heart : HEARTS) {
            double[] millis = Golden.intervalsMillis(heart);
            for (SourceClass source :
                    List.of(SourceClass.ECG, SourceClass.OPTICAL, SourceClass.UNKNOWN)) {
                judge(digest, source, millis);
                judge(digest, source, faulty(millis));
            }
            judge(digest, SourceClass.HEART_RATE_ONLY, millis);
        }
        String found = HexFormat.of().formatHex(digest.digest());

        assertThat(Golden.rows("pipeline-versions.csv"))
                .as(
                        "raise SessionPipeline.VERSION, and write under it what it concludes: %s",
                        found)
                .contains(new String[] {SessionPipeline.VERSION, found});
    }

    @Test
    void theEstimatorIsNotNewerThanThePipelineItWorksIn() {
        int estimator = Integer.parseInt(PersonalBandEstimator.ID.replaceAll(".*/", ""));
        assertThat(Integer.parseInt(SessionPipeline.VERSION)).isGreaterThanOrEqualTo(estimator);
    }

    /** Every fifth minute chance, a minute later premature beats. */
    private static double[] faulty(double[] millis) {
        Random random = new Random(7);
        double[] spoilt = millis.clone();
        for (int i = 300; i < spoilt.length; i++) {
            if (i % 300 < 40) {
                spoilt[i] = 500 + random.nextInt(350);
            } else if (i % 300 > 120 && i % 300 < 150 && i % 3 == 0) {
                spoilt[i] = Math.rint(spoilt[i] * 0.6);
            }
        }
        return spoilt;
    }

    private static void judge(MessageDigest digest, SourceClass source, double[] millis) {
        SessionPipeline pipeline = SessionHarness.pipeline(PipelineSettings.DEFAULT, LaneId.CLIENT);
        boolean rates = source == SourceClass.HEART_RATE_ONLY;
        Set<Capability> told = Set.of(rates ? Capability.HEART_RATE : Capability.RR);
        SensorDescription sensor = new SensorDescription("golden", "test:", source, told);
        List<Moment> moments = new ArrayList<>();
        moments.addAll(
                pipeline.accept(LaneId.CLIENT, new SensorEvent.Linked(SessionTime.ZERO, sensor)));
        double lived = 0;
        for (double each : millis) {
            lived += each / 1000;
            SessionTime at = SessionTime.ofSeconds(lived);
            SensorEvent event =
                    rates
                            ? new SensorEvent.HeartRateReceived(
                                    at, Math.min(240, Math.rint(60_000 / each)))
                            : new SensorEvent.RrReceived(at, List.of(RrInterval.ofMillis(each)));
            moments.addAll(pipeline.accept(LaneId.CLIENT, event));
        }
        moments.addAll(pipeline.end(SessionTime.ofSeconds(Math.ceil(lived))));
        for (Moment moment : moments) {
            if (moment instanceof Moment.Concluded concluded) {
                digest.update(told(concluded).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String told(Moment.Concluded moment) {
        ArousalEstimate estimate = moment.estimate();
        StringBuilder told = new StringBuilder();
        told.append(estimate.state()).append(estimate.raised());
        told.append(Double.toHexString(estimate.level().orElse(Double.NaN)));
        told.append(Double.toHexString(estimate.confidence()));
        for (Reason reason : estimate.reasons()) {
            told.append(reason.code()).append(Double.toHexString(reason.value()));
        }
        told.append(moment.signal());
        told.append(moment.reading().heartRateBpm()).append(moment.reading().quality());
        return told.append('\n').toString();
    }
}
