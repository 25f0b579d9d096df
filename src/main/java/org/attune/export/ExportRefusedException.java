package org.attune.export;

import java.util.List;
import org.attune.AttuneException;

/** Consent forbids an export: each missing element in plain words. */
public final class ExportRefusedException extends AttuneException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> missing;

    ExportRefusedException(List<String> missing, ExportRegister.Stage stage) {
        super(
                (stage == ExportRegister.Stage.ASKED
                                ? "not exported: "
                                : "not exported after all, and what was written is removed: ")
                        + String.join("; ", missing)
                        + ". Ask the person, and enter what they agree to with 'attune consent"
                        + " give'",
                null);
        this.missing = List.copyOf(missing);
    }

    /** Each missing element in plain words. */
    public List<String> missing() {
        return missing;
    }
}
