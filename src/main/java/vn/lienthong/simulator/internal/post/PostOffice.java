package vn.lienthong.simulator.internal.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Deed;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Platform;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/**
 * The post's twin: the national platform's order calls and event feed, the provincial platform's two order calls, and the
 * post's own service with its feed of attempts.
 */
public final class PostOffice implements Platform {
    private final Keys keys = new Keys();
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
            case "POST token" -> new Service("token", call, keys::give, false);
            case "POST apiVNPostNGSP/p1.0/order/post" -> guarded("order", call, it -> counter.order(it, false, false));
            case "GET apiVNPostNGSP/p1.0/order/cancel" -> guarded("cancel", call, counter::cancel);
            case "GET apiVNPostNGSP/p1.0/order/tracking" -> guarded("tracking", call, feeds::events);
            case "POST lgsp/order" -> guarded("order", call, it -> counter.order(it, true, true));
            case "POST lgsp/orderWithoutItemCode" -> guarded("order", call, it -> counter.order(it, false, true));
            case "POST serviceApi/v1/postDieuTin" -> guarded("order", call, counter::direct);
            case "GET serviceApi/v1/getDelivery" -> guarded("delivery", call, feeds::attempts);
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

    private Visit guarded(String name, Call call, Function<Call, Reply> work) {
        return new Service(name, call, work, true);
    }

    /** One call of a service. */
    private final class Service implements Visit {
        private final String name;
        private final Call call;
        private final Function<Call, Reply> work;
        private final boolean guarded;

        Service(String name, Call call, Function<Call, Reply> work, boolean guarded) {
            this.name = name;
            this.call = call;
            this.work = work;
            this.guarded = guarded;
        }

        @Override
        public String service() {
            return name;
        }

        @Override
        public Deed admit() {
            return guarded && !keys.open(call) ? Service::closed : () -> work.apply(call);
        }

        @Override
        public Optional<Reply> expire() {
            return guarded && keys.end(call) ? Optional.of(closed()) : Optional.empty();
        }

        private static Reply closed() {
            return Reply.json(401, Json.object().put("Message", "Mã truy cập hết hạn hoặc không có"));
        }
    }
}
