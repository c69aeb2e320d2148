package vn.lienthong.document;

import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** Tells an agency of documents that a partner never fetched, once their links have ended. */
@Component
class UnfetchedLinks {
    private static final int MOST = 500;

    private final LinkRepository links;
    private final WorkItems workItems;
    private final TransactionTemplate transaction;

    UnfetchedLinks(LinkRepository links, WorkItems workItems, TransactionTemplate transaction) {
        this.links = links;
        this.workItems = workItems;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 600_000)
    void look() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> report(links.takeUnfetched(MOST))));
        }
    }

    private boolean report(List<LinkRepository.Unfetched> ended) {
        workItems.open(ended.stream()
                .map(link -> new NewWorkItem(
                        "DOCUMENT-NOT-FETCHED",
                        link.dossierNumber(),
                        link.agency(),
                        null,
                        link.event(),
                        new Bilingual(
                                "Hệ thống nhận (" + link.partner()
                                        + ") chưa tải tệp của hồ sơ này trước khi liên kết hết hạn. Hãy tra cứu trên hệ"
                                        + " thống nhận; nếu thiếu tệp, gửi lại hồ sơ để có liên kết mới.",
                                "The receiving system (" + link.partner()
                                        + ") did not fetch a document of this dossier before its link ended. Look there;"
                                        + " if the document is missing, send the dossier again for a new link.")))
                .toList());
        return ended.size() == MOST;
    }
}
