package vn.lienthong.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.document.Attachments;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** Opens stored files to the dossiers that name them, and tells the agency of those that nobody handed in. */
@Component
class NamedAttachments {
    private final Attachments attachments;
    private final WorkItems workItems;

    NamedAttachments(Attachments attachments, WorkItems workItems) {
        this.attachments = attachments;
        this.workItems = workItems;
    }

    /** Looks through these accepted tellings, whose dossiers are locked, in the caller's transaction; all of them at once. */
    void note(List<Submission> fresh) {
        List<TellState> tellings = fresh.stream()
                .map(Submission::command)
                .filter(TellState.class::isInstance)
                .map(TellState.class::cast)
                .filter(told -> !named(told.content()).isEmpty())
                .toList();
        if (tellings.isEmpty()) {
            return;
        }
        List<List<Sha256Name>> missing = attachments.name(tellings.stream()
                .map(told -> Attachments.Naming.of(told.number().value(), told.caller(), named(told.content())))
                .toList());
        List<NewWorkItem> found = new ArrayList<>();
        for (int n = 0; n < tellings.size(); n++) {
            if (!missing.get(n).isEmpty()) {
                found.add(missing(tellings.get(n), missing.get(n).size()));
            }
        }
        workItems.open(found);
    }

    private static NewWorkItem missing(TellState told, int number) {
        return new NewWorkItem(
                "DOSSIER-ATTACHMENT-MISSING",
                told.number().value(),
                told.content().intakeAgency(),
                null,
                told.eventId(),
                new Bilingual(
                        number
                                + " tệp đính kèm chưa được hệ thống gửi hồ sơ tải lên; Cổng không tải được các tệp"
                                + " này. Hãy tải tệp lên rồi gửi phiên bản mới của hồ sơ.",
                        number
                                + " attachments were not handed in by the system that sent the dossier; the portal"
                                + " cannot fetch them. Upload them and send a new version of the dossier."));
    }

    private static List<String> named(DossierContent content) {
        return Stream.concat(
                        content.documents().stream().map(DossierContent.Document::attachment),
                        content.results().stream().map(DossierContent.ResultPaper::attachment))
                .flatMap(NamedAttachments::stored)
                .toList();
    }

    private static Stream<String> stored(@Nullable String attachment) {
        return attachment != null && attachment.toLowerCase(Locale.ROOT).startsWith(Sha256Name.PREFIX)
                ? Stream.of(attachment)
                : Stream.empty();
    }
}
