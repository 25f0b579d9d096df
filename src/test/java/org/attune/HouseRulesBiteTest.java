package org.attune;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot be broken is no rule: each is tried on a house that breaks it on purpose. */
final class HouseRulesBiteTest {
    private static final String BASE = "org.attune.archfixture";
    private static final HouseRules RULES = new HouseRules(BASE);

    /** Who breaks which rule; every other class of the broken house keeps it. */
    private static final Map<String, Set<String>> CULPRITS =
            Map.ofEntries(
                    Map.entry("on-the-plan", Set.of("cellar.Hidden")),
                    Map.entry("core-order", Set.of("time.LooksUp")),
                    Map.entry("edges-apart", Set.of("ui.OpensShelf", "config.ReadsShelf")),
                    Map.entry("app-on-top", Set.of("live.KnowsTheApp")),
                    Map.entry(
                            "core-is-pure",
                            Set.of("beat.Threaded", "beat.Logging", "beat.Locked", "beat.Filed")),
                    Map.entry("core-is-exact", Set.of("hrv.Platform")),
                    Map.entry("one-home", Set.of("ui.ReadsTables")),
                    Map.entry("no-network", Set.of("ui.Calls")),
                    Map.entry("standard-streams", Set.of("ui.Prints")),
                    Map.entry("one-clock", Set.of("store.AsksTheClock", "store.AsksTheDate")),
                    Map.entry("grant-from-gate", Set.of("export.SelfService")),
                    Map.entry("no-export-without-grant", Set.of("export.Exporter")),
                    Map.entry(
                            "no-mutable-statics",
                            Set.of("signal.Counter", "signal.OpenList", "signal.OpenArray")),
                    Map.entry(
                            "no-catch-all", Set.of("config.CatchesAll", "config.CatchesThrowable")),
                    Map.entry("no-plug-ins", Set.of("config.FindsPlugIns")),
                    Map.entry("null-marked", Set.of("cellar.Hidden")));

    private static JavaClasses broken;

    @BeforeAll
    static void readTheBrokenHouse() {
        broken = new ClassFileImporter().importPackages(BASE);
    }

    static Set<String> rules() {
        return new TreeSet<>(CULPRITS.keySet());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFindsItsCulpritsAndNobodyElse(String rule) {
        Set<String> accused = new TreeSet<>();
        for (String detail : RULES.evaluate(rule, broken).getFailureReport().getDetails()) {
            accused.add(detail.substring(BASE.length() + 1, detail.indexOf(':')));
        }
        assertThat(accused).isEqualTo(new TreeSet<>(CULPRITS.get(rule)));
    }

    @Test
    void cyclesAreFound() {
        List<String> details = RULES.evaluate("no-cycles", broken).getFailureReport().getDetails();
        assertThat(details).anyMatch(d -> d.contains("ui.one") && d.contains("ui.two"));
    }

    @Test
    void everyRuleIsTried() {
        Set<String> tried = new TreeSet<>(CULPRITS.keySet());
        tried.add("no-cycles");
        assertThat(tried).isEqualTo(new TreeSet<>(RULES.names()));
    }
}
