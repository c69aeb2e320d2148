package vn.lienthong.simulator.internal.civil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.ControlInput;
import vn.lienthong.simulator.internal.Deed;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Platform;
import vn.lienthong.simulator.internal.Reading;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/** The twin of the civil-status platform: a token, the hand-over of linked dossiers, and the reading of their results. */
public final class CivilStatus implements Platform {
    private static final String BASE = "POST apiLienThongKSKT/1.0/";

    private final Tokens tokens = new Tokens();
    private final Book book;
    private final Manner manner;
    private final Office office;

    /** A twin that remembers in this ledger. */
    public CivilStatus(Ledger ledger, Clock clock) {
        book = new Book(ledger);
        manner = new Manner(ledger);
        office = new Office(book, manner, clock);
    }

    /** What the ledger has to recall. */
    public List<Ledger.Memory> memories() {
        return List.of(book, manner);
    }

    @Override
    public String id() {
        return "civil-status";
    }

    @Override
    public Visit visit(Call call) {
        String door = call.method() + " "
                + String.join("/", call.path().subList(1, call.path().size()));
        return switch (door) {
            case "POST token" -> new Service("token", call, tokens::give, false);
            case BASE + "nhanHoSoDKHT" -> new Service("register", call, office::take, true);
            case BASE + "LayKetQua" -> new Service("results", call, office::tell, true);
            default -> Visit.futile(Reply.refusal(404, "Không có địa chỉ này.", "There is nothing at this address."));
        };
    }

    @Override
    public Optional<Reply> control(Call call, List<String> rest) {
        String door = call.method() + " " + (rest.isEmpty() ? "" : rest.getFirst());
        return switch (door) {
            case "GET behaviour" -> Optional.of(Reply.json(200, manner.write()));
            case "PUT behaviour" ->
                Optional.of(Reading.body(call, manner::read).answer(decision -> {
                    manner.set(decision);
                    return Reply.json(200, manner.write());
                }));
            case "GET registrations" -> Optional.of(Reply.json(200, book.all()));
            case "PUT registrations" -> rest.size() == 2 ? Optional.of(change(call, rest.get(1))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Sets a registration's state, out of order too, or the number it gave: a wrong certificate, a corrected one. */
    private Reply change(Call call, String number) {
        Optional<Entry> entry = book.find(number);
        return entry.isEmpty()
                ? Reply.refusal(404, "Không có hồ sơ này.", "There is no such registration.")
                : Reading.body(call, input -> changed(input, entry.get())).answer(now -> {
                    book.write(now);
                    return Reply.json(200, now.write());
                });
    }

    private static Reading<Entry> changed(JsonNode input, Entry entry) {
        ControlInput in = new ControlInput(input, Set.of("state", "personalId"));
        int state = (int) in.number("state", entry.state(), 0, 9);
        return in.reading(entry.in(state, entry.since(), in.text("personalId", entry.personalId())));
    }

    @Override
    public void describe(ObjectNode stats) {
        book.describe(stats);
    }

    @Override
    public void empty() {
        book.empty();
    }

    /** One call; but for the token all need one. */
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
            return guarded && !tokens.alive(call) ? Service::closed : () -> work.apply(call);
        }

        @Override
        public Optional<Reply> expire() {
            tokens.end(call);
            return guarded ? Optional.of(closed()) : Optional.empty();
        }

        private static Reply closed() {
            return Reply.json(401, Json.object().put("error", "invalid_token"));
        }
    }
}
