package vn.lienthong.intake;

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

    /** Looks through these accepted tellings, whose dossiers are locked, in the caller's transaction. */
    void note(List<Submission> fresh) {
        for (Submission one : fresh) {
            if (one.command() instanceof TellState told) {
                note(told);
            }
        }
    }

    private void note(TellState told) {
        List<String> named = named(told.content());
        if (named.isEmpty()) {
            return;
        }
        List<Sha256Name> missing = attachments.name(told.number().value(), told.caller(), named);
        if (!missing.isEmpty()) {
            workItems.open(List.of(new NewWorkItem(
                    "DOSSIER-ATTACHMENT-MISSING",
                    told.number().value(),
                    told.content().intakeAgency(),
                    null,
                    told.eventId(),
                    new Bilingual(
                            missing.size()
                                    + " tệp đính kèm chưa được hệ thống gửi hồ sơ tải lên; Cổng không tải được các tệp"
                                    + " này. Hãy tải tệp lên rồi gửi phiên bản mới của hồ sơ.",
                            missing.size()
                                    + " attachments were not handed in by the system that sent the dossier; the portal"
                                    + " cannot fetch them. Upload them and send a new version of the dossier."))));
        }
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
