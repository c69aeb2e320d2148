package vn.lienthong.post.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.post.PostCodes;
import vn.lienthong.post.order.Orders;
import vn.lienthong.post.tracking.ParcelEvent;
import vn.lienthong.post.tracking.ParcelState;
import vn.lienthong.post.tracking.Tracking;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** Stores what a page tells: orders that the post has, events of parcels, and what nobody understands yet. */
@Component
class FeedStore {
    private static final int MOST_UNREAD = 1000;
    private static final String SILENT = "-";

    private final Tracking tracking;
    private final Orders orders;
    private final PostCodes codes;
    private final FeedRepository rows;
    private final WorkItems workItems;
    private final TransactionTemplate transaction;

    FeedStore(
            Tracking tracking,
            Orders orders,
            PostCodes codes,
            FeedRepository rows,
            WorkItems workItems,
            TransactionTemplate transaction) {
        this.tracking = tracking;
        this.orders = orders;
        this.codes = codes;
        this.rows = rows;
        this.workItems = workItems;
        this.transaction = transaction;
    }

    /** Stores the rows of a page, and what {@code cursor} writes, in one transaction. */
    void keep(String customer, byte[] bytes, Feed.Page page, Runnable cursor) {
        Set<String> known =
                tracking.known(customer, page.rows().stream().map(FeedRow::id).toList());
        List<FeedRow> fresh =
                page.rows().stream().filter(row -> !known.contains(row.id())).toList();
        // an order that the post tells of is taken, whatever happens to the rest of the page
        fresh.stream()
                .map(row -> new Orders.Told(row.order(), row.item()))
                .distinct()
                .forEach(orders::told);
        List<FeedRow> strange =
                fresh.stream().filter(row -> codes.state(row.code()).isEmpty()).toList();
        List<ParcelEvent> events = events(fresh);
        Runnable rest = () -> {
            strange.forEach(row -> keepStrange(customer, row));
            if (page.unreadable() > 0 && !fresh.isEmpty()) {
                workItems.open(List.of(unreadable(customer, page.unreadable())));
            }
            cursor.run();
        };
        if (events.isEmpty()) {
            transaction.executeWithoutResult(status -> rest.run());
        } else {
            tracking.take(customer, bytes, events, rest);
        }
    }

    /** Takes rows kept before, whose codes the table knows by now. */
    void readUnread(String customer) {
        List<FeedRow> understood = rows.unread(customer, MOST_UNREAD).stream()
                .filter(row -> codes.state(row.code()).isPresent())
                .toList();
        if (understood.isEmpty()) {
            return;
        }
        Runnable forget = () ->
                rows.forgetUnread(customer, understood.stream().map(FeedRow::id).toList());
        List<ParcelEvent> events = events(understood);
        if (events.isEmpty()) {
            transaction.executeWithoutResult(status -> forget.run());
        } else {
            tracking.take(customer, named(understood), events, forget);
        }
    }

    /** The pages that told of them are no longer at hand: their names lead there. */
    private static byte[] named(List<FeedRow> kept) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        kept.forEach(row -> names.add(row.id()));
        return JsonNodeFactory.instance
                .objectNode()
                .<ObjectNode>set("keptBefore", names)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<ParcelEvent> events(List<FeedRow> read) {
        List<ParcelEvent> events = new ArrayList<>();
        for (FeedRow row : read) {
            codes.state(row.code())
                    .filter(state -> !state.equals(SILENT) && !row.item().isEmpty())
                    .flatMap(ParcelState::of)
                    .ifPresent(state -> events.add(new ParcelEvent(
                            row.id(),
                            row.item(),
                            state,
                            row.occurredAt(),
                            row.office(),
                            row.reason(),
                            row.from(),
                            row.to())));
        }
        return events;
    }

    private void keepStrange(String customer, FeedRow row) {
        if (rows.keepUnread(customer, row)) {
            workItems.open(List.of(item(
                    customer,
                    "PARCEL-CODE-UNKNOWN",
                    "Bưu điện báo mã trạng thái " + row.code() + " chưa có trong bảng mã; tin được giữ. Hãy bổ sung"
                            + " schemas/replies/post.yaml.",
                    "The post tells the state code " + row.code()
                            + ", which is not in the table; the news is kept. Add it to"
                            + " schemas/replies/post.yaml.")));
        }
    }

    private NewWorkItem unreadable(String customer, int count) {
        return item(
                customer,
                "POST-FEED-UNREADABLE",
                count + " dòng tin của bưu điện thiếu mã, thời điểm hoặc trạng thái đọc được. Hãy báo bưu điện.",
                count + " rows of the post's feed lack an id, a time or a code that reads. Tell the post.");
    }

    private NewWorkItem item(String customer, String code, String vi, String en) {
        return new NewWorkItem(
                code,
                null,
                Objects.requireNonNullElse(orders.agencyOf(customer), customer),
                null,
                null,
                new Bilingual(vi, en));
    }
}
