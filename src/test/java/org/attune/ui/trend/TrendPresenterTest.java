package org.attune.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.attune.review.trend.Trend;
import org.attune.review.trend.TrendMeasure;
import org.attune.review.trend.TrendSession;
import org.attune.sensor.SourceClass;
import org.attune.session.Phase;
import org.junit.jupiter.api.Test;

class TrendPresenterTest {
    private static TrendPresenter presenter(int weeks, int known) {
        return TrendPaintTest.presenter(weeks, known, Locale.ENGLISH);
    }

    private static TrendView.Cell cell(TrendView view, TrendMeasure measure, Optional<Phase> of) {
        return view.cells().stream()
                .filter(each -> each.measure() == measure && each.phase().equals(of))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void underThreeSessionsThatCompareItSaysSoAndDrawsNothing() {
        TrendView view = presenter(2, 2).view();
        assertThat(view.cells()).isEmpty();
        assertThat(view.nothing())
                .isEqualTo("No trend: at least 3 sessions that compare are needed. Here are 2.");
    }

    @Test
    void strapAndPulseAreNeverOnOneScale() {
        TrendPresenter presenter = presenter(52, 52);
        TrendView strap = presenter.view();
        assertThat(strap.facts()).contains("Shown: electrodes.");
        assertThat(strap.terms()).contains("optical pulse (S)");
        presenter.nextSource();
        TrendView pulse = presenter.view();
        assertThat(pulse.facts()).contains("Shown: optical pulse.");
        assertThat(presenter.source()).contains(SourceClass.OPTICAL);
        List<Integer> strapSlots = slots(cell(strap, TrendMeasure.HEART_RATE, Optional.empty()));
        List<Integer> pulseSlots = slots(cell(pulse, TrendMeasure.HEART_RATE, Optional.empty()));
        assertThat(pulseSlots).isNotEmpty().doesNotContainAnyElementsOf(strapSlots);
        assertThat(cell(pulse, TrendMeasure.HEART_RATE, Optional.empty()).standing())
                .as("the newest is by strap")
                .isEmpty();
    }

    private static List<Integer> slots(TrendView.Cell cell) {
        List<Integer> slots = new ArrayList<>();
        cell.runs().forEach(run -> run.forEach(dot -> slots.add(dot.slot())));
        return slots;
    }

    @Test
    void nothingIsDrawnAcrossASessionWhoseNumberIsWithheldNorAcrossOtherFlags() {
        TrendView view = presenter(12, 12).view();
        TrendView.Cell work = cell(view, TrendMeasure.HEART_RATE, Optional.of(Phase.WORK));
        assertThat(work.withheld()).containsExactly(7);
        assertThat(work.apart()).as("two before, of other flags").containsExactly(0, 1);
        assertThat(work.runs()).hasSize(2);
        assertThat(slots(work)).containsExactly(2, 3, 6, 8, 9, 10, 11);
        assertThat(work.runs().get(0)).extracting(TrendView.Dot::slot).endsWith(6);
        assertThat(work.tells()).contains("8: withheld").contains("1: too few compare");
        assertThat(view.breaks()).contains(new TrendView.Break(2, "other flags from here"));
        assertThat(view.slots().get(6).facts()).contains("marks at corrected times");
        assertThat(view.slots().get(5).facts()).doesNotContain("corrected");
        assertThat(view.bands())
                .extracting(TrendView.BandSpan::words)
                .containsExactly("the day's own range", "range 1", "range 2");
    }

    @Test
    void theNewestIsSetBesideTheLastAndNeverCalledBetter() {
        TrendView.Cell whole =
                cell(presenter(12, 12).view(), TrendMeasure.HEART_RATE, Optional.empty());
        assertThat(whole.standing()).contains(Trend.Standing.HIGHER);
        assertThat(whole.word()).isEqualTo("higher");
        assertThat(whole.says())
                .startsWith("Heart rate, whole session: the newest, 81.5, is higher than")
                .doesNotContain("better", "worse");
        TrendView.Range range = whole.range().orElseThrow();
        assertThat(range.to()).isEqualTo(10);
        assertThat(range.low()).isLessThan(range.middle()).isLessThan(range.high());
    }

    @Test
    void whatIsStillWorkedOutIsShownAsSuchAndNothingIsCompared() {
        List<TrendSession> all = TrendFixtures.year(12);
        TrendPresenter presenter = presenter(12, 7);
        TrendView before = presenter.view();
        assertThat(before.terms()).contains("7 of 12 sessions are done");
        assertThat(before.slots()).filteredOn(TrendView.Slot::pending).hasSize(5);
        assertThat(before.cells()).allSatisfy(each -> assertThat(each.standing()).isEmpty());
        all.subList(0, 5).forEach(presenter::add);
        presenter.complete();
        assertThat(presenter.view()).isEqualTo(presenter(12, 12).view());
        TrendPresenter erased = presenter(12, 7);
        erased.complete();
        assertThat(erased.view().slots()).hasSize(7);
    }

    @Test
    void theKeyboardReachesEveryChart() {
        TrendPresenter presenter = presenter(12, 12);
        List<String> seen = new ArrayList<>();
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 4; column++) {
                seen.add(presenter.view().chosenCell().orElseThrow().name());
                presenter.step(1, 0);
            }
            for (int column = 0; column < 4; column++) {
                presenter.step(-1, 0);
            }
            presenter.step(0, 1);
        }
        assertThat(seen)
                .containsAll(presenter.view().cells().stream().map(TrendView.Cell::name).toList());
        presenter.stepSession(-1);
        assertThat(presenter.view().slot()).hasValue(11);
        presenter.stepSession(-1);
        assertThat(presenter.view().slot()).hasValue(10);
        presenter.toggleLarge();
        assertThat(presenter.view().large()).isTrue();
        assertThat(presenter.measuresSeen()).hasSize(1);
        presenter.closeOpen();
        assertThat(presenter.view().large()).isFalse();
    }

    @Test
    void theWordsAreThereInBothLanguagesAndTheLimitsAreThoseOfTheTrend() throws IOException {
        Properties english = bundle("words.properties");
        Properties german = bundle("words_de.properties");
        assertThat(german.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            for (int i = 0; i < 5; i++) {
                String place = "{" + i + "}";
                assertThat(german.getProperty(key).contains(place))
                        .as(key)
                        .isEqualTo(english.getProperty(key).contains(place));
            }
        }
        assertThat(english.getProperty("limits")).isEqualTo(Trend.LIMITS);
        TrendPresenter german12 =
                new TrendPresenter(TrendWindowWords.in(Locale.GERMAN), ZoneOffset.UTC, false);
        german12.begin(TrendFixtures.start(TrendFixtures.year(12), 12));
        assertThat(german12.view().chosenCell().orElseThrow().says())
                .startsWith("Herzfrequenz, ganze Sitzung: die neueste, 81,5, ist höher");
    }

    private static Properties bundle(String file) throws IOException {
        Properties words = new Properties();
        try (Reader in =
                new InputStreamReader(
                        TrendWindow.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
