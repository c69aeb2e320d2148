package vn.lienthong.simulator.internal.civil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.ControlInput;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Platform;
import vn.lienthong.simulator.internal.Reading;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.TokenDoor;
import vn.lienthong.simulator.internal.Visit;

/** The twin of the civil-status platform: a token, the hand-over of linked dossiers, and the reading of their results. */
public final class CivilStatus implements Platform {
    private static final String BASE = "POST apiLienThongKSKT/1.0/";

    private final TokenDoor door =
            new TokenDoor(Reply.json(401, Json.object().put("error", "invalid_token")), call -> false);
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
        String wanted = call.method() + " "
                + String.join("/", call.path().subList(1, call.path().size()));
        return switch (wanted) {
            case "POST token" -> door.token(call);
            case BASE + "nhanHoSoDKHT" -> door.guarded("register", call, office::take);
            case BASE + "LayKetQua" -> door.guarded("results", call, office::tell);
            default -> Visit.futile(Reply.refusal(404, "Không có địa chỉ này.", "There is nothing at this address."));
        };
    }

    @Override
    public Optional<Reply> control(Call call, List<String> rest) {
        String wanted = call.method() + " " + (rest.isEmpty() ? "" : rest.getFirst());
        return switch (wanted) {
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
        ControlInput in = new ControlInput(input, Set.of("state", "personalId", "certificate"));
        int state = (int) in.number("state", entry.state(), 0, 9);
        return in.reading(entry.in(state, entry.since(), in.text("personalId", entry.personalId()))
                .with(in.text("certificate", entry.certificate())));
    }

    @Override
    public void describe(ObjectNode stats) {
        book.describe(stats);
    }

    @Override
    public void empty() {
        book.empty();
    }
}
