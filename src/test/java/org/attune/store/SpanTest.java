package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

final class SpanTest {
    private static final Span SPAN = new Span(SessionTime.ofSeconds(60), SessionTime.ofSeconds(70));

    private static Moment heard(SensorEvent event) {
        return new Moment.Heard(LaneId.CLIENT, event);
    }

    private static Moment interval(double at, long millis) {
        return heard(
                new SensorEvent.RrReceived(
                        SessionTime.ofSeconds(at), List.of(new RrInterval(millis * 1_000_000))));
    }

    @Test
    void anIntervalBelongsToTheSpanWhenAnyOfItCanLieInside() {
        assertThat(SPAN.holds(interval(59.9, 800))).isFalse();
        assertThat(SPAN.holds(interval(60, 800))).isTrue();
        assertThat(SPAN.holds(interval(72.7, 800))).as("it may have come late").isTrue();
        assertThat(SPAN.holds(interval(72.9, 800))).isFalse();
    }

    @Test
    void aPieceOfRawCurveReachesBackAsFarAsItsSamplesDo() {
        List<Integer> curve = Collections.nCopies(650, 120);
        assertThat(
                        SPAN.holds(
                                heard(
                                        new SensorEvent.EcgReceived(
                                                SessionTime.ofSeconds(76.9), 0, 130, curve))))
                .isTrue();
        assertThat(
                        SPAN.holds(
                                heard(
                                        new SensorEvent.EcgReceived(
                                                SessionTime.ofSeconds(77.1), 0, 130, curve))))
                .isFalse();
    }

    @Test
    void theNameOfTheSensorAndTheEndOfTheSessionStay() {
        SessionTime inside = SessionTime.ofSeconds(65);
        SensorDescription strap =
                new SensorDescription("strap", "ble:AA:BB", SourceClass.ECG, Set.of());
        assertThat(SPAN.holds(heard(new SensorEvent.Linked(inside, strap)))).isFalse();
        assertThat(SPAN.holds(new Moment.Ended(inside))).isFalse();
        assertThat(SPAN.holds(heard(new SensorEvent.BatteryReported(inside, 50)))).isTrue();
        assertThat(SPAN.holds(new Moment.Faulted(inside, "bug"))).isTrue();
    }

    @Test
    void aSpanDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new Span(SessionTime.ofSeconds(2), SessionTime.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
