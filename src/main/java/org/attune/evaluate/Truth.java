package org.attune.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of each second of a recording. Rest counts from the end of the calibration on, and
 * only {@value #GUARD_SECONDS} s after a stretch began: trailing windows still hold what was
 * before. A task counts from its onset. Immutable.
 */
public final class Truth {
    /** Left out at the beginning of a rest; a first baseline has nothing before it. */
    public static final int GUARD_SECONDS = 60;

    private static final double EARLY_SECONDS = 60;
    private static final double EARLY_LEAD_SECONDS = 30;

    /**
     * A label as whole seconds, after the calibration.
     *
     * @param from first second
     * @param to second after the last
     * @param name the label
     */
    public record Span(int from, int to, String name) {}

    private final int seconds;
    private final Label calibration;
    private final int judgedFrom;
    private final BitSet rest = new BitSet();
    private final BitSet task = new BitSet();
    private final BitSet physical = new BitSet();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    private Truth(List<Label> labels, Label calibration) {
        this.calibration = calibration;
        double end = labels.stream().mapToDouble(Label::to).max().orElse(0);
        seconds = (int) end + 1;
        int done = 0;
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort(Comparator.comparingDouble(Label::from).thenComparingDouble(Label::to));
        for (Label label : sorted) {
            if (label.kind() == LabelClass.REST) {
                int guard = label.name().equals("baseline") ? 0 : GUARD_SECONDS;
                set(rest, from(label) + guard, to(label));
            }
        }
        for (Label label : labels) {
            switch (label.kind()) {
                case TASK -> {
                    set(task, from(label), to(label));
                    tasks.add(new Task(from(label), to(label), label.name()));
                }
                case PHYSICAL -> set(physical, from(label), to(label));
                case CALIBRATION -> done = to(label);
                case REST, OTHER -> {}
            }
            spans.add(new Span(from(label), to(label), label.name()));
        }
        judgedFrom = done;
        rest.andNot(task);
        rest.clear(0, done);
        task.clear(0, done);
        tasks.removeIf(each -> each.from() < judgedFrom || each.to() <= each.from());
        spans.removeIf(each -> each.to() <= judgedFrom || each.name().equals("calibration"));
    }

    /** What the labels say; empty without a stretch of calibration, which the measures need. */
    public static Optional<Truth> of(List<Label> labels) {
        return labels.stream()
                .filter(label -> label.kind() == LabelClass.CALIBRATION && label.to() > 0)
                .findFirst()
                .map(calibration -> new Truth(labels, calibration));
    }

    private int from(Label label) {
        return (int) Math.max(label.from(), 0);
    }

    private int to(Label label) {
        return (int) Math.max(Math.min(label.to(), seconds), 0);
    }

    private static void set(BitSet bits, int from, int to) {
        if (to > from) {
            bits.set(from, to);
        }
    }

    /** Length; the second of the last label included. */
    public int seconds() {
        return seconds;
    }

    /** The stretch a baseline is to be learned from. */
    public Label calibration() {
        return calibration;
    }

    /** The first second that may be judged. */
    public int judgedFrom() {
        return judgedFrom;
    }

    /**
     * The seconds of the calibration whose values enter a baseline: windows that reach back before
     * the recording began are left out.
     */
    public BitSet calibrationSeconds() {
        double lead = calibration.from() > EARLY_SECONDS ? 0 : EARLY_LEAD_SECONDS;
        BitSet bits = new BitSet();
        set(
                bits,
                (int) Math.ceil(Math.max(calibration.from() + lead, 0)),
                (int) Math.ceil(Math.min(calibration.to(), seconds)));
        return bits;
    }

    /** Seconds in which an alarm is false. */
    public BitSet rest() {
        return (BitSet) rest.clone();
    }

    /** Seconds of tasks. */
    public BitSet task() {
        return (BitSet) task.clone();
    }

    /** Seconds of exercise and of recovery from it. */
    public BitSet physical() {
        return (BitSet) physical.clone();
    }

    /** In the order of the file; only those that begin after the calibration. */
    public List<Task> tasks() {
        return List.copyOf(tasks);
    }

    /** Every labelled stretch that reaches beyond the calibration, for pictures and shares. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }
}
