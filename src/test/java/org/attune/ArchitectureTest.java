package org.attune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The law of the house: the rules that ARCHITECTURE.md states, each a test of its own. */
final class ArchitectureTest {
    /**
     * Every exemption there is, as "rule: class". A new one is added here, or it is not granted.
     */
    private static final List<String> EXEMPTIONS =
            List.of("standard-streams: org.attune.sensor.ble.TinybMain");

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern CATCH_ALL =
            Pattern.compile(
                    "catch\\s*\\([^)]*\\b(?<![.\\w])(java\\.lang\\.)?(Exception|Throwable)\\b");
    private static final Pattern LOCK = Pattern.compile("\\bsynchronized\\s*\\(");

    private static final HouseRules RULES = new HouseRules("org.attune");
    private static final HousePlan PLAN = new HousePlan("org.attune");
    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.attune");
        assertThat(house.contain(Limits.class)).as("the product's classes were read").isTrue();
        assertThat(house.contain(ArchitectureTest.class)).as("tests were left out").isFalse();
    }

    @Test
    void everyPackageIsOnThePlan() {
        keeps("on-the-plan");
    }

    @Test
    void rule1CorePackagesImportOnlyThoseBelowThem() {
        keeps("core-order");
    }

    @Test
    void rule2EdgesImportNoOtherEdge() {
        keeps("edges-apart");
    }

    @Test
    void rule3NobodyImportsTheApp() {
        keeps("app-on-top");
    }

    @Test
    void rule4TheCoreUsesNoThreadsFilesSocketsDatabasesWindowsOrLogs() {
        keeps("core-is-pure");
    }

    @Test
    void rule4TheCoreHoldsNoLocks() throws IOException {
        assertThat(sourcesWith(LOCK, HousePlan.CORE::contains)).isEmpty();
    }

    @Test
    void rule4TheCoreComputesAlikeOnEveryMachine() {
        keeps("core-is-exact");
    }

    @Test
    void rule5EachThirdPartyHasOneHome() {
        keeps("one-home");
    }

    @Test
    void rule5NothingReachesForTheNetwork() {
        keeps("no-network");
    }

    @Test
    void rule5StandardStreamsBelongToTheApp() {
        keeps("standard-streams");
    }

    @Test
    void rule6TheTimeIsAskedInOnePlace() {
        keeps("one-clock");
    }

    @Test
    void rule7OnlyTheGateMakesExportGrants() {
        keeps("grant-from-gate");
    }

    @Test
    void rule7NothingIsExportedWithoutAGrant() {
        keeps("no-export-without-grant");
    }

    @Test
    void rule8PackagesFormNoCycles() {
        keeps("no-cycles");
    }

    @Test
    void rule8NoStaticFieldCanChange() {
        keeps("no-mutable-statics");
    }

    @Test
    void rule8OnlyThreadBodiesAndCallbacksCatchEverything() throws IOException {
        keeps("no-catch-all");
        assertThat(sourcesWith(CATCH_ALL, home -> !HousePlan.MAY_CATCH_ALL.contains(home)))
                .as("also where a resource is closed, which the compiled form hides")
                .isEmpty();
    }

    @Test
    void rule8TheSearchKnowsACatchAllWhenItSeesOne() {
        assertThat(
                        List.of(
                                "catch (Exception e)",
                                "catch (final Throwable t)",
                                "catch (java.lang.Exception e)",
                                "catch (IOException | Exception e)"))
                .allMatch(text -> CATCH_ALL.matcher(text).find());
        assertThat(List.of("catch (IOException e)", "catch (ConfigException e)", "new Exception()"))
                .noneMatch(text -> CATCH_ALL.matcher(text).find());
    }

    @Test
    void rule9EveryExemptionIsListedHere() {
        List<String> found =
                house.stream()
                        .filter(type -> type.isAnnotatedWith(Exempt.class))
                        .map(type -> HouseRules.exemptRule(type) + ": " + type.getName())
                        .sorted()
                        .toList();
        System.out.println("Exemptions from the rules of the house: " + found);
        assertThat(found).isEqualTo(EXEMPTIONS);
    }

    @Test
    void rule9AnExemptionNamesARuleThatExists() {
        Set<String> named = new TreeSet<>();
        for (JavaClass type : house) {
            named.add(HouseRules.exemptRule(type));
        }
        named.remove("");
        assertThat(RULES.names()).containsAll(named);
    }

    @Test
    void noJarOnTheClassPathCanAddItself() {
        keeps("no-plug-ins");
    }

    @Test
    void everyPackageIsNullMarked() {
        keeps("null-marked");
    }

    @Test
    void anUnknownRuleIsNotKeptBySilence() {
        assertThatThrownBy(() -> RULES.evaluate("no-such-rule", house))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void keeps(String rule) {
        EvaluationResult result = RULES.evaluate(rule, house);
        assertThat(result.getFailureReport().getDetails()).as(rule).isEmpty();
    }

    /** Source files holding {@code pattern} outside comments, in the packages asked for. */
    private static List<String> sourcesWith(
            Pattern pattern, java.util.function.Predicate<String> inPackage) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources = files.filter(f -> f.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            return sources.stream()
                    .filter(file -> inPackage.test(PLAN.homeOf(packageOf(file))))
                    .filter(file -> pattern.matcher(code(file)).find())
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String packageOf(Path file) {
        return SOURCES.relativize(file.getParent()).toString().replace(java.io.File.separator, ".");
    }

    private static String code(Path file) {
        try {
            return COMMENT.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
