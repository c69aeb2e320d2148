package vn.lienthong.document;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Audit;
import vn.lienthong.document.ResultRenewalRepository.Aging;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.signing.RenewalOutcome;
import vn.lienthong.signing.RenewalProperties;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** Keeps renewed results beside their older versions, and tells the agency where one cannot be renewed. */
@Component
class RenewedVersions {
    private static final Logger LOG = LoggerFactory.getLogger(RenewedVersions.class);
    private static final String NOT_RENEWED = "RESULT-NOT-RENEWED";

    private final ResultRenewalRepository rows;
    private final FileStore store;
    private final FileRepository files;
    private final WorkItems workItems;
    private final Audit audit;
    private final RenewalProperties settings;
    private final TransactionTemplate transaction;

    RenewedVersions(
            ResultRenewalRepository rows,
            FileStore store,
            FileRepository files,
            WorkItems workItems,
            Audit audit,
            RenewalProperties settings,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.store = store;
        this.files = files;
        this.workItems = workItems;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** The file first, durably, then all that names it in one transaction; whoever was quicker with this result stays. */
    void keep(Aging result, RenewalOutcome.Renewed renewed) {
        int size = renewed.bytes().length;
        if (!store.roomFor(size)) {
            throw FileProblems.diskLow();
        }
        Sha256Name name = store.put(renewed.bytes());
        files.keep(name, size, result.type().mediaType());
        transaction.executeWithoutResult(status -> {
            if (!rows.renewed(result, renewed.life(), name, size)) {
                return;
            }
            audit.record(
                    "gateway",
                    "result.renew",
                    "result:" + result.id(),
                    "version " + (result.place() + 1) + ", until "
                            + renewed.life().ends(),
                    Audit.Outcome.DONE);
            if (!rows.othersOfItsDossier(result, settings.attempts())) {
                workItems.settle(NOT_RENEWED, result.dossierNumber(), "RENEWED");
            }
        });
    }

    /** Notes that it failed; from so many times on the agency is told, once. */
    void fail(Aging result, Bilingual why, Duration pause) {
        LOG.warn("Chưa gia hạn được kết quả {} / not renewed now: {}", result.id(), why.both());
        transaction.executeWithoutResult(status -> {
            rows.postpone(result, pause, true);
            if (result.attempts() + 1 == settings.attempts()) {
                workItems.open(List.of(new NewWorkItem(
                        NOT_RENEWED,
                        result.dossierNumber(),
                        result.agency(),
                        null,
                        result.id(),
                        new Bilingual(
                                "Không gia hạn được dấu thời gian của kết quả: " + why.vi()
                                        + ". Bản hiện có vẫn dùng được tới khi chứng thư của nó hết hạn; trục sẽ thử tiếp. Nếu"
                                        + " chứng thư người ký đã bị thu hồi, hãy phát hành lại kết quả.",
                                "The result's time-stamp cannot be renewed: " + why.en()
                                        + ". What there is holds until its certificate ends, and it is tried again. Issue the"
                                        + " result anew if a signer's certificate was revoked."))));
                audit.record("gateway", "result.renew", "result:" + result.id(), "failed", Audit.Outcome.FAILED);
            }
        });
    }
}
