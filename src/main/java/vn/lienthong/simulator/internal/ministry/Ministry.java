package vn.lienthong.simulator.internal.ministry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Deed;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Platform;
import vn.lienthong.simulator.internal.Reading;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/** A ministry's portal, for trying a partner that is added by files alone. */
public final class Ministry implements Platform {
    private final Book book;
    private final Manner manner;
    private final Office office;

    /** A twin that remembers in this ledger. */
    public Ministry(Ledger ledger, Clock clock) {
        book = new Book(ledger, clock);
        manner = new Manner(ledger);
        office = new Office(book, manner);
    }

    /** What the ledger has to recall. */
    public List<Ledger.Memory> memories() {
        return List.of(book, manner);
    }

    @Override
    public String id() {
        return "ministry";
    }

    @Override
    public Visit visit(Call call) {
        JsonNode body = Json.read(call.body()).filter(JsonNode::isObject).orElseGet(Json::object);
        return switch (call.method() + " " + String.join("/", call.path())) {
            case "POST ministry/mapi/login" -> new SignInVisit(body);
            case "POST ministry/mapi/g" -> new ServiceVisit(body);
            default -> Visit.futile(Reply.refusal(404, "Không có địa chỉ này.", "There is nothing at this address."));
        };
    }

    @Override
    public Optional<Reply> control(Call call, List<String> rest) {
        return switch (call.method() + " " + (rest.isEmpty() ? "" : rest.getFirst())) {
            case "GET behaviour" -> Optional.of(Reply.json(200, manner.write()));
            case "PUT behaviour" ->
                Optional.of(Reading.body(call, manner::read).answer(words -> {
                    manner.set(words);
                    return Reply.json(200, manner.write());
                }));
            case "GET dossiers" ->
                rest.size() == 2 ? Optional.of(Reply.json(200, book.history(rest.get(1)))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public void describe(ObjectNode stats) {
        book.describe(stats);
    }

    @Override
    public void empty() {
        book.empty();
    }

    private final class SignInVisit implements Visit {
        private final JsonNode body;

        SignInVisit(JsonNode body) {
            this.body = body;
        }

        @Override
        public String service() {
            return "login";
        }

        @Override
        public Deed admit() {
            return () -> office.signIn(body);
        }

        @Override
        public Optional<Reply> expire() {
            return Optional.empty();
        }
    }

    private final class ServiceVisit implements Visit {
        private final JsonNode body;

        ServiceVisit(JsonNode body) {
            this.body = body;
        }

        @Override
        public String service() {
            return office.service(body);
        }

        @Override
        public Deed admit() {
            return office.knows(body) ? () -> office.serve(body) : this::over;
        }

        @Override
        public Optional<Reply> expire() {
            office.end(body);
            return Optional.of(over());
        }

        private Reply over() {
            return office.answer(Office.SESSION_OVER, "phiên làm việc hết hạn");
        }
    }
}
