package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.junit.jupiter.api.Test;

final class KeyedPseudonymsTest {
    private static final Recipient OTHER =
            new Recipient("other", Recipient.Kind.RESEARCHER, "Dr Other");

    @Test
    void oneRecipientGetsTheSameForTheSamePurposeEveryTime() {
        assertThat(made(ExportTable.KEY, ExportTable.LINDQVIST, Purpose.CARE, "K-07"))
                .isEqualTo(made(ExportTable.KEY, ExportTable.LINDQVIST, Purpose.CARE, "K-07"))
                .matches("[a-z2-7]{16}");
    }

    @Test
    void noTwoRecipientsPurposesKindsOrVaultsShareOne() {
        byte[] otherKey = ExportTable.KEY.clone();
        otherKey[0] ^= 1;
        Set<String> all = new HashSet<>();
        for (byte[] key : new byte[][] {ExportTable.KEY, otherKey}) {
            for (Recipient recipient : new Recipient[] {ExportTable.LINDQVIST, OTHER}) {
                for (Purpose purpose : Purpose.values()) {
                    for (Pseudonyms.Kind kind : Pseudonyms.Kind.values()) {
                        all.add(new KeyedPseudonyms(key, recipient, purpose).of(kind, "K-07"));
                    }
                }
            }
        }
        assertThat(all).hasSize(2 * 2 * 4 * 4);
    }

    @Test
    void theBorderBetweenTwoPartsCannotBeShifted() {
        Recipient one = new Recipient("a", Recipient.Kind.OTHER, "A");
        Recipient two = new Recipient("acare", Recipient.Kind.OTHER, "B");
        assertThat(made(ExportTable.KEY, one, Purpose.CARE, "careK"))
                .isNotEqualTo(made(ExportTable.KEY, two, Purpose.CARE, "K"));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> made(new byte[16], OTHER, Purpose.CARE, "K"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String made(byte[] key, Recipient recipient, Purpose purpose, String code) {
        return new KeyedPseudonyms(key, recipient, purpose).of(Pseudonyms.Kind.CLIENT, code);
    }
}
