package org.attune.review;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.attune.Limits;
import org.attune.hrv.HrvReading;
import org.attune.hrv.HrvWindow;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Baseline;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.signal.CueFate;
import org.attune.signal.Pace;
import org.attune.signal.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What was concluded, in columns: entry {@code i} belongs to session second {@code i}; entry 0, and
 * seconds nothing was recorded of, are empty. Values are withheld where the state is Unknown.
 */
final class SecondTable {
    /** Eleven days: no session is longer, and a damaged time must not ask for all memory. */
    private static final int MOST_SECONDS = 1_000_000;

    private static final int LEAST_LENGTH = 4096;

    /** Columns of figures; empty entries are {@code NaN}. */
    enum Column {
        RATE,
        LN_RMSSD,
        DOUBT,
        MOVEMENT,
        LEVEL,
        CONFIDENCE,
        COVERAGE,
        CENTRE,
        SCALE
    }

    private final double[][] columns = new double[Column.values().length][];
    private @Nullable RegulationState[] states;
    private @Nullable CueFate[] fates;
    private @Nullable Pace[] paces;
    private Baseline.@Nullable Origin[] origins;
    private boolean[] care;
    private boolean[] raised;
    private final ReasonTable because;
    private final boolean later;
    private int offset;
    private boolean disordered;
    private int size = 1;
    private @Nullable HrvReading newest; // set each second: an Optional would be made anew

    /**
     * @param later whether it reads a piece of a log that is not the first: its entries begin at
     *     the first second it is told of, until it is appended
     * @param seconds to make room for; more than these may come
     */
    SecondTable(boolean later, int seconds) {
        this.later = later;
        int length = Math.max(LEAST_LENGTH, Math.min(seconds, MOST_SECONDS) + 1);
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new double[length];
            Arrays.fill(columns[i], Double.NaN);
        }
        states = new RegulationState[length];
        fates = new CueFate[length];
        paces = new Pace[length];
        origins = new Baseline.Origin[length];
        care = new boolean[length];
        raised = new boolean[length];
        because = new ReasonTable(length);
    }

    void add(Moment.Concluded moment, double movement) {
        int second = second(moment);
        if (newest == null && later) {
            offset = second;
        }
        int slot = second - offset;
        if (slot < 0) {
            disordered = true;
            return;
        }
        size = Math.max(size, slot + 1);
        if (size > states.length) {
            resize(Math.max(size, 2 * states.length));
        }
        ArousalEstimate estimate = moment.estimate();
        boolean known = estimate.state() != RegulationState.UNKNOWN;
        states[slot] = estimate.state();
        raised[slot] = estimate.raised();
        put(Column.MOVEMENT, slot, movement);
        put(Column.CONFIDENCE, slot, estimate.confidence());
        put(Column.COVERAGE, slot, moment.reading().quality().coverage());
        put(Column.LEVEL, slot, estimate.level().orElse(Double.NaN));
        if (known) {
            put(Column.RATE, slot, moment.reading().heartRateBpm().orElse(Double.NaN));
            variability(slot, moment.reading().variability());
        }
        newest = moment.reading();
        band(slot, estimate);
        signal(slot, moment.signal());
        because.put(slot, estimate.reasons());
    }

    private static int second(Moment.Concluded moment) {
        long second = moment.at().nanos() / SessionPipeline.GRID_NANOS;
        return Limits.within("second", (int) Math.min(second, Integer.MAX_VALUE), 0, MOST_SECONDS);
    }

    /** Movement of a second that is known otherwise than it was added. */
    void move(Moment.Concluded moment, double movement) {
        int slot = second(moment) - offset;
        if (slot >= 0) {
            put(Column.MOVEMENT, slot, movement);
        }
    }

    /** Goes on with the seconds of {@code behind}; false where they do not lie behind. */
    boolean append(SecondTable behind) {
        if (behind.newest == null) {
            return true;
        }
        int from = behind.offset;
        int count = behind.size;
        if (behind.disordered || from < size) {
            return false;
        }
        resize(Math.max(states.length, from + count));
        for (int i = 0; i < columns.length; i++) {
            System.arraycopy(behind.columns[i], 0, columns[i], from, count);
        }
        System.arraycopy(behind.states, 0, states, from, count);
        System.arraycopy(behind.fates, 0, fates, from, count);
        System.arraycopy(behind.paces, 0, paces, from, count);
        System.arraycopy(behind.origins, 0, origins, from, count);
        System.arraycopy(behind.care, 0, care, from, count);
        System.arraycopy(behind.raised, 0, raised, from, count);
        because.append(behind.because, from, count);
        size = from + count;
        newest = behind.newest;
        return true;
    }

    private static double seconds(HrvWindow window) {
        return (window.to().nanos() - window.from().nanos()) / 1e9;
    }

    private void variability(int slot, HrvWindow window) {
        OptionalDouble ln = window.features().lnRmssd();
        if (ln.isPresent() && VariationDoubt.mayBeShown(window)) {
            put(Column.LN_RMSSD, slot, ln.getAsDouble());
            put(Column.DOUBT, slot, VariationDoubt.halfWidth(window));
            care[slot] = VariationDoubt.needsCare(window);
        }
    }

    /** The range follows the person while judged; it is not known while learning. */
    private void band(int slot, ArousalEstimate estimate) {
        if (estimate.level().isPresent() && estimate.baseline().isPresent()) {
            Baseline band = estimate.baseline().get();
            put(Column.CENTRE, slot, band.centreBpm());
            put(Column.SCALE, slot, band.scaleBpm());
            origins[slot] = band.origin();
        }
    }

    private void signal(int slot, Signal signal) {
        if (signal instanceof Signal.Shown shown) {
            fates[slot] = shown.cueFate();
            paces[slot] = shown.pace();
        }
    }

    private void put(Column column, int slot, double value) {
        column(column)[slot] = value;
    }

    private void resize(int length) {
        int before = states.length;
        if (length == before) {
            return;
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(columns[i], length);
            if (length > before) {
                Arrays.fill(columns[i], before, length, Double.NaN);
            }
        }
        states = Arrays.copyOf(states, length);
        fates = Arrays.copyOf(fates, length);
        paces = Arrays.copyOf(paces, length);
        origins = Arrays.copyOf(origins, length);
        care = Arrays.copyOf(care, length);
        raised = Arrays.copyOf(raised, length);
        because.resize(length);
    }

    /** Gives back what was reserved and not used; the last band holds across what is not known. */
    void trim() {
        resize(size);
        double[] centre = column(Column.CENTRE);
        double[] scale = column(Column.SCALE);
        for (int i = 1; i < size; i++) {
            if (Double.isNaN(centre[i])) {
                centre[i] = centre[i - 1];
                scale[i] = scale[i - 1];
                origins[i] = origins[i - 1];
            }
        }
    }

    /** Seconds, second 0 included. */
    int size() {
        return size;
    }

    /** A column itself; nobody changes it after {@link #trim}. */
    @SuppressWarnings("EnumOrdinal") // asked a million times for a day; a map would be half of it
    double[] column(Column column) {
        return columns[column.ordinal()];
    }

    double value(Column column, int second) {
        return column(column)[second];
    }

    boolean isRecorded(int second) {
        return second > 0 && second < size && states[second] != null;
    }

    /** Unknown where nothing was recorded. */
    RegulationState state(int second) {
        return isRecorded(second)
                ? Objects.requireNonNull(states[second])
                : RegulationState.UNKNOWN;
    }

    boolean isRaised(int second) {
        return raised[second];
    }

    boolean needsCare(int second) {
        return care[second];
    }

    CueFate fate(int second) {
        return Objects.requireNonNullElse(fates[second], CueFate.NONE);
    }

    Pace pace(int second) {
        return Objects.requireNonNullElse(paces[second], Pace.STAY);
    }

    Baseline.Origin origin(int second) {
        return Objects.requireNonNullElse(origins[second], Baseline.Origin.TODAY);
    }

    List<Reason> reasons(int second) {
        return because.of(second);
    }

    /** Whether one of a second's reasons is {@code code}. */
    boolean hasReason(int second, Reason.Code code) {
        return because.has(second, code);
    }

    /** Of the newest reading; all of a session's are as long. */
    double rateWindowSeconds() {
        return newest != null ? seconds(newest.rate()) : 0;
    }

    double variabilityWindowSeconds() {
        return newest != null ? seconds(newest.variability()) : 0;
    }
}
