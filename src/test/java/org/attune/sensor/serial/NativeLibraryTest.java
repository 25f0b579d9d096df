package org.attune.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeLibraryTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void nativeCodeComesFromAPrivateFolderThatIsGoneAfterwards() throws IOException {
        NativeLibrary.ensureLoaded();

        List<String> mapped =
                Files.readString(Path.of("/proc/self/maps"))
                        .lines()
                        .filter(line -> line.contains("jSerialComm.so"))
                        .toList();
        assertThat(mapped)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("/attune-serial-", "(deleted)"));
        String folder = mapped.get(0).replaceFirst("^[^/]*", "").replaceFirst("/lib.*$", "");
        assertThat(Path.of(folder)).doesNotExist();
    }

    @Test
    void theLibraryCarriesWhatWeLookFor() {
        for (String os : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            for (String arch : new String[] {"amd64", "aarch64"}) {
                String resource = String.valueOf(NativeLibrary.resource(os, arch));
                assertThat(SerialPort.class.getResource(resource)).as(resource).isNotNull();
            }
        }
        assertThat(NativeLibrary.resource("Linux", "riscv64")).isNull();
    }
}
