package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attune.sensor.Capability;
import org.attune.sensor.ble.StrapModel.Evidence;
import org.junit.jupiter.api.Test;

class StrapModelTest {
    @Test
    void aStrapIsKnownByTheNameItCallsItself() {
        assertThat(StrapModel.named("Polar H10 8C4CAD2D").orElseThrow().name())
                .isEqualTo("Polar H10");
        assertThat(StrapModel.named("TICKR FIT 1234").orElseThrow().name())
                .isEqualTo("Wahoo TICKR FIT");
        assertThat(StrapModel.named("TICKR 1234").orElseThrow().name()).isEqualTo("Wahoo TICKR");
        assertThat(StrapModel.named("My H10")).isEmpty();
    }

    @Test
    void whatIsUnknownPromisesNothingButTheRate() {
        assertThat(StrapModel.ALL)
                .filteredOn(model -> model.evidence() == Evidence.UNKNOWN)
                .hasSizeGreaterThan(3)
                .allMatch(model -> model.gives().equals(java.util.Set.of(Capability.HEART_RATE)));
    }

    @Test
    void theTableOfTheDocumentationSaysTheSame() throws IOException {
        String base = System.getProperty("basedir", System.getProperty("user.dir"));
        List<String> page = Files.readAllLines(Path.of(base, "src/site/markdown/sensors.md"));

        for (StrapModel model : StrapModel.ALL) {
            assertThat(page).contains(row(model));
        }
    }

    private static String row(StrapModel model) {
        return "| "
                + model.name()
                + " | "
                + cell(model, Capability.RR)
                + " | "
                + cell(model, Capability.HEART_RATE)
                + " | "
                + cell(model, Capability.BATTERY)
                + " | "
                + cell(model, Capability.CONTACT)
                + " | "
                + cell(model, Capability.MOTION)
                + " | "
                + model.evidence().words()
                + " |"
                + (model.remark().isEmpty() ? "" : " " + model.remark())
                + " |";
    }

    private static String cell(StrapModel model, Capability capability) {
        if (model.gives().contains(capability)) {
            return "yes";
        }
        return model.evidence() == Evidence.UNKNOWN ? "?" : "no";
    }
}
