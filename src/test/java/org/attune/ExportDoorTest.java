package org.attune;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Promise 12: there is one way out for what was recorded, and it leads through the gate. */
final class ExportDoorTest {
    private static final String EXPORT = "org.attune.export.";
    private static final Set<String> FILES =
            Set.of(
                    "java.nio.file.Files",
                    "java.nio.channels.FileChannel",
                    "java.io.File",
                    "java.io.FileOutputStream",
                    "java.io.FileWriter",
                    "java.io.PrintStream",
                    "java.io.RandomAccessFile");

    private static final Set<String> WRITING =
            Set.of(
                    "<init>",
                    "open",
                    "write",
                    "writeString",
                    "newBufferedWriter",
                    "newOutputStream",
                    "newByteChannel",
                    "copy",
                    "move",
                    "createFile",
                    "createTempFile");

    private static JavaClasses house;

    @BeforeAll
    static void readThePackages() {
        house =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.attune.export", "org.attune.app");
        assertThat(house.size()).isGreaterThan(100);
    }

    @Test
    void promise12OfAllThatExportsOnlyOneClassTouchesFiles() {
        assertThat(
                        named(
                                type ->
                                        type.getPackageName().startsWith("org.attune.export")
                                                && uses(type, FILES::contains)))
                .containsExactly(EXPORT + "Placement");
    }

    @Test
    void promise12OnlyTheDeskAsksAFormatToWriteAndCutsWhatItWrites() {
        assertThat(callersOf("Exporter", "write")).containsExactly(EXPORT + "ExportDesk");
        assertThat(callersOf("ExportContent", "of")).containsExactly(EXPORT + "ExportDesk");
    }

    @Test
    void promise12OnlyTheThreeDesksPlaceFilesEachAsksTwiceAndOnlyTheGateGrants() {
        String[] desks = {EXPORT + "ChartDesk", EXPORT + "ExportDesk", EXPORT + "NotesDesk"};
        assertThat(callersOf("ExportGate", "ask")).containsExactly(desks);
        assertThat(callersOf("ExportDesk", "place")).containsExactly(desks);
        assertThat(callersOf("ExportGate", "confirm")).containsExactly(EXPORT + "ExportDesk");
        // An answer holds what its writer said of somebody else's session, and nothing recorded.
        assertThat(callersOf("Placement", "beside"))
                .containsExactlyInAnyOrder(EXPORT + "AnswerFile", EXPORT + "ExportDesk");
        assertThat(callersOf("ExportGrant", "<init>")).containsExactly(EXPORT + "ExportGate");
    }

    @Test
    void promise12WhoReadsARecordedSessionWritesNoFile() {
        Predicate<JavaClass> reads = type -> uses(type, "org.attune.store.StoredSession"::equals);
        assertThat(named(reads)).contains("org.attune.app.ExportOrders");
        assertThat(named(type -> reads.test(type) && writes(type))).isEmpty();
        assertThat(house.stream().filter(ExportDoorTest::writes).map(JavaClass::getName))
                .as("the search knows writing when it sees it")
                .contains(EXPORT + "Placement");
    }

    /** Looking whether a file is there is no writing. */
    private static boolean writes(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(each -> FILES.contains(each.getTargetOwner().getName()))
                .anyMatch(each -> WRITING.contains(each.getName()));
    }

    private static List<String> named(Predicate<JavaClass> predicate) {
        Set<String> names = new TreeSet<>();
        for (JavaClass type : house) {
            if (predicate.test(type)) {
                names.add(type.getName());
            }
        }
        return List.copyOf(names);
    }

    private static List<String> callersOf(String type, String method) {
        return named(
                each ->
                        each.getAccessesFromSelf().stream()
                                .anyMatch(
                                        access ->
                                                access.getTargetOwner()
                                                                .getName()
                                                                .equals(EXPORT + type)
                                                        && access.getName().equals(method)));
    }

    private static boolean uses(JavaClass type, Predicate<String> name) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                        each -> name.test(each.getTargetClass().getBaseComponentType().getName()));
    }
}
