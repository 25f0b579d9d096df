package org.attune.review;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.regulation.Background;
import org.attune.regulation.Baseline;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.review.SecondTable.Column;
import org.attune.sensor.SensorDescription;
import org.attune.session.LaneId;
import org.attune.session.Role;
import org.attune.signal.CueFate;
import org.attune.signal.Pace;

/**
 * One person's session laid out in time: what was heard, what was concluded, and what became of it.
 * What was withheld live is withheld here: where the state was Unknown there is a hole.
 *
 * <p>Series on the grid have an entry for each session second: entry {@code i} tells of second
 * {@code i}, and a state at second {@code i} stands for the second that ends there. Immutable; any
 * thread.
 */
public final class Timeline {
    private final LaneId lane;
    private final Background background;
    private final Optional<SensorDescription> sensor;
    private final Beats beats;
    private final SecondTable table;
    private final Marks marks;
    private final double endSeconds;
    private final Series liveRate;
    private final Series rate;
    private final CentredVariation variation;
    private final Series movement;
    private final Series level;
    private final Series bandCentre;
    private final Stretches stretches;

    Timeline(
            LaneId lane,
            Background background,
            Optional<SensorDescription> sensor,
            Beats beats,
            SecondTable table,
            Marks marks,
            double endSeconds) {
        this.lane = lane;
        this.background = background;
        this.sensor = sensor;
        this.beats = beats;
        this.table = table;
        this.marks = marks;
        this.endSeconds = endSeconds;
        liveRate = Series.sharingGrid(table.column(Column.RATE));
        rate = Series.sharingGrid(CentredAverage.of(beats, table));
        variation = CentredVariation.of(table);
        movement = Series.sharingGrid(table.column(Column.MOVEMENT));
        level = Series.sharingGrid(table.column(Column.LEVEL));
        bandCentre = Series.sharingGrid(table.column(Column.CENTRE));
        stretches = Stretches.of(table);
    }

    /** Why there was nothing, for a stretch: the reason that held longest. */
    public record Gap(Optional<Reason> because, boolean beginning) {
        /** In plain words. */
        public String toWords() {
            return because.map(Reason::toWords).orElse("not recorded");
        }
    }

    /** What became of the cue that was due: given, or held back, and how. */
    public record Cue(Pace pace, CueFate fate) {
        public boolean isGiven() {
            return fate == CueFate.GIVEN;
        }
    }

    /** What lowers confidence in what is shown. */
    public enum Badge {
        /** The heart follows the body. */
        MOVING,
        /** It is coming down from movement. */
        AFTER_EXERTION,
        /** Breathing is uneven for long, as in speech: a guess. */
        TALKING
    }

    /** How far variability can be relied upon. */
    public enum Doubt {
        SURE,
        /** Beats are missing, or many are artefacts. */
        UNCERTAIN,
        /** Perhaps talking: read with care. */
        TALKING
    }

    /**
     * The range a second was judged against.
     *
     * @param centreBpm its middle, bpm
     * @param stepBpm one step of the personal scale, bpm
     * @param origin where it comes from
     */
    public record Band(double centreBpm, double stepBpm, Baseline.Origin origin) {
        /**
         * How far the usual range reaches on either side, in steps; live display and review alike.
         */
        public static final double USUAL_STEPS = 1.5;

        public double lowerBpm() {
            return centreBpm - USUAL_STEPS * stepBpm;
        }

        public double upperBpm() {
            return upperBpm(centreBpm, stepBpm);
        }

        private static double upperBpm(double centreBpm, double stepBpm) {
            return centreBpm + USUAL_STEPS * stepBpm;
        }
    }

    public LaneId lane() {
        return lane;
    }

    /** Whether it is the therapist's own: hidden until they show it, part of no client's file. */
    public boolean isPrivate() {
        return lane.role() == Role.THERAPIST;
    }

    /** What was known of the person before; {@link Background#NONE} if nothing was. */
    public Background background() {
        return background;
    }

    /** The sensor that spoke last. */
    public Optional<SensorDescription> sensor() {
        return sensor;
    }

    /** The last second concluded upon; 0 if there was none. */
    public int lastSecond() {
        return table.size() - 1;
    }

    /** When the session's last moment was, session seconds. */
    public double endSeconds() {
        return endSeconds;
    }

    /** Every reported interval, judged. */
    public Beats beats() {
        return beats;
    }

    /** The therapist's marks, the same for all lanes. */
    public Marks marks() {
        return marks;
    }

    /** Heart rate as it was shown live, bpm: the mean of {@link #rateWindowSeconds} before. */
    public Series liveRate() {
        return liveRate;
    }

    /** Heart rate by hindsight, bpm: the mean of as many seconds around the instant. */
    public Series rate() {
        return rate;
    }

    /** Length of what {@link #rate} and {@link #liveRate} average, seconds; 0 without any. */
    public double rateWindowSeconds() {
        return table.rateWindowSeconds();
    }

    /**
     * ln RMSSD (RMSSD in ms) of the window of variability around the instant; at the edges of what
     * is known a hole, since its window would reach beyond.
     */
    public Series variation() {
        return variation.shown();
    }

    /** Half the width of the doubt about {@link #variation} at a second, in ln units. */
    public OptionalDouble variationDoubt(int second) {
        return variation.doubtWidth(second);
    }

    /** How far {@link #variation} can be relied upon at a second; empty where it is a hole. */
    public Optional<Doubt> doubt(int second) {
        return variation.doubt(second);
    }

    /** Movement, thousandths of g; a hole where nothing is known of it. */
    public Series movement() {
        return movement;
    }

    /** The score of arousal in steps of the personal scale, as it was concluded live. */
    public Series level() {
        return level;
    }

    /** Middle of the range judged against, bpm; it may follow the person. Held across gaps. */
    public Series bandCentre() {
        return bandCentre;
    }

    /** The range at a second; empty before it was known. */
    public Optional<Band> band(int second) {
        return bandCentre.at(second).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Band(
                                bandCentre.value(second),
                                table.value(Column.SCALE, second),
                                table.origin(second)));
    }

    /** How far the rate lies over the range at a second, bpm; {@code NaN} where not known. */
    double overBpm(int second) {
        return rate.value(second) - upperBpm(second);
    }

    /** Upper edge of the range at a second, bpm; {@code NaN} before it was known. */
    public double upperBpm(int second) {
        return second >= 0 && second < bandCentre.size()
                ? Band.upperBpm(bandCentre.value(second), table.value(Column.SCALE, second))
                : Double.NaN;
    }

    /** Version of the band of earlier sessions this one was judged by or drawn towards. */
    public Optional<Integer> bandVersion() {
        boolean used =
                band(lastSecond()).filter(b -> b.origin() != Baseline.Origin.TODAY).isPresent();
        return background.band().filter(each -> used).map(each -> each.version());
    }

    /** The state at a second; Unknown where nothing was recorded. */
    public RegulationState state(int second) {
        return table.state(second);
    }

    /** Whether arousal stood raised at a second: the condition of the cue. */
    public boolean isRaised(int second) {
        return table.isRecorded(second) && table.isRaised(second);
    }

    /** Confidence in a second's conclusion, 0 to 1; empty where nothing was recorded. */
    public OptionalDouble confidence(int second) {
        return column(Column.CONFIDENCE, second);
    }

    /** Share of the quality window that normal intervals fill at a second, 0 to 1. */
    public OptionalDouble coverage(int second) {
        return column(Column.COVERAGE, second);
    }

    private OptionalDouble column(Column column, int second) {
        return table.isRecorded(second)
                ? OptionalDouble.of(table.value(column, second))
                : OptionalDouble.empty();
    }

    /** Why the state was what it was at a second, as it was said then; in order of weight. */
    public List<Reason> why(int second) {
        return table.isRecorded(second) ? table.reasons(second) : List.of();
    }

    /** The states as stretches, without a break from the first second recorded to the last. */
    public Spans<RegulationState> states() {
        return stretches.states();
    }

    /** Where nothing is known, and why. */
    public Spans<Gap> gaps() {
        return stretches.gaps();
    }

    /**
     * Where the first beat was heard, session seconds; empty without any. What lies before it is
     * silence; what lies after it without a state was heard, and not judged yet.
     */
    public OptionalDouble firstHeardSecond() {
        return beats.size() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, beats.second(0) - beats.rrMillis(0) / 1000));
    }

    /** Where movement or speech is to be thought of; one at a time, movement first. */
    public Spans<Badge> badges() {
        return stretches.badges();
    }

    /** What became of the cues that were due. */
    public Spans<Cue> cues() {
        return stretches.cues();
    }

    /** Time in each state, usable share, cues given, longest High. */
    public Summary summary() {
        return stretches.summary(lane, table);
    }
}
