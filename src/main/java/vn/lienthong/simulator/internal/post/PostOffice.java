package vn.lienthong.simulator.internal.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Platform;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.TokenDoor;
import vn.lienthong.simulator.internal.Visit;

/**
 * The post's twin: the national platform's order calls and event feed, the provincial platform's two order calls, and the
 * post's own service with its feed of attempts.
 */
public final class PostOffice implements Platform {
    /** The old service has the token in the address: it is a contract and does not end. */
    private final TokenDoor doorkeeper = new TokenDoor(
            Reply.json(401, Json.object().put("Message", "Mã truy cập hết hạn hoặc không có")),
            call -> !call.query().getOrDefault("token", "").isEmpty());

    private final Book book;
    private final Track track;
    private final Habits habits;
    private final Counter counter;
    private final Feeds feeds;
    private final PostDesk desk;

    /** A twin that remembers in this ledger. */
    public PostOffice(Ledger ledger, Clock clock) {
        book = new Book(ledger);
        track = new Track(ledger, clock);
        habits = new Habits(ledger);
        counter = new Counter(book, track, habits, clock);
        feeds = new Feeds(track, habits);
        desk = new PostDesk(book, track, habits, clock);
    }

    /** What the ledger has to recall. */
    public List<Ledger.Memory> memories() {
        return List.of(book, track, habits);
    }

    @Override
    public String id() {
        return "post";
    }

    @Override
    public Visit visit(Call call) {
        String door = String.join("/", call.path().subList(1, call.path().size()));
        return switch (call.method() + " " + door) {
            case "POST token" -> doorkeeper.token(call);
            case "POST apiVNPostNGSP/p1.0/order/post" ->
                doorkeeper.guarded("order", call, it -> counter.order(it, false, false));
            case "GET apiVNPostNGSP/p1.0/order/cancel" -> doorkeeper.guarded("cancel", call, counter::cancel);
            case "GET apiVNPostNGSP/p1.0/order/tracking" -> doorkeeper.guarded("tracking", call, feeds::events);
            case "POST lgsp/order" -> doorkeeper.guarded("order", call, it -> counter.order(it, true, true));
            case "POST lgsp/orderWithoutItemCode" ->
                doorkeeper.guarded("order", call, it -> counter.order(it, false, true));
            case "POST serviceApi/v1/postDieuTin" -> doorkeeper.guarded("order", call, counter::direct);
            case "GET serviceApi/v1/getDelivery" -> doorkeeper.guarded("delivery", call, feeds::attempts);
            default -> Visit.futile(Reply.refusal(404, "Không có địa chỉ này.", "There is nothing at this address."));
        };
    }

    @Override
    public Optional<Reply> control(Call call, List<String> rest) {
        return desk.answer(call, rest);
    }

    @Override
    public void describe(ObjectNode stats) {
        book.describe(stats);
        stats.put("events", track.size());
    }

    @Override
    public void empty() {
        book.empty();
        track.empty();
    }
}
