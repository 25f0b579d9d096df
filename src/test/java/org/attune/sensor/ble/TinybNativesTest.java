package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tinyb.BluetoothManager;

class TinybNativesTest {
    @Test
    void onlyLinuxOnX86HasThem() {
        assertThat(TinybNatives.supports("Linux", "amd64")).isTrue();
        assertThat(TinybNatives.supports("Linux", "aarch64")).isFalse();
        assertThat(TinybNatives.supports("Windows 11", "amd64")).isFalse();
        assertThat(TinybNatives.supports("Mac OS X", "x86_64")).isFalse();
    }

    @Test
    void theLibraryCarriesWhatWeLookFor() {
        for (String library : new String[] {"libtinyb.so", "libjavatinyb.so"}) {
            assertThat(BluetoothManager.class.getResource("/native/linux/x86_64/" + library))
                    .as(library)
                    .isNotNull();
        }
    }

    @Test
    void whatTheLoaderMissesIsSaidWithoutAFolderThatIsGone() {
        assertThat(
                        TinybNatives.cause(
                                "/tmp/attune-tinyb-1/libtinyb.so: libgio-2.0.so.0: cannot open"
                                        + " shared object file: No such file or directory"))
                .isEqualTo(
                        "libtinyb.so: libgio-2.0.so.0: cannot open shared object file: No such"
                                + " file or directory");
    }
}
