package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.regulation.Background;
import org.attune.regulation.Background.Reference;
import org.attune.regulation.PersonalBand;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.store.ApprovedBand;
import org.attune.store.ClientCard;
import org.junit.jupiter.api.Test;

class KnownBeforeTest {
    private static final PersonalBand BAND =
            new PersonalBand(1, 64, 3, 2, OptionalDouble.empty(), SourceClass.ECG, 4);

    @Test
    void ofWhomNothingIsKnownNothingIsTold() {
        assertThat(known(List.of(), List.of()).backgrounds(strap(), Map.of())).isEmpty();
    }

    @Test
    void flagsOfTheCardAndOfTheCommandLineAddUpAndBelongToTheirPerson() {
        Map<LaneId, SensorDescription> couple =
                Map.of(
                        LaneId.CLIENT,
                        sensor(SourceClass.ECG),
                        LaneId.PARTNER,
                        sensor(SourceClass.ECG));
        KnownBefore known = known(List.of("Beta-Blocker", "partner=pacemaker"), List.of());
        Map<LaneId, Background> told =
                known.backgrounds(couple, kept(Set.of(ClientFlag.PREGNANCY), Set.of()));
        assertThat(told.get(LaneId.CLIENT))
                .isEqualTo(
                        new Background(
                                Set.of(ClientFlag.BETA_BLOCKER, ClientFlag.PREGNANCY),
                                Optional.empty(),
                                Reference.TODAY));
        assertThat(told.get(LaneId.PARTNER))
                .isEqualTo(
                        new Background(
                                Set.of(ClientFlag.PACEMAKER), Optional.empty(), Reference.TODAY));
        assertThat(known.notes())
                .containsExactly(
                        "the band of client is not used: it was learned under other flags");
    }

    @Test
    void theApprovedBandIsToldAndAsEarlierWhenAskedFor() {
        assertThat(known(List.of(), List.of()).backgrounds(strap(), kept(Set.of(), Set.of())))
                .containsEntry(
                        LaneId.CLIENT,
                        new Background(Set.of(), Optional.of(BAND), Reference.TODAY));
        assertThat(
                        known(List.of(), List.of("earlier"))
                                .backgrounds(strap(), kept(Set.of(), Set.of())))
                .containsEntry(
                        LaneId.CLIENT,
                        new Background(Set.of(), Optional.of(BAND), Reference.EARLIER));
    }

    @Test
    void withoutConsentToDeriveTheBandIsNotUsedAndAskingForItIsRefused() {
        Map<LaneId, KnownBefore.Kept> withdrawn =
                Map.of(
                        LaneId.CLIENT,
                        new KnownBefore.Kept(
                                card(Set.of(), Set.of()),
                                List.of("no consent to 'derive' is in force")));
        KnownBefore known = known(List.of(), List.of());
        assertThat(known.backgrounds(strap(), withdrawn)).isEmpty();
        assertThat(known.notes()).singleElement().asString().contains("'derive'");
        assertThatThrownBy(
                        () -> known(List.of(), List.of("earlier")).backgrounds(strap(), withdrawn))
                .isInstanceOf(ConsentRefusedException.class);
    }

    @Test
    void aBandOfAnotherKindOfSensorIsSaidToBeOfNoUse() {
        KnownBefore known = known(List.of(), List.of("earlier"));
        Map<LaneId, SensorDescription> pulse = Map.of(LaneId.CLIENT, sensor(SourceClass.OPTICAL));
        assertThat(known.backgrounds(pulse, kept(Set.of(), Set.of()))).hasSize(1);
        assertThat(known.notes())
                .singleElement()
                .asString()
                .contains("another kind of sensor (ecg)");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> known(List.of("pacer"), List.of()))
                .isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> known(List.of(), List.of("yesterday")))
                .isInstanceOf(UsageException.class);
        assertThatThrownBy(
                        () -> known(List.of(), List.of("earlier")).backgrounds(strap(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no band was approved");
        assertThatThrownBy(
                        () ->
                                known(List.of("partner=pacemaker"), List.of())
                                        .backgrounds(strap(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("partner");
    }

    private static KnownBefore known(List<String> flags, List<String> baselines) {
        return new KnownBefore(flags, baselines);
    }

    private static Map<LaneId, SensorDescription> strap() {
        return Map.of(LaneId.CLIENT, sensor(SourceClass.ECG));
    }

    private static SensorDescription sensor(SourceClass source) {
        return new SensorDescription("sensor", "test:", source, Set.of());
    }

    private static Map<LaneId, KnownBefore.Kept> kept(Set<ClientFlag> flags, Set<ClientFlag> then) {
        return Map.of(LaneId.CLIENT, new KnownBefore.Kept(card(flags, then), List.of()));
    }

    private static ClientCard card(Set<ClientFlag> flags, Set<ClientFlag> then) {
        return new ClientCard(
                flags, List.of(new ApprovedBand(BAND, Instant.EPOCH, then, "")), Optional.empty());
    }
}
