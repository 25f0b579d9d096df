package org.attune.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attune.consent.ConsentScope;
import org.attune.regulation.Background;
import org.attune.regulation.Background.Reference;
import org.attune.regulation.PersonalBand;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.store.ApprovedBand;
import org.attune.store.ClientCard;
import org.attune.store.Vault;

/**
 * What is known of each person before a session: from the vault, and from the command line. What
 * the command line says is for this session only. Flags that were kept hold even when consent to
 * store has ended since: they only ever make the display say less.
 */
final class KnownBefore {
    private final Map<LaneId, Set<ClientFlag>> flags = new LinkedHashMap<>();
    private final Map<LaneId, Reference> references = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param flagTexts {@code beta-blocker} or {@code partner=beta-blocker}
     * @param referenceTexts {@code earlier} or {@code partner=earlier}
     */
    KnownBefore(List<String> flagTexts, List<String> referenceTexts) {
        for (String text : flagTexts) {
            flags.computeIfAbsent(lane(text), lane -> EnumSet.noneOf(ClientFlag.class))
                    .add(ClientFlags.parse(said(text)));
        }
        for (String text : referenceTexts) {
            references.put(lane(text), reference(said(text)));
        }
    }

    /**
     * What the vault says of a person.
     *
     * @param card what is kept
     * @param missing the consents missing to use the band
     */
    record Kept(ClientCard card, List<String> missing) {
        static Kept of(Vault vault, ClientCode client, Instant now) {
            return new Kept(
                    vault.cards().card(client),
                    vault.consents()
                            .missing(
                                    client, List.of(ConsentScope.STORE, ConsentScope.DERIVE), now));
        }
    }

    /**
     * What is to be told to the pipeline, for the lanes of which anything is known.
     *
     * @param sensors of the session, by lane
     * @param kept what the vault says, by lane
     */
    Map<LaneId, Background> backgrounds(
            Map<LaneId, SensorDescription> sensors, Map<LaneId, Kept> kept) {
        Set<LaneId> lanes = sensors.keySet();
        Set<LaneId> named = new LinkedHashSet<>(flags.keySet());
        named.addAll(references.keySet());
        named.removeAll(lanes);
        if (!named.isEmpty()) {
            throw new UsageException(
                    "something was said of " + named.iterator().next() + ", who has no sensor");
        }
        Map<LaneId, Background> backgrounds = new LinkedHashMap<>();
        for (LaneId lane : lanes) {
            Background background = background(lane, Optional.ofNullable(kept.get(lane)));
            if (!background.equals(Background.NONE)) {
                backgrounds.put(lane, background);
            }
        }
        sensors.forEach(
                (lane, sensor) ->
                        compare(sensor, backgrounds.getOrDefault(lane, Background.NONE), lane));
        return backgrounds;
    }

    /** The pipeline does not use a band of another class of sensor; here it is said beforehand. */
    private void compare(SensorDescription sensor, Background background, LaneId lane) {
        background
                .band()
                .map(PersonalBand::source)
                .filter(source -> sensor.source() != SourceClass.UNKNOWN)
                .filter(source -> sensor.source() != source)
                .ifPresent(
                        source ->
                                notes.add(
                                        "the band of "
                                                + lane
                                                + " is not used: it was learned from another kind"
                                                + " of sensor ("
                                                + Json.lower(source)
                                                + "); today's range is learned"));
    }

    /** What the therapist should know of it, each in one line. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private Background background(LaneId lane, Optional<Kept> kept) {
        Set<ClientFlag> all = EnumSet.noneOf(ClientFlag.class);
        kept.ifPresent(each -> all.addAll(each.card().flags()));
        all.addAll(flags.getOrDefault(lane, Set.of()));
        Reference reference = references.getOrDefault(lane, Reference.TODAY);
        Optional<ApprovedBand> approved = kept.flatMap(each -> each.card().inForce());
        Optional<PersonalBand> band = Optional.empty();
        if (approved.isEmpty()) {
            refuse(reference, lane, "no band was approved; see 'attune client band --help'");
        } else if (!kept.orElseThrow().missing().isEmpty()) {
            String missing = String.join(", ", kept.get().missing());
            if (reference == Reference.EARLIER) {
                throw new ConsentRefusedException(
                        "the band of earlier sessions is not used: "
                                + missing
                                + "; see 'attune consent give --help'");
            }
            notes.add("the band of " + lane + " is not used: " + missing);
        } else if (!approved.get().flags().equals(all)) {
            refuse(reference, lane, "the band was learned under other flags");
            notes.add("the band of " + lane + " is not used: it was learned under other flags");
        } else {
            band = approved.map(ApprovedBand::band);
        }
        return new Background(all, band, reference);
    }

    private static void refuse(Reference reference, LaneId lane, String because) {
        if (reference == Reference.EARLIER) {
            throw new UsageException(
                    "cannot judge " + lane + " against earlier sessions: " + because);
        }
    }

    private static LaneId lane(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? LaneId.CLIENT : new LaneId(text.substring(0, equals));
    }

    private static String said(String text) {
        return text.substring(text.indexOf('=') + 1);
    }

    private static Reference reference(String text) {
        for (Reference reference : Reference.values()) {
            if (Json.lower(reference).equals(text.toLowerCase(Locale.ROOT))) {
                return reference;
            }
        }
        throw new UsageException("--baseline is today or earlier: " + text);
    }
}
