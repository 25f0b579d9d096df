package org.attune.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.config.AttuneSettings;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.ExportRequest;
import org.attune.consent.Identifiability;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.export.ChartDesk;
import org.attune.export.ExportDesk;
import org.attune.export.ExportGate;
import org.attune.export.KeyedPseudonyms;
import org.attune.export.page.PageWish;
import org.attune.export.page.TrendPage;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.trend.Trend;
import org.attune.review.trend.TrendMeasure;
import org.attune.review.trend.TrendSession;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.attune.ui.trend.TrendPictures;

/**
 * Hands out pictures of trends: into the practice's record, by consent to {@code report}, as a
 * printed page is. On the worker thread of whoever asks.
 */
final class TrendPictureDesk implements TrendPictures {
    private static final Set<DataCategory> CATEGORIES =
            EnumSet.of(
                    DataCategory.HR,
                    DataCategory.MARKERS,
                    DataCategory.ESTIMATES,
                    DataCategory.REPORT);

    private final Vault vault;
    private final ClientCode client;
    private final AttuneSettings settings;
    private final TrendSessions sessions;

    TrendPictureDesk(
            Vault vault, ClientCode client, AttuneSettings settings, TrendSessions sessions) {
        this.vault = vault;
        this.client = client;
        this.settings = settings;
        this.sessions = sessions;
    }

    /** All charts of the class of sensor of the newest session that stands in a line. */
    String write(Path file) {
        List<TrendSession> all = sessions.all();
        Trend trend = Trend.of(all, settings.trend());
        SourceClass source =
                all.stream()
                        .map(TrendSession::source)
                        .flatMap(Optional::stream)
                        .filter(each -> isOnALine(trend, each))
                        .reduce((before, newest) -> newest)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "no trend: too few sessions compare; nothing is"
                                                        + " written"));
        return write(trend, List.of(TrendMeasure.values()), source, file);
    }

    private static boolean isOnALine(Trend trend, SourceClass source) {
        return trend.panels().stream()
                .flatMap(panel -> panel.lines().stream())
                .anyMatch(line -> line.source() == source);
    }

    @Override
    public String write(List<TrendMeasure> measures, SourceClass source, Path file) {
        return write(Trend.of(sessions.all(), settings.trend()), measures, source, file);
    }

    private String write(Trend trend, List<TrendMeasure> measures, SourceClass source, Path file) {
        ExportFormat format = PagePrinter.format(file);
        Recipient recipient = ExportWords.recipient("institution:practice", "");
        byte[] key = vault.pseudonymKey();
        KeyedPseudonyms pseudonyms = new KeyedPseudonyms(key, recipient, Purpose.CARE);
        Arrays.fill(key, (byte) 0);
        PageWish wish =
                new PageWish(
                        format,
                        PageWish.Paper.A4,
                        PageWish.Reader.THERAPIST,
                        PagePrinter.language(settings.display().language().locale()),
                        ZoneId.systemDefault(),
                        WallClock.system().now(),
                        0,
                        grant -> ExportOrders.consentedAt(vault, grant));
        TrendPage page =
                new TrendPage(
                        wish,
                        new TrendPage.What(trend, settings.trend(), measures, source, versions()));
        ExportDesk.Placed placed =
                new ChartDesk(
                                new ExportGate(
                                        new VaultRegister(vault, Optional.empty()),
                                        WallClock.system()))
                        .export(request(trend, recipient, format), pseudonyms, page, file);
        return PagePrinter.told(placed);
    }

    private String versions() {
        return Version.TEXT
                + " · pipeline "
                + SessionPipeline.VERSION
                + " · settings "
                + settings.fingerprint().substring(0, 8);
    }

    private ExportRequest request(Trend trend, Recipient recipient, ExportFormat format) {
        TrendSession newest = trend.sessions().get(trend.sessions().size() - 1);
        Instant end =
                newest.session().startedAt().plusSeconds(Math.round(newest.whole().seconds()));
        return new ExportRequest(
                client,
                ConsentScope.REPORT,
                CATEGORIES,
                Purpose.CARE,
                recipient,
                format,
                Identifiability.PSEUDONYMISED,
                trend.sessions().get(0).session().startedAt(),
                end);
    }
}
