package org.attune.export;

import java.nio.file.Path;
import org.attune.consent.ExportRequest;
import org.attune.consent.Identifiability;

/**
 * The way out for a picture of a person's sessions side by side: asked of their consents before it
 * is drawn and again before it gets its name, entered in the ledger, and under a pseudonym of the
 * recipient. Any thread; each call stands for itself.
 */
public final class ChartDesk {
    private final ExportGate gate;

    public ChartDesk(ExportGate gate) {
        this.gate = gate;
    }

    /** Draws what is to leave; is asked only where consent allows it. */
    @FunctionalInterface
    public interface Drawing {
        /**
         * The bytes of the file.
         *
         * @param grant proof that consent was checked
         * @param subject whose it is: a pseudonym, or the code where that was granted
         */
        byte[] draw(ExportGrant grant, String subject);
    }

    /**
     * Exports to the file {@code path}, which must not exist.
     *
     * @param pseudonyms those of the request's recipient and purpose
     * @throws ExportRefusedException when consent forbids it, now or at the end
     * @throws ExportFailedException when it cannot be written; nothing is left behind
     */
    public ExportDesk.Placed export(
            ExportRequest request, Pseudonyms pseudonyms, Drawing drawing, Path path) {
        String name = Placement.nameOf(path, false);
        ExportGrant grant = gate.ask(request);
        String code = request.client().value();
        boolean named = request.identifiability() == Identifiability.IDENTIFIED;
        byte[] bytes =
                drawing.draw(grant, named ? code : pseudonyms.of(Pseudonyms.Kind.CLIENT, code));
        return ExportDesk.place(gate, grant, path, name, bytes, 1);
    }
}
