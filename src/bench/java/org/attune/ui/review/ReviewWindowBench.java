package org.attune.ui.review;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.attune.pipeline.Moment;
import org.attune.review.RecordedDay;
import org.attune.review.ReviewFigures;
import org.attune.review.SessionTimeline;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Look;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A day of some 100,000 beats, of one person and of four, in the review window: from the decrypted
 * moments to the first painted frame, and one step of zoom or pan to its frame, at 1440 by 900.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(1)
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class ReviewWindowBench {
    private static final int SECONDS = 86_400;
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final ReviewWords WORDS = ReviewWords.in(Locale.ENGLISH);

    @Param({"1", "4"})
    private int people;

    private final List<LaneId> lanes = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private final Random random = new Random(1);
    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private Look look;
    private ReviewSession session;
    private ReviewPresenter presenter;
    private ReviewPanel panel;

    /** Judges the day. */
    @Setup
    public void live() {
        lanes.add(LaneId.CLIENT);
        for (int i = 2; i <= people; i++) {
            lanes.add(new LaneId("client-" + i));
        }
        moments.addAll(RecordedDay.of(lanes));
        look = Look.of(DisplaySettings.DEFAULT);
        session = read();
        presenter =
                new ReviewPresenter(
                        session,
                        WORDS,
                        true,
                        Optional.empty(),
                        false,
                        ReviewPresenter.Says.NOTHING);
        panel = panel(presenter);
    }

    private ReviewSession read() {
        SessionTimeline timeline = SessionTimeline.of(lanes, moments);
        return new ReviewSession(
                "day",
                Optional.of(LocalDate.of(2026, 11, 22)),
                lanes.stream().map(l -> new Participant(l, new ClientCode("K-07"))).toList(),
                timeline,
                timeline.lanes().stream().map(ReviewFigures::of).toList(),
                Optional.empty());
    }

    private ReviewPanel panel(ReviewPresenter shown) {
        shown.sight().chooseHighest();
        ReviewPanel made =
                new ReviewPanel(look, WORDS, shown.view(), row -> {}, (row, by) -> {}, row -> {});
        made.setSize(WIDTH, HEIGHT);
        return made;
    }

    private BufferedImage frame(ReviewPanel shown) {
        shown.doLayout();
        Arrays.stream(shown.getComponents()).forEach(Component::doLayout);
        Graphics2D g = image.createGraphics();
        shown.paint(g);
        g.dispose();
        return image;
    }

    /** From the moments, with the time line and the figures, to the first frame. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public BufferedImage open() {
        return frame(
                panel(
                        new ReviewPresenter(
                                read(),
                                WORDS,
                                true,
                                Optional.empty(),
                                false,
                                ReviewPresenter.Says.NOTHING)));
    }

    /** From the time line, laid out and with its figures, to the first frame. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public BufferedImage firstFrame() {
        return frame(
                panel(
                        new ReviewPresenter(
                                session,
                                WORDS,
                                true,
                                Optional.empty(),
                                false,
                                ReviewPresenter.Says.NOTHING)));
    }

    /** One step of zoom or pan, to the painted frame. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public BufferedImage step() {
        if (presenter.view().window().seconds() < 20) {
            presenter.sight().whole();
        }
        switch (random.nextInt(4)) {
            case 0 -> presenter.sight().zoom(-1, random.nextDouble() * SECONDS);
            case 1 -> presenter.sight().pan(random.nextDouble() - 0.5);
            default -> presenter.sight().zoom(1, random.nextDouble() * SECONDS);
        }
        panel.show(look, WORDS, presenter.view());
        return frame(panel);
    }
}
