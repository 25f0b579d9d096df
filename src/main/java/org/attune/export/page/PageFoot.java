package org.attune.export.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.attune.export.ExportGrant;
import org.attune.export.page.Surface.Lettering;
import org.attune.export.page.Surface.Pen;

/** The foot: the limits of what is shown, and where it comes from. */
final class PageFoot {
    private final PageFrame frame;
    private final PageWords words;
    private final List<String> limits;
    private final List<String> blanks;
    private final List<String> sources;

    PageFoot(PageFrame frame, Blanks blank, ExportGrant grant) {
        this.frame = frame;
        words = frame.words();
        double width = frame.right() - PageFrame.LEFT;
        limits = frame.wrapped(words.say("limits"), 7.2, width - 8);
        String why = blank.all().stream().map(words::why).collect(Collectors.joining("; "));
        blanks =
                why.isEmpty() || frame.isForClient()
                        ? List.of()
                        : frame.wrapped(words.say("lack.lead", why), 6.6, width);
        sources = new ArrayList<>();
        for (String line : rests()) {
            sources.addAll(frame.wrapped(line, 6.3, width));
        }
        for (String line : lines(grant)) {
            sources.addAll(frame.wrapped(line, 6.3, width));
        }
    }

    /** On what the page rests that an export does not have. */
    private List<String> rests() {
        List<String> rests = new ArrayList<>();
        int corrected = frame.wish().corrected();
        if (!frame.isForClient() && frame.part().isEmpty()) {
            rests.add(words.say(corrected > 0 ? "beyond.marks" : "beyond"));
        }
        if (corrected == 1) {
            rests.add(words.say("corrected.one"));
        } else if (corrected > 1) {
            rests.add(words.say("corrected.many", Integer.toString(corrected)));
        }
        return rests;
    }

    private List<String> lines(ExportGrant grant) {
        var provenance = frame.content().provenance();
        var reviewed = frame.content().reviewed().orElseThrow();
        String band =
                frame.timeline()
                        .bandVersion()
                        .map(each -> words.say("foot.band", Integer.toString(each)))
                        .orElseGet(() -> words.say("foot.band.today"));
        return List.of(
                words.say(
                        "foot.versions",
                        provenance.softwareVersion(),
                        provenance.pipelineVersion(),
                        reviewed.settingsFingerprint(),
                        band),
                consent(grant),
                words.say("foot.recording", provenance.recordingHash()),
                words.say(
                        frame.part().isPresent() ? "part.printed" : "foot.printed",
                        words.shortDay(frame.wish().printedAt())
                                + ", "
                                + words.time(frame.wish().printedAt())));
    }

    private String consent(ExportGrant grant) {
        if (grant.grantId().isEmpty()) {
            return capital(words.say("foot.consent.own"));
        }
        String scope = "scope." + grant.request().scope().code();
        return capital(
                words.say(
                        "foot.consent",
                        frame.wish()
                                .consentedAt()
                                .apply(grant)
                                .map(words::shortDay)
                                .orElse(PageWords.NONE),
                        words.has(scope) ? words.say(scope) : grant.request().scope().code(),
                        words.say("purpose." + grant.request().purpose().code())));
    }

    private String capital(String text) {
        return text.substring(0, 1).toUpperCase(words.locale()) + text.substring(1);
    }

    /** How high it is, points. */
    double height() {
        return 14 + 10 * limits.size() + 9 * blanks.size() + 4 + 8.4 * sources.size() + 30;
    }

    void draw() {
        double top = frame.bottom() - height();
        frame.on().line(PageFrame.LEFT, top, frame.right(), top, Pen.line(0.9, 0x22));
        Lettering bold = Lettering.bold(7.2, 0x22);
        double y = frame.lines(PageFrame.LEFT, top + 13, bold, 10, limits);
        Lettering small = Lettering.plain(6.6, PageFrame.SOFT);
        y = frame.lines(PageFrame.LEFT, y + 1, small, 9, blanks);
        Lettering least = Lettering.plain(6.3, PageFrame.FAINT);
        frame.lines(PageFrame.LEFT, y + 3, least, 8.4, sources);
    }
}
