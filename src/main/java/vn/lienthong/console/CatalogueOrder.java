package vn.lienthong.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.catalogue.CataloguePulls;
import vn.lienthong.catalogue.PullStanding;
import vn.lienthong.kernel.Bilingual;

/** An operator's wish for a fresh catalogue, with its entry in the audit. */
@Component
class CatalogueOrder {
    private final CataloguePulls pulls;
    private final Audit audit;

    CatalogueOrder(CataloguePulls pulls, Audit audit) {
        this.pulls = pulls;
        this.audit = audit;
    }

    @Transactional
    void pull(Caller caller, String reason) {
        pulls.askNow(caller.name());
        audit.record(caller, "catalogue.pull", "partner:portal", reason, Audit.Outcome.DONE);
    }

    Last last(Desk desk) {
        PullStanding standing = pulls.standing();
        Instant ended = standing.endedAt();
        Bilingual detail = standing.detail();
        return new Last(
                ended == null ? null : desk.moment(ended),
                standing.outcome(),
                detail == null ? "" : desk.say(detail),
                standing.underWay());
    }

    /** The last pull, for the page. */
    record Last(@Nullable Moment endedAt, @Nullable String outcome, String detail, boolean underWay) {}
}
