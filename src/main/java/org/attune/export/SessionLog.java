package org.attune.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.attune.consent.DataCategory;
import org.attune.pipeline.Moment;

/**
 * A session as another Attune reviews it: its log, and a sheet that says what it is. It is written
 * only where the session is sent to be reviewed; where only data leave, there is nothing for it.
 */
public final class SessionLog implements Exporter {
    /** The sheet. */
    public static final String SHEET = "session.json";

    /** The log. */
    public static final String LOG = "session.log";

    private final Function<List<Moment>, byte[]> writer;
    private final Optional<String> answerTo;

    /**
     * @param writer the binary form of moments
     * @param answerTo the age recipient to which what comes back is to be sealed
     * @throws IllegalArgumentException when it is none
     */
    public SessionLog(Function<List<Moment>, byte[]> writer, Optional<String> answerTo) {
        answerTo.ifPresent(AgeSeal::new);
        this.writer = writer;
        this.answerTo = answerTo;
    }

    @Override
    public String id() {
        return "session";
    }

    @Override
    public String title() {
        return "Session for review in another Attune";
    }

    @Override
    public String mediaType() {
        return "application/octet-stream";
    }

    @Override
    public Set<DataCategory> needs() {
        return EnumSet.copyOf(ReviewCut.SHOWN);
    }

    @Override
    public Set<DataCategory> holds() {
        return Set.of();
    }

    @Override
    public void write(ExportGrant grant, ExportContent content, ExportTarget target) {
        content.shared().ifPresent(shared -> write(grant, content, shared, target));
    }

    private void write(
            ExportGrant grant,
            ExportContent content,
            ExportContent.Shared shared,
            ExportTarget target) {
        ExportContent.Provenance provenance = content.provenance();
        SharedSession sheet =
                new SharedSession(
                        content.session(),
                        content.subject().pseudonym(),
                        shared.lane().value(),
                        content.startedAt(),
                        provenance.pipelineVersion(),
                        shared.settingsFingerprint(),
                        provenance.closed(),
                        provenance.lost(),
                        grant.request().recipient().code(),
                        grant.permit().validUntil(),
                        answerTo,
                        shared.words());
        target.add(SHEET, sheet.toBytes());
        target.add(LOG, writer.apply(shared.moments()));
    }
}
