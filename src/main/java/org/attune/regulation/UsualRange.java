package org.attune.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.regulation.Baseline.Origin;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionTime;

/**
 * The range a session is judged against: learned today and drawn towards earlier sessions, or that
 * of earlier sessions at once; from then on following the person, slowly.
 *
 * <p>Why it is drawn: the first minutes of a session are not rest. People arrive anxious, and what
 * is measured once lies further out than it will the next time (regression to the mean). How far it
 * is drawn grows with the number of sessions, and is never more than the setting says.
 *
 * <p>Confined to the pipeline thread.
 */
final class UsualRange {
    /** Sessions at which half of the setting's share is reached. */
    private static final double HALF_WAY_SESSIONS = 3;

    private final BaselineRules rules;
    private final BaselineLearner learner;
    private final SlowAnchor anchor;
    private Background background = Background.NONE;
    private boolean earlierFalsified;
    private boolean earlierUnusable;
    private Optional<Baseline> learned = Optional.empty();

    UsualRange(RegulationRules rules, Optional<Calibration> calibration) {
        this.rules = rules.baseline();
        this.learner = new BaselineLearner(rules.baseline(), calibration);
        this.anchor = new SlowAnchor(rules.anchor());
    }

    void prepare(Background known, boolean bandFalsified) {
        background = known;
        earlierFalsified = bandFalsified;
    }

    /** The sensor speaks. */
    void heard(SessionTime now) {
        learner.heard(now);
    }

    boolean isKnown() {
        return learned.isPresent();
    }

    /** What was learned, before it followed the person. */
    Optional<Baseline> learned() {
        return learned;
    }

    /** Share of the learning that is done, 0 to 1. */
    double progress(SessionTime now) {
        return learner.progress(now);
    }

    /**
     * One second of a firm level at rest, while nothing is known yet.
     *
     * @param bpm the level
     * @param rate the rate itself, where it is known
     */
    void learn(
            SessionTime now,
            double bpm,
            OptionalDouble rate,
            OptionalDouble lnRmssd,
            SourceClass source) {
        Optional<PersonalBand> band = band(source);
        if (background.reference() == Background.Reference.EARLIER && band.isPresent()) {
            learned = Optional.of(earlier(band.get(), now));
        } else {
            learned =
                    learner.learn(now, bpm, rate, lnRmssd)
                            .map(today -> band.map(each -> drawn(today, each)).orElse(today));
        }
        learned.ifPresent(range -> anchor.begin(range.centreBpm()));
    }

    /** The band, if it says anything to this source. */
    private Optional<PersonalBand> band(SourceClass source) {
        Optional<PersonalBand> usable =
                background
                        .band()
                        .filter(each -> !earlierFalsified)
                        .filter(each -> each.source() == source);
        earlierUnusable = background.band().isPresent() && usable.isEmpty();
        return usable;
    }

    /**
     * Nothing was learned today, so a step spans what differs within a session and between days.
     */
    private static Baseline earlier(PersonalBand band, SessionTime now) {
        double within = band.scaleBpm();
        double between = band.betweenBpm();
        return new Baseline(
                band.centreBpm(),
                Math.sqrt(within * within + between * between),
                band.lnRmssd(),
                OptionalDouble.empty(),
                Origin.EARLIER,
                now,
                now);
    }

    private Baseline drawn(Baseline today, PersonalBand band) {
        double share =
                rules.earlierShare() * band.sessions() / (band.sessions() + HALF_WAY_SESSIONS);
        double centre = today.centreBpm() + share * (band.centreBpm() - today.centreBpm());
        double scale = today.scaleBpm() + share * (band.scaleBpm() - today.scaleBpm());
        return new Baseline(
                centre,
                scale,
                today.lnRmssd(),
                today.spreadBpm(),
                share > 0 ? Origin.BLENDED : Origin.TODAY,
                today.from(),
                today.to());
    }

    /** One second of a firm level, of a person who does not move. */
    void follow(double bpm) {
        anchor.follow(bpm);
    }

    /** The range as it stands now; once it is known. */
    Baseline now() {
        return learned.orElseThrow().movedTo(anchor.centreBpm());
    }

    /** Where it comes from, if not from today alone. */
    List<Reason> notes() {
        List<Reason> notes = new ArrayList<>();
        int sessions = background.band().map(PersonalBand::sessions).orElse(0);
        learned.map(Baseline::origin)
                .ifPresent(
                        origin -> {
                            if (origin == Origin.EARLIER) {
                                notes.add(new Reason(Reason.Code.EARLIER_SESSIONS, sessions));
                            } else if (origin == Origin.BLENDED) {
                                notes.add(new Reason(Reason.Code.DRAWN_TO_EARLIER, sessions));
                            }
                        });
        if (earlierUnusable) {
            notes.add(Reason.of(Reason.Code.EARLIER_UNUSABLE));
        }
        return notes;
    }
}
