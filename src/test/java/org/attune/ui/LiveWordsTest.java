package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.live.RecordingStatus;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SourceClass;
import org.attune.session.MarkKind;
import org.attune.session.Phase;
import org.attune.signal.CueFate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveWordsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/org/attune/ui");

    /** Keys that are put together from a family and one of several. */
    private static final Map<String, Set<? extends Enum<?>>> FAMILIES =
            Map.of(
                    "state", EnumSet.allOf(RegulationState.class),
                    "why", EnumSet.allOf(RegulationState.class),
                    "reason", EnumSet.allOf(Reason.Code.class),
                    "recording", EnumSet.allOf(RecordingStatus.Kind.class),
                    "mark", EnumSet.allOf(MarkKind.class),
                    "phase", EnumSet.allOf(Phase.class),
                    "fate", EnumSet.complementOf(EnumSet.of(CueFate.NONE, CueFate.GIVEN)),
                    "source", EnumSet.allOf(SourceClass.class),
                    "act", EnumSet.range(Act.TEN, Act.REVEAL),
                    "saying", EnumSet.allOf(Saying.class));

    /** Which keys will do. */
    private static final Set<Act.Reach> REACHES = EnumSet.allOf(Act.Reach.class);

    /** How somebody stands, as sentence and strip say it. */
    private static final List<String> MANNERS =
            List.of(
                    "unknown",
                    "learning",
                    "usual",
                    "rising",
                    "moving",
                    "climbing",
                    "holding",
                    "settling",
                    "quiet");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        Properties english = bundle("words.properties");
        Properties german = bundle("words_de.properties");

        assertThat(german.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(german.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            assertThat(german.getProperty(key)).as(key).isNotBlank();
        }
    }

    @Test
    void noKeyIsMissingAndNoneIsUnused() throws IOException {
        Set<String> there = new TreeSet<>(bundle("words.properties").stringPropertyNames());
        Set<String> used = new TreeSet<>();
        FAMILIES.forEach(
                (family, all) -> all.forEach(each -> used.add(LiveWords.key(family, each))));
        REACHES.forEach(each -> used.add(LiveWords.key("reach", each)));
        for (String manner : MANNERS) {
            used.add("sentence." + manner);
            used.add("strip." + manner);
            Stream.of("sentence." + manner + ".own", "strip." + manner + ".earlier")
                    .filter(there::contains)
                    .forEach(used::add);
        }
        // Reasons that other parts give; SaidReasonsTest finds each in their sources.
        there.stream().filter(key -> key.startsWith("said.")).forEach(used::add);
        for (String family : List.of("train.", "guess.")) { // said by a TrainLog of either
            Stream.of("title", "limits", "marked", "none", "nothing", "same", "after", "before")
                    .forEach(name -> used.add(family + name));
            used.add(family + "other");
            used.add(family + "missed");
        }
        String sources = sources();
        assertThat(there)
                .as("named by their whole key, in the sources")
                .containsAll(named(sources));
        there.stream().filter(key -> sources.contains('"' + key + '"')).forEach(used::add);

        assertThat(there).containsExactlyElementsOf(used);
    }

    /** Keys that are asked for directly. */
    private static Set<String> named(String sources) {
        return Pattern.compile("\\.text\\(\\s*\"([a-z0-9.-]+\\.[a-z0-9.-]+)\"")
                .matcher(sources)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void noWordThatTheVocabularyForbidsStandsInEitherLanguage() throws IOException {
        List<String> english =
                List.of(
                        "stress",
                        "calm",
                        "safe",
                        "danger",
                        "overwhelm",
                        "dissociat",
                        "vagal",
                        "coheren",
                        "normal",
                        "good",
                        "bad",
                        "score",
                        "alarm",
                        "emotion");
        List<String> german =
                List.of(
                        "stress",
                        "ruhig",
                        "beruhig",
                        "sicherheit",
                        "gefahr",
                        "gefährlich",
                        "überwältig",
                        "überforder",
                        "dissoziat",
                        "dissoziier",
                        "vagal",
                        "kohären",
                        "normal",
                        "gut",
                        "schlecht",
                        "punkte",
                        "alarm",
                        "warnung",
                        "emotion");

        assertForbidden("words.properties", english, Set.of("limits", "mark.emotional"));
        assertForbidden("words_de.properties", german, Set.of());
    }

    /**
     * @param excepted keys that deny the word, or name what the person shows
     */
    private static void assertForbidden(String file, List<String> forbidden, Set<String> excepted)
            throws IOException {
        Properties bundle = bundle(file);
        Pattern words = Pattern.compile("\\b(" + String.join("|", forbidden) + ")");
        for (String key : bundle.stringPropertyNames()) {
            if (!excepted.contains(key)) {
                assertThat(bundle.getProperty(key).toLowerCase(Locale.ROOT))
                        .as(key)
                        .doesNotContainPattern(words);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.Code.class)
    void inEnglishAReasonSaysWhatItSaysInARecording(Reason.Code code) {
        LiveWords english = LiveWords.in(Locale.ENGLISH);
        List<Double> figures = new ArrayList<>(List.of(-7.46, 0.0, 0.3, 5.5, 45.0, 80.0));
        for (double figure : figures) {
            Reason reason = new Reason(code, figure);
            assertThat(english.reason(reason)).isEqualTo(reason.toWords());
        }
    }

    @Test
    void figuresAreWrittenAsTheLanguageWritesThem() {
        Reason slope = new Reason(Reason.Code.SLOPE, 2.25);

        assertThat(LiveWords.in(Locale.ENGLISH).reason(slope))
                .isEqualTo("climbing 2.3 bpm in 10 s");
        assertThat(LiveWords.in(Locale.GERMAN).reason(slope))
                .isEqualTo("steigt um 2,3 Schläge/min in 10 s");
    }

    @Test
    void aMachineOfAnotherLanguageIsSpokenToInEnglish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            assertThat(word(DisplaySettings.Language.AUTO)).isEqualTo("Rising");
            Locale.setDefault(new Locale("de", "AT"));
            assertThat(word(DisplaySettings.Language.AUTO)).isEqualTo("Steigend");
            assertThat(word(DisplaySettings.Language.EN)).isEqualTo("Rising");
            Locale.setDefault(Locale.US);
            assertThat(word(DisplaySettings.Language.DE)).isEqualTo("Steigend");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String word(DisplaySettings.Language language) {
        return LiveWords.in(language.locale()).word(RegulationState.RISING);
    }

    @Test
    void theWholeDisplayIsSaidInGerman() {
        DisplaySettings german = DisplaySettings.DEFAULT.withLanguage(DisplaySettings.Language.DE);
        LiveView view = new LivePresenter(german).present(SnapshotFixtures.couple());
        LaneView lane = view.lanes().get(0);

        assertThat(lane.sentence())
                .isEqualTo(
                        "Weit über dem üblichen Bereich dieser Person, steigt noch. Raum, langsamer"
                                + " zu werden.");
        assertThat(view.time()).isEqualTo("Arbeit · 22 min von 50");
        assertThat(view.therapist().orElseThrow().sentence())
                .isEqualTo("In Ihrem üblichen Bereich.");
    }

    private static Set<String> placeholders(String words) {
        return Pattern.compile("\\{\\d+}")
                .matcher(words)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String file) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
            bundle.load(reader);
        }
        return bundle;
    }

    /** The display's own sources, and the terminal's. */
    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String folder : List.of("ui", "app")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/org/attune", folder))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }
}
