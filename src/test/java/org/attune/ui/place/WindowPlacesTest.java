package org.attune.ui.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowPlacesTest {
    private static final Rectangle FIRST = new Rectangle(0, 0, 1440, 900);
    private static final Rectangle SECOND = new Rectangle(1440, 0, 1920, 1080);

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("deeper").resolve("places.txt");
    }

    @Test
    void aWindowOpensWhereItWasClosed() {
        Rectangle place = new Rectangle(1500, 40, 800, 600);
        WindowPlaces.in(file()).remember("panel", place);

        assertThat(WindowPlaces.in(file()).of("panel", List.of(FIRST, SECOND))).contains(place);
    }

    @Test
    void withoutItsScreenAWindowIsNotRemembered() {
        WindowPlaces.in(file()).remember("panel", new Rectangle(1500, 40, 800, 600));

        assertThat(WindowPlaces.in(file()).of("panel", List.of(FIRST))).isEmpty();
    }

    @Test
    void aWindowThatStandsOutIsPushedBackAndCut() {
        WindowPlaces places = WindowPlaces.in(file());
        places.remember("panel", new Rectangle(900, 700, 2000, 1200));

        assertThat(places.of("panel", List.of(FIRST))).contains(FIRST);
        places.remember("panel", new Rectangle(-200, 100, 800, 600));
        assertThat(places.of("panel", List.of(FIRST))).contains(new Rectangle(0, 100, 800, 600));
    }

    @Test
    void theFileHoldsGeometryAndNothingElse() throws IOException {
        WindowPlaces places = WindowPlaces.in(file());
        places.remember("panel", new Rectangle(1, 2, 300, 400));
        places.remember("client", new Rectangle(-5, 6, 700, 800));

        assertThat(Files.readString(file())).isEqualTo("client -5 6 700 800\npanel 1 2 300 400\n");
    }

    @Test
    void whatCannotBeReadIsForgottenWithoutAWord() throws IOException {
        for (String text :
                List.of(
                        "",
                        "panel",
                        "panel 1 2 3",
                        "panel 1 2 x 4",
                        "panel 99999999 0 1 1",
                        "\0")) {
            Path odd = Files.writeString(folder.resolve("odd.txt"), text);
            assertThat(WindowPlaces.in(odd).of("panel", List.of(FIRST))).as(text).isEmpty();
        }
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(WindowPlaces.in(binary).of("panel", List.of(FIRST))).isEmpty();
        assertThat(WindowPlaces.in(folder).of("panel", List.of(FIRST))).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenTheSessionGoesOn() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        WindowPlaces places = WindowPlaces.in(inTheWay.resolve("places.txt"));

        places.remember("panel", FIRST);

        assertThat(places.of("panel", List.of(FIRST))).isEmpty();
    }

    @Test
    void toldNotToItWritesNothing() throws IOException {
        WindowPlaces.none().remember("panel", FIRST);

        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aStripOnAScreenThatIsGoneFallsBackToTheFirst() {
        assertThat(Displays.pick(List.of(FIRST, SECOND), 2)).isEqualTo(SECOND);
        assertThat(Displays.pick(List.of(FIRST), 2)).isEqualTo(FIRST);
    }

    @Test
    void aMirroredScreenOrAWindowMostlyOnAnotherIsSeenByOthers() {
        Rectangle mostly = new Rectangle(1300, 0, 600, 400);

        assertThat(Displays.shared(List.of(FIRST), FIRST)).isFalse();
        assertThat(Displays.shared(List.of(FIRST, SECOND), new Rectangle(0, 0, 900, 400)))
                .isFalse();
        assertThat(Displays.shared(List.of(FIRST, SECOND), mostly)).isTrue();
        assertThat(Displays.shared(List.of(FIRST, FIRST), new Rectangle(0, 0, 900, 400))).isTrue();
    }
}
