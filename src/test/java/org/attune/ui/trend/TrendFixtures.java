package org.attune.ui.trend;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.attune.review.trend.PartFigures;
import org.attune.review.trend.TrendRules;
import org.attune.review.trend.TrendSession;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.session.SessionId;

/** Invented sessions of one person: the window cares for their figures only. */
public final class TrendFixtures {
    private static final Instant FIRST = Instant.parse("2026-09-03T09:00:00Z");

    private TrendFixtures() {}

    static Session session(int week) {
        return new Session(
                new SessionId("s-" + week),
                List.of(new Participant(LaneId.CLIENT, new ClientCode("K-07"))),
                FIRST.plus(7L * week, ChronoUnit.DAYS),
                "f",
                "6");
    }

    private static PartFigures part(double seconds, double bpm, Random random) {
        return new PartFigures(
                seconds,
                seconds * 0.94,
                seconds * 0.9,
                OptionalDouble.of(bpm + random.nextGaussian()),
                seconds * 0.9,
                OptionalDouble.of(4.6 - bpm / 50 + 0.05 * random.nextGaussian()),
                seconds
                        * Math.min(
                                0.8, Math.max(0, (bpm - 68) / 30 + 0.04 * random.nextGaussian())),
                seconds * Math.max(0, (bpm - 76) / 60 + 0.02 * random.nextGaussian()));
    }

    static TrendSession figures(
            int week, double bpm, SourceClass source, int band, boolean marked) {
        Random random = new Random(97L * week);
        Map<Phase, PartFigures> phases = new EnumMap<>(Phase.class);
        if (marked) {
            phases.put(Phase.ARRIVE, part(400, bpm - 1, random));
            phases.put(Phase.WORK, part(1900, bpm + 5, random));
            phases.put(Phase.SETTLE, part(600, bpm - 3, random));
        }
        return new TrendSession(
                session(week),
                new TrendSession.Judging(week == 1 ? "now" : "f", "6"),
                week == 8,
                Optional.of(source),
                week < 2 ? Set.of(ClientFlag.BETA_BLOCKER) : Set.of(),
                band == 0 ? OptionalInt.empty() : OptionalInt.of(band),
                part(3000, bpm, random),
                phases,
                week % 4 == 2 ? OptionalDouble.empty() : OptionalDouble.of(100 - week * 2.5));
    }

    /** Twelve weeks or more: a medicine ended, two by pulse, one without phases, a last one up. */
    public static List<TrendSession> year(int weeks) {
        List<TrendSession> all = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            boolean pulse = week == 4 || week == 5 || (week > 13 && week % 5 == 0);
            double bpm = week == weeks - 1 ? 81 : 71 + 2 * Math.sin(week * 1.3);
            all.add(
                    figures(
                            week,
                            bpm,
                            pulse ? SourceClass.OPTICAL : SourceClass.ECG,
                            week < 3 ? 0 : week < 8 ? 1 : 2,
                            week != 7));
        }
        return all;
    }

    /** All of it there at once. */
    public static TrendQuestions asked(List<TrendSession> all) {
        return new TrendQuestions() {
            @Override
            public Start begin() {
                return start(all, all.size());
            }

            @Override
            public void workOut(Consumer<TrendSession> found) {
                // Nothing is missing.
            }
        };
    }

    static TrendQuestions.Start start(List<TrendSession> all, int known) {
        return new TrendQuestions.Start(
                "K-07",
                all.stream().map(TrendSession::session).toList(),
                all.subList(all.size() - known, all.size()),
                all.size() > 6 ? Set.of(session(6).id()) : Set.of(),
                TrendRules.DEFAULT);
    }
}
