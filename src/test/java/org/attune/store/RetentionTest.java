package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetentionTest {
    private static final SessionId ID = new SessionId("s-1");
    private static final RetentionSettings NO_RULE = RetentionSettings.DEFAULT;
    private static final RetentionSettings TEN_DAYS = new RetentionSettings(10);
    @TempDir Path temp;

    private static Instant day(int number) {
        return Desk.TEN_O_CLOCK.plus(Duration.ofDays(number));
    }

    private Vault aVaultWithACouple() {
        Vault vault = Desk.create(temp.resolve("v"));
        Desk.recordCouple(vault, "s-1", "", 3);
        return vault;
    }

    private static List<String> codes(List<Due> due) {
        return due.stream().map(each -> each.client().value()).toList();
    }

    @Test
    void withoutARuleOrAnAgreementNothingIsEverDue() {
        try (Vault vault = aVaultWithACouple()) {
            assertThat(vault.due(day(50_000), NO_RULE)).isEmpty();
        }
    }

    @Test
    void theRuleOfThePracticeHoldsForWhatNothingWasAgreed() {
        try (Vault vault = aVaultWithACouple()) {
            assertThat(vault.due(day(10), TEN_DAYS)).isEmpty();
            List<Due> due = vault.due(day(10).plusNanos(1), TEN_DAYS);
            assertThat(codes(due)).containsExactlyInAnyOrder(Desk.ANNA.value(), Desk.BEN.value());
            assertThat(due).allMatch(each -> each.session().equals(Optional.of(ID)));
            assertThat(due).allMatch(each -> each.since().equals(day(10)) && !each.held());
        }
    }

    @Test
    void whatWasAgreedForASessionCountsBeforeThePersonAndThatBeforeTheRule() {
        try (Vault vault = aVaultWithACouple()) {
            vault.keeping().retain(Desk.ANNA, Optional.of(day(20)));
            assertThat(codes(vault.due(day(15), TEN_DAYS))).containsExactly(Desk.BEN.value());
            vault.keeping().retain(Desk.ANNA, ID, Optional.of(day(5)));
            assertThat(codes(vault.due(day(6), TEN_DAYS))).containsExactly(Desk.ANNA.value());
            assertThat(vault.due(day(25), NO_RULE))
                    .as("the session, and all there is of the person")
                    .extracting(Due::session)
                    .containsExactly(Optional.of(ID), Optional.empty());
        }
    }

    @Test
    void whatTheLawHoldsIsListedAsHeldAndWhatIsErasedIsNoLongerDue() {
        try (Vault vault = aVaultWithACouple()) {
            vault.keeping().hold(Desk.ANNA, Desk.TEN_O_CLOCK);
            assertThat(vault.due(day(11), TEN_DAYS))
                    .filteredOn(Due::held)
                    .extracting(Due::client)
                    .containsExactly(Desk.ANNA);
            assertThat(vault.erasures().client(Desk.BEN)).isTrue();
            assertThat(codes(vault.due(day(11), TEN_DAYS))).containsExactly(Desk.ANNA.value());
        }
    }
}
