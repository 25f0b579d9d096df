package org.attune.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.attune.consent.ConsentGrant;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.time.WallClock;

/**
 * Makes an export from first question to final name: asks the gate, cuts, writes each format,
 * packs, seals, asks again, names. Any thread; each call stands for itself.
 */
public final class ExportDesk {
    private final ExportGate gate;
    private final List<Exporter> exporters;
    private final Supplier<Optional<AuditMark>> audit;
    private final ConsentFinder consents;
    private final WallClock clock;

    /** The consent an export rests on, by its id. */
    @FunctionalInterface
    public interface ConsentFinder {
        Optional<ConsentGrant> find(ExportGrant grant);
    }

    /**
     * @param exporters every format there is
     * @param audit where the vault's audit stands
     * @param consents finds the consent of a grant
     */
    public ExportDesk(
            ExportGate gate,
            List<Exporter> exporters,
            Supplier<Optional<AuditMark>> audit,
            ConsentFinder consents,
            WallClock clock) {
        this.gate = gate;
        this.exporters = List.copyOf(exporters);
        this.audit = audit;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * What an export left behind.
     *
     * @param path its name
     * @param files within it
     * @param bytes of all of them; of the one file, if it is one
     * @param sha256 as in {@link ExportRegister.Copy}
     */
    public record Placed(Path path, int files, long bytes, String sha256) {}

    /**
     * Exactly what would leave, without writing anything.
     *
     * @throws ExportRefusedException when consent forbids it
     */
    public ExportPreview preview(ExportOrder order) {
        ExportGrant grant = gate.ask(order.request());
        Made made = make(grant, order);
        return ExportPreview.of(order, made.content(), made.bag().files(), made.leftOut());
    }

    /**
     * Exports to {@code path}, which must not exist: {@code .zip} makes an archive, {@code .age} an
     * archive sealed to a recipient, any other ending a single file with its description beside it,
     * and no ending a folder.
     *
     * @param seal to whose key it is sealed; with {@code .age} only
     * @throws ExportRefusedException when consent forbids it, now or at the end
     * @throws ExportFailedException when it cannot be written; nothing is left behind
     * @throws IllegalArgumentException when format, path and seal do not fit together
     */
    public Placed export(ExportOrder order, Path path, Optional<AgeSeal> seal) {
        String name = Placement.nameOf(path, seal.isPresent());
        ExportGrant grant = gate.ask(order.request());
        Made made = make(grant, order);
        if (seal.isPresent()) {
            return archive(grant, path, name, seal.get().seal(made.bag().toZip()), made);
        }
        if (name.endsWith(".zip")) {
            return archive(grant, path, name, made.bag().toZip(), made);
        }
        return name.indexOf('.') > 0
                ? single(grant, path, name, made)
                : folder(grant, path, name, made);
    }

    private Placed archive(ExportGrant grant, Path path, String name, byte[] bytes, Made made) {
        return place(gate, grant, path, name, bytes, made.bag().files().size());
    }

    /**
     * Places one file under a grant: written, asked again, named.
     *
     * @param name of {@code path}
     * @param files how many it stands for
     */
    static Placed place(
            ExportGate gate, ExportGrant grant, Path path, String name, byte[] bytes, int files) {
        String sha256 = ExportPackage.sha256(bytes);
        try (Placement placement = Placement.beside(path)) {
            placement.write(new TreeMap<>(Map.of("export", bytes)));
            gate.confirm(grant, sha256, name);
            placement.nameFiles(Map.of("export", path));
        }
        return new Placed(path, files, bytes.length, sha256);
    }

    private Placed folder(ExportGrant grant, Path path, String name, Made made) {
        SortedMap<String, byte[]> files = made.bag().files();
        try (Placement placement = Placement.beside(path)) {
            placement.write(files);
            gate.confirm(grant, made.bag().sha256(), name);
            placement.nameFolder();
        }
        long bytes = files.values().stream().mapToLong(each -> each.length).sum();
        return new Placed(path, files.size(), bytes, made.bag().sha256());
    }

    private Placed single(ExportGrant grant, Path path, String name, Made made) {
        if (made.data().size() != 1) {
            throw new IllegalArgumentException(
                    "this format makes "
                            + made.data().size()
                            + " files: name a folder (no ending) or an archive (.zip)");
        }
        byte[] bytes = made.data().values().iterator().next();
        byte[] about = made.bag().files().getOrDefault("metadata.json", new byte[0]);
        String sha256 = ExportPackage.sha256(bytes);
        try (Placement placement = Placement.beside(path)) {
            placement.write(new TreeMap<>(Map.of("export", bytes, "about", about)));
            gate.confirm(grant, sha256, name);
            Map<String, Path> names = new LinkedHashMap<>();
            names.put("about", path.resolveSibling(name + ".metadata.json"));
            names.put("export", path);
            placement.nameFiles(names);
        }
        return new Placed(path, 1, bytes.length, sha256);
    }

    /** What is about to leave, in memory. */
    private record Made(
            ExportContent content,
            SortedMap<String, byte[]> data,
            ExportPackage bag,
            List<LeftOut.Thing> leftOut) {}

    private Made make(ExportGrant grant, ExportOrder order) {
        ExportContent content =
                ExportContent.of(order.lane(), grant.categories(), order.pseudonyms());
        Instant at = clock.now();
        SortedMap<String, byte[]> data = new TreeMap<>();
        List<String> formats = new ArrayList<>();
        List<LeftOut.Thing> leftOut =
                new ArrayList<>(LeftOut.of(order.lane(), content.categories()));
        boolean all = grant.request().format() == ExportFormat.BUNDLE;
        for (Exporter exporter : chosen(grant)) {
            ExportTarget target = new ExportTarget();
            try {
                exporter.write(grant, content, target);
            } catch (UnwritableException noRoom) {
                if (!all) {
                    throw noRoom;
                }
                // What the others hold leaves all the same; which is missing and why is told.
                leftOut.add(LeftOut.format(exporter.id(), noRoom));
                continue;
            }
            String folder = all ? exporter.id() + "/" : "";
            target.files().forEach((path, bytes) -> data.put(folder + path, bytes));
            formats.add(exporter.id());
        }
        if (data.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing would be in it: the format holds none of the data asked for");
        }
        ExportPapers papers =
                new ExportPapers(
                        grant, content, leftOut, consents.find(grant), audit.get(), at, formats);
        return new Made(
                content,
                Collections.unmodifiableSortedMap(data),
                ExportPackage.of(grant, content, papers, data),
                List.copyOf(leftOut));
    }

    private List<Exporter> chosen(ExportGrant grant) {
        ExportFormat format = grant.request().format();
        if (format == ExportFormat.BUNDLE) {
            return exporters.stream()
                    .filter(each -> grant.categories().containsAll(each.needs()))
                    .toList();
        }
        Exporter exporter =
                exporters.stream()
                        .filter(each -> each.id().equals(format.code()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no such format: " + format.code()));
        for (DataCategory needed : exporter.needs()) {
            if (!grant.categories().contains(needed)) {
                throw new IllegalArgumentException(
                        "the format " + exporter.id() + " needs the data '" + needed.code() + "'");
            }
        }
        return List.of(exporter);
    }
}
