package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.attune.session.LaneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * Random faults of every kind, one after the other and at once, on two straps that belong to two
 * people, through the live session as it is. {@code -Dattune.chaos.faults=500} for a long run,
 * {@code -Dattune.chaos.seed=N} for another order.
 */
@Tag("long")
class BleChaosIT {
    private static final int FAULTS = Integer.getInteger("attune.chaos.faults", 0);
    private static final long SEED = Long.getLong("attune.chaos.seed", 1);
    private static final long BUDGET_NANOS = TimeUnit.SECONDS.toNanos(28);
    private static final double LONGEST_RETURN_SECONDS = 5;

    /** Data may be 5 s old, and a notification is on its way for a while: in compressed time. */
    private static final double STALE_SECONDS = 5 + 0.2 * ChaosSession.PACE;

    private final Random random = new Random(SEED);
    private final List<ChaosTruth.Stall> stalls = new ArrayList<>();
    private final Map<ChaosFault, List<Double>> returns = new EnumMap<>(ChaosFault.class);
    private final List<String> history = new ArrayList<>();
    private final List<String> late = new ArrayList<>();

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void throughEveryFaultNoBeatIsInventedNoneChangesHandsAndNothingStaleIsShown()
            throws IOException, InterruptedException {
        try (ChaosSession session = new ChaosSession(SEED)) {
            for (LaneId lane : ChaosSession.LANES) {
                awaitBeats(session, lane, session.startedAt);
            }
            TimeUnit.SECONDS.sleep(5);
            long began = System.nanoTime();
            int faults = 0;
            while (FAULTS > 0 ? faults < FAULTS : System.nanoTime() - began < BUDGET_NANOS) {
                faults += strike(session);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            }
            report(session, faults, (System.nanoTime() - began) / 1e9);
        }
    }

    /** One fault, or one for each strap at once; how many there were. */
    private int strike(ChaosSession session) throws InterruptedException {
        List<ChaosFault> faults = new ArrayList<>();
        List<LaneId> lanes = new ArrayList<>(ChaosSession.LANES);
        Collections.shuffle(lanes, random);
        faults.add(pick(random.nextInt(5) == 0));
        if (!faults.get(0).befallsAll() && random.nextInt(3) == 0) {
            faults.add(pick(false));
        }
        long from = System.nanoTime();
        history.add((from - session.startedAt) / 1e9 + " s: " + faults + " to " + lanes);
        for (int i = 0; i < faults.size(); i++) {
            faults.get(i).begin(session, strapOf(lanes.get(i)), random);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(random.nextInt(4) == 0 ? 2_500 : 400));
        for (int i = 0; i < faults.size(); i++) {
            faults.get(i).end(session, strapOf(lanes.get(i)));
        }
        long able = System.nanoTime();
        if (faults.get(0).delays()) {
            stalls.add(new ChaosTruth.Stall(from, able));
        }
        for (int i = 0; i < lanes.size(); i++) {
            double seconds = awaitBeats(session, lanes.get(i), able);
            ChaosFault fault = faults.get(Math.min(i, faults.size() - 1));
            returns.computeIfAbsent(fault, unused -> new ArrayList<>()).add(seconds);
            if (seconds > LONGEST_RETURN_SECONDS) {
                late.add(fault + ": " + seconds + " s");
            }
        }
        return faults.size();
    }

    private ChaosFault pick(boolean forAll) {
        List<ChaosFault> some = new ArrayList<>(List.of(ChaosFault.values()));
        some.removeIf(fault -> fault.befallsAll() != forAll);
        return some.get(random.nextInt(some.size()));
    }

    private static String strapOf(LaneId lane) {
        return ChaosSession.numberOf(lane) + ":";
    }

    /** Seconds until beats were heard again. */
    private double awaitBeats(ChaosSession session, LaneId lane, long able)
            throws InterruptedException {
        while (session.newestBeats(lane) <= able) {
            double waited = (System.nanoTime() - able) / 1e9;
            assertThat(waited).as("seed %d: beats of %s", SEED, lane).isLessThan(40);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return (session.newestBeats(lane) - able) / 1e9;
    }

    private void report(ChaosSession session, int faults, double seconds) {
        List<Double> all = new ArrayList<>();
        returns.values().forEach(all::addAll);
        Collections.sort(all);
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "chaos: seed %d, %d faults in %.0f s; beats back after %.2f s (median),"
                                + " %.2f s (95 %%), %.2f s (longest)%n",
                        SEED,
                        faults,
                        seconds,
                        all.get(all.size() / 2),
                        all.get(all.size() * 95 / 100),
                        all.get(all.size() - 1)));
        returns.forEach(
                (fault, list) ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "  %-28s %3d  longest %.2f s%n",
                                        fault,
                                        list.size(),
                                        Collections.max(list))));
        List<ChaosTruth.Figures> figures = new ArrayList<>();
        for (LaneId lane : ChaosSession.LANES) {
            figures.add(new ChaosTruth(session, lane, stalls).figures());
            text.append("  ").append(lane).append(": ").append(figures.get(figures.size() - 1));
            text.append(System.lineSeparator());
        }
        System.out.print(text);
        for (ChaosTruth.Figures each : figures) {
            if (!each.invented().isEmpty() || !each.falseNeighbours().isEmpty()) {
                history.forEach(System.out::println);
            }
        }
        assertThat(late).as("seed %d: back later than 5 s", SEED).isEmpty();
        for (ChaosTruth.Figures each : figures) {
            assertThat(each.others()).as("seed %d: of the other person", SEED).isEmpty();
            assertThat(each.invented()).as("seed %d: never sent", SEED).isEmpty();
            assertThat(each.falseNeighbours()).as("seed %d: no neighbours", SEED).isEmpty();
            assertThat(each.unseenLosses()).hasSizeLessThan(3 + faults / 25);
            assertThat(each.stalest()).as("seed %d: stale", SEED).isLessThan(STALE_SECONDS);
            assertThat(each.shown()).as("seed %d: shown at all", SEED).isGreaterThan(30);
        }
    }
}
