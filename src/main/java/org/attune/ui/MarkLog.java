package org.attune.ui;

import java.util.List;
import java.util.Optional;
import org.attune.session.MarkKind;
import org.attune.session.Marker;

/** What can be read from the marks so far. Pure, any thread. */
final class MarkLog {
    private MarkLog() {}

    /** The name of a profile, of the detail of its mark. */
    static String profileName(String detail) {
        int at = detail.indexOf('@');
        return at < 0 ? detail : detail.substring(0, at);
    }

    /** The profile that comes after the one in force; empty if there is none to change to. */
    static Optional<String> nextProfile(List<String> profiles, List<Marker> markers) {
        if (profiles.isEmpty()) {
            return Optional.empty();
        }
        int now =
                newest(markers, MarkKind.PROFILE).map(m -> profiles.indexOf(m.detail())).orElse(0);
        return Optional.of(profiles.get((now + 1) % profiles.size()));
    }

    /** Whether a set is running. */
    static boolean inSet(List<Marker> markers) {
        return newest(markers, MarkKind.SET).map(Marker::beginsSet).orElse(false);
    }

    /** The newest mark of that kind. */
    static Optional<Marker> newest(List<Marker> markers, MarkKind kind) {
        return markers.stream().filter(each -> each.kind() == kind).reduce((old, late) -> late);
    }
}
