package vn.lienthong.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.bulk.BulkAction;

/** A bulk action as people see it. */
record BulkRow(
        String href,
        String act,
        List<String> filter,
        String who,
        Moment at,
        String state,
        @Nullable String stoppedBy,
        @Nullable Moment ended,
        String reason,
        @Nullable String evidence,
        int count,
        int done,
        int refused,
        boolean running) {

    static BulkRow of(BulkAction action, Map<String, String> conditions, Desk desk) {
        String evidence = action.evidence();
        return new BulkRow(
                "/bulk-actions/" + action.id(),
                desk.say(action.act().forMany().title()),
                FilterWords.of(conditions, desk),
                action.who(),
                Objects.requireNonNull(desk.moment(action.at())),
                action.state().name(),
                action.stoppedBy(),
                desk.moment(action.endedAt()),
                Mask.text(action.reason()),
                evidence == null ? null : Mask.text(evidence),
                action.count(),
                action.done(),
                action.refused(),
                action.state() == BulkAction.State.RUNNING);
    }

    /** How many have their result. */
    public int through() {
        return done + refused;
    }
}
