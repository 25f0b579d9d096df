package org.attune.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.export.AgeSeal;
import org.attune.export.AnswerFile;
import org.attune.export.ExportDesk;
import org.attune.export.ExportOrder;
import org.attune.export.ExportRefusedException;
import org.attune.review.Annotation;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.ui.desk.DeskActions;
import org.attune.ui.desk.SupervisionActions;

/** The desk's way to whoever supervises, and back. On the desk's worker thread. */
final class DeskSupervision implements SupervisionActions {
    private final Vault vault;

    DeskSupervision(Vault vault) {
        this.vault = vault;
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    private ExportOrder order(Wish wish) {
        SessionId id = new SessionId(wish.session());
        return Supervision.order(
                vault,
                id,
                DeskExports.lane(vault, id, new ClientCode(wish.code())),
                whose -> DeskExports.recipient(vault, whose, wish.supervisor()));
    }

    private ExportDesk desk(Wish wish) {
        return Supervision.desk(vault, new SessionId(wish.session()), given(wish.answerKey()));
    }

    @Override
    public DeskActions.Leaving preview(Wish wish) {
        try {
            ExportOrder order = order(wish);
            List<String> lines = new ArrayList<>(PreviewText.lines(desk(wish).preview(order)));
            for (Annotation each : order.lane().shared().orElse(List.of())) {
                lines.add("words     " + AnnotationWords.of(each));
            }
            return new DeskActions.Leaving(true, lines);
        } catch (ExportRefusedException refused) {
            return new DeskActions.Leaving(false, refused.missing());
        } catch (UsageException | IllegalArgumentException unusable) {
            return new DeskActions.Leaving(false, List.of(String.valueOf(unusable.getMessage())));
        }
    }

    @Override
    public String send(Wish wish, Path target) {
        ExportDesk.Placed placed =
                desk(wish).export(order(wish), target, given(wish.key()).map(AgeSeal::new));
        return "written: " + placed.path();
    }

    @Override
    public Opened open(Path file, String identity) {
        SupervisedSession session =
                SupervisedSession.open(vault, file, given(identity).map(Path::of));
        SupervisorSaying mine = new SupervisorSaying(vault, session);
        return new Opened(
                session.read().forWindow(),
                SuperviseOpenCommand.actions(mine),
                session.until() + "; nothing of it is kept here",
                () -> answer(file, session, mine));
    }

    private static String answer(Path file, SupervisedSession session, SupervisorSaying mine) {
        if (mine.unsent() == 0) {
            return "";
        }
        Path target = SuperviseOpenCommand.beside(file, session.sheet().answerTo().isPresent());
        mine.answer(target, Optional.empty());
        return "what you said is in " + target + ": send it to the therapist";
    }

    @Override
    public List<String> merge(Path file, String identity) {
        return SuperviseCommand.lines(
                Supervision.merge(
                        vault,
                        SupervisedSession.opened(
                                file, given(identity).map(Path::of), AnswerFile.MOST_BYTES)));
    }
}
