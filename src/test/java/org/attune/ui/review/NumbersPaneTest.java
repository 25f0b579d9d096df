package org.attune.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.attune.review.Lack;
import org.attune.review.RecordedSession;
import org.attune.review.ReviewFigures;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.session.LaneId;
import org.attune.testkit.Golden;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Screens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All figures of a session in one panel of the window. */
final class NumbersPaneTest {
    private static final String CASE = "review-nsr009";
    private static final Map<String, String> EXPECTED = new HashMap<>();
    private static List<ReviewSession> read = List.of();

    @BeforeAll
    static void meet() {
        Golden.rows(CASE + "/expected.csv").forEach(row -> EXPECTED.put(row[0], row[1]));
        Map<LaneId, SimulationScenario> flat = Map.of(LaneId.CLIENT, SimulationScenario.FLATTENING);
        read =
                List.of(
                        ReviewFixtures.read(List.of(LaneId.CLIENT), RecordedSession.moments(CASE)),
                        ReviewFixtures.of(Duration.ofMinutes(24), flat),
                        ReviewFixtures.of(Duration.ofMinutes(3), flat));
    }

    @AfterAll
    static void forget() {
        read = List.of();
        EXPECTED.clear();
    }

    private static ReviewSession recorded() {
        return read.get(0);
    }

    private static ReviewSession flattening() {
        return read.get(1);
    }

    private static ReviewSession brief() {
        return read.get(2);
    }

    private static ReviewPresenter open(ReviewSession session, Locale language) {
        ReviewPresenter presenter =
                new ReviewPresenter(
                        session,
                        ReviewWords.in(language),
                        true,
                        Optional.empty(),
                        false,
                        ReviewPresenter.Says.NOTHING);
        presenter.sight().chooseHighest();
        presenter.toggleNumbers();
        return presenter;
    }

    private static NumbersView seen(ReviewPresenter presenter) {
        return presenter.view().numbers().orElseThrow();
    }

    /** The row that begins with these words, as it is told. */
    private static String told(ReviewPresenter presenter, String words) {
        return seen(presenter).rows().stream()
                .map(NumbersView.Row::told)
                .filter(each -> each.startsWith(words))
                .findFirst()
                .orElse("no row " + words);
    }

    private static int row(ReviewPresenter presenter, String words) {
        List<String> rows = seen(presenter).rows().stream().map(NumbersView.Row::told).toList();
        return rows.indexOf(told(presenter, words));
    }

    private static double value(String name) {
        return Double.parseDouble(Objects.requireNonNull(EXPECTED.get(name), name));
    }

    private static String bpm(String form, double value) {
        return String.format(Locale.ROOT, form, value) + " bpm";
    }

    private static String clock(double seconds) {
        return String.format(Locale.ROOT, "%d:%02d", (int) seconds / 60, (int) seconds % 60);
    }

    @Test
    void everyFigureOfTheWholeIsThatOfTheReference() {
        ReviewPresenter presenter = open(recorded(), Locale.ENGLISH);

        String start = bpm("%.0f", value("shift.start"));
        assertThat(told(presenter, "Quiet stretch"))
                .isEqualTo("Quiet stretch at the start: " + start);
        assertThat(told(presenter, "Last two")).endsWith(bpm(": %.0f", value("shift.end")));
        assertThat(told(presenter, "Calmest")).endsWith(bpm(": %.0f", value("shift.rest")));
        assertThat(told(presenter, "First rise")).endsWith(clock(value("episode.0.onset")));
        assertThat(told(presenter, "Time above"))
                .isEqualTo(
                        "Time above: %s, of %s",
                        clock(value("dose.above")), clock(value("dose.of")));
        assertThat(told(presenter, "Longest stretch")).endsWith(clock(value("dose.longest")));
        assertThat(told(presenter, "Area"))
                .endsWith(String.format(Locale.ROOT, ": %.1f bpm·min", value("dose.area")));
        assertThat(told(presenter, "Longest well"))
                .isEqualTo(
                        "Longest well above: %s, longest of %.0f",
                        clock(value("longest_high")), value("times_high"));
        assertThat(told(presenter, "Up and back")).endsWith(": 3");
        assertThat(value("pendulations")).isEqualTo(3);
        assertThat(told(presenter, "Rank"))
                .isEqualTo(
                        String.format(
                                Locale.ROOT,
                                "Rank correlation: %.2f, n = %.0f, with 95 %% confidence"
                                        + " %.2f to %.2f",
                                value("agreement.r"),
                                value("agreement.n"),
                                value("agreement.low"),
                                value("agreement.high")));
        assertThat(told(presenter, "Usable")).isEqualTo("Usable signal: 95 %, of 50:00");
        assertThat(told(presenter, "High"))
                .startsWith(String.format(Locale.ROOT, "High: %.1f min", value("state.HIGH") / 60));
    }

    @Test
    void whatFollowedEachMarkStandsWithItsBeatsAndItsMoment() {
        ReviewPresenter presenter = open(recorded(), Locale.ENGLISH);

        int marks = 0;
        for (String name : EXPECTED.keySet()) {
            if (name.startsWith("response.") && name.endsWith(".change")) {
                String of = name.substring(0, name.length() - "change".length());
                String at = clock(Double.parseDouble(of.split("\\.")[1]));
                String change = bpm("%+.0f", value(name));
                String beats =
                        String.format(
                                Locale.ROOT,
                                "%.0f and %.0f beats",
                                value(of + "before"),
                                value(of + "after"));
                assertThat(told(presenter, at + " ")).endsWith(": " + change + ", " + beats);
                marks++;
            }
        }
        assertThat(marks).isEqualTo(7);
        String slow = bpm("%+.0f", value("kind.SLOW.median"));
        assertThat(told(presenter, "slow")).isEqualTo("slow: " + slow + ", middle of 2 of 2");
    }

    @Test
    void whatIsWithheldIsADashWithItsReasonAndNoFigureStandsInItsPlace() {
        ReviewPresenter presenter = open(brief(), Locale.ENGLISH);

        for (String name : List.of("Quiet stretch", "Shift:", "Calmest", "Shift to")) {
            assertThat(told(presenter, name)).contains(": –, ").doesNotContain("bpm");
        }
        String[] never = {"First rise", "Time above", "Longest", "Longest well", "Up and back"};
        for (String name : never) {
            assertThat(told(presenter, name)).endsWith(": –, the usual range was never known");
        }
        assertThat(told(presenter, "Rank"))
                .startsWith("Rank correlation: –, n = ")
                .contains("too few");
        for (ReviewFigures figures : brief().figures()) {
            assertThat(figures.dose().secondsAbove().isKnown()).isFalse();
            assertThat(figures.shift().startBpm().isKnown()).isFalse();
        }
    }

    @Test
    void aQuestionLeadsToWhereItIsAndEnterOpensIt() {
        ReviewPresenter presenter = open(recorded(), Locale.ENGLISH);
        int question = row(presenter, "41:42 number 2");
        assertThat(told(presenter, "41:42 number 2"))
                .isEqualTo("41:42 number 2: 3.4 steps, low number, high trace: ask?");
        presenter.chooseNumber(question);

        ReviewView view = presenter.view();
        assertThat(view.chosenRow()).isEqualTo(-1);
        assertThat(view.inset().orElseThrow().title()).isEqualTo("number 2, 41:42");
        presenter.sight().open();
        assertThat(presenter.view().window().from()).isEqualTo(2502.0 - 60);
        assertThat(presenter.view().window().to()).isEqualTo(2502.0 + 60);
    }

    @Test
    void aFlatStretchOpensWholeAndAMarkIsChosen() {
        ReviewPresenter presenter = open(flattening(), Locale.ENGLISH);
        ReviewFigures.Stagnation still = flattening().figures().get(0).stagnations().get(0);
        presenter.chooseNumber(row(presenter, clock(still.from()) + "–"));
        presenter.sight().open();

        assertThat(presenter.view().window().from()).isEqualTo(still.from() - 60);
        assertThat(presenter.view().window().to()).isEqualTo(still.to() + 60);
        presenter.chooseNumber(row(presenter, "9:50 slow"));
        assertThat(presenter.view().chosenMark().orElseThrow().at().toSeconds()).isEqualTo(590);
        assertThat(presenter.view().window().holds(590)).isTrue();
        presenter.chooseNumber(row(presenter, "Shift"));
        assertThat(presenter.view().chosenMark()).as("it is of no moment").isPresent();
    }

    @Test
    void stepsGoThroughAllOfItAndOfThePanelsOneIsOpen() {
        ReviewPresenter presenter = open(recorded(), Locale.ENGLISH);
        presenter.stepNumber(1);
        assertThat(seen(presenter).chosenRow().orElseThrow().name()).startsWith("Quiet stretch");
        presenter.stepNumber(-1);
        assertThat(seen(presenter).chosen()).hasValue(0);
        presenter.toggleNumbers();
        presenter.toggleNumbers();
        presenter.stepNumber(-1);
        assertThat(seen(presenter).chosenRow().orElseThrow().name()).isEqualTo("Settling");
        assertThat(presenter.closeOpen()).isTrue();
        assertThat(presenter.view().numbers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de"})
    void windowAndPageSayTheSameOfTheSame(String language) {
        Locale locale = language.isEmpty() ? Locale.ROOT : Locale.GERMAN;
        ResourceBundle window = ResourceBundle.getBundle("org.attune.ui.review.words", locale);
        ResourceBundle page = ResourceBundle.getBundle("org.attune.export.page.words", locale);
        for (Lack.Kind kind : Lack.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            assertThat(window.getString("lack." + name.replace('_', '-')))
                    .isEqualTo(page.getString("lack." + name));
        }
        for (String key : List.of("after", "after.what", "after.none", "ends", "ends.start")) {
            assertThat(window.getString("numbers." + key)).isEqualTo(page.getString(key));
        }
        for (String key : List.of("ends.end", "ends.shift")) {
            assertThat(window.getString("numbers." + key)).isEqualTo(page.getString(key));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, EN, 1, 1440, 900",
        "DARK, DE, 1, 1440, 900",
        "DIM, EN, 1, 1100, 700",
        "LIGHT, DE, 2, 1440, 900",
        "DARK, EN, 2, 2200, 1500"
    })
    void itIsPaintedInEveryThemeToTheLastRow(
            DisplaySettings.Theme theme,
            DisplaySettings.Language language,
            double scale,
            int width,
            int height) {
        DisplaySettings settings =
                DisplaySettings.DEFAULT.withTheme(theme).withScale(scale).withLanguage(language);
        for (ReviewSession session : read) {
            ReviewPresenter presenter = open(session, language.locale());
            String name =
                    "review-numbers-" + read.indexOf(session) + "-" + theme + "-" + (int) scale;
            BufferedImage begin = Reviews.paint(presenter, settings, width, height);
            Screens.save(begin, name);
            presenter.stepNumber(-1);
            BufferedImage end = Reviews.paint(presenter, settings, width, height);
            Screens.save(end, name + "-end");
            assertThat(differing(begin, end)).isGreaterThan(300);
        }
    }

    private static int differing(BufferedImage one, BufferedImage other) {
        int differing = 0;
        for (int y = 100; y < one.getHeight() - 60; y += 2) {
            for (int x = one.getWidth() * 3 / 4; x < one.getWidth(); x += 2) {
                differing += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return differing;
    }
}
