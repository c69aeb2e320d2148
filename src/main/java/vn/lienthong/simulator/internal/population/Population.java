package vn.lienthong.simulator.internal.population;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Platform;
import vn.lienthong.simulator.internal.Reading;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/**
 * The population register's twin: SOAP at {@code /population}, the same behind a provincial proxy at
 * {@code /population/json}, tokens for both at {@code /population/token}.
 */
public final class Population implements Platform {
    private final People people;
    private final Tokens tokens = new Tokens();
    private final Tally tally;
    private final Questions questions;
    private final Headers headers;

    /** A twin that remembers in this ledger. */
    public Population(Ledger ledger, Clock clock) {
        this.people = new People(ledger);
        this.tally = new Tally(ledger);
        this.questions = new Questions(people, tally);
        this.headers = new Headers(tokens, clock);
    }

    /** What the ledger has to recall. */
    public List<Ledger.Memory> memories() {
        return List.of(people, tally);
    }

    @Override
    public String id() {
        return "population";
    }

    @Override
    public Visit visit(Call call) {
        String door = String.join("/", call.path().subList(1, call.path().size()));
        return switch (call.method() + " " + door) {
            case "POST " -> new QuestionVisit(call, Envelope.read(call.body()), Form.SOAP, questions, headers);
            case "POST json" ->
                new QuestionVisit(call, ProxyQuestion.read(call.body()), Form.PROXY, questions, headers);
            case "POST token" -> tokens.visit();
            default -> Visit.futile(Reply.refusal(404, "Không có địa chỉ này.", "There is nothing at this address."));
        };
    }

    @Override
    public Optional<Reply> control(Call call, List<String> rest) {
        if (rest.size() == 2 && rest.getFirst().equals("people")) {
            return switch (call.method()) {
                case "GET" ->
                    Optional.of(people.find(rest.get(1))
                            .map(person -> Reply.json(200, person))
                            .orElseGet(() -> Reply.refusal(404, "Không có người này.", "There is no such person.")));
                case "PUT" -> Optional.of(write(call, rest.get(1)));
                default -> Optional.empty();
            };
        }
        if (rest.equals(List.of("people")) && call.method().equals("GET")) {
            ObjectNode body = Json.object();
            ArrayNode items = body.putArray("people");
            people.all().forEach(items::add);
            return Optional.of(Reply.json(200, body));
        }
        return Optional.empty();
    }

    private Reply write(Call call, String number) {
        return Reading.body(call, node -> person(node, number)).answer(person -> {
            people.write(person);
            return Reply.json(200, person);
        });
    }

    private static Reading<ObjectNode> person(JsonNode node, String number) {
        boolean whole = node instanceof ObjectNode
                && node.path("fullName").isTextual()
                && node.path("dateOfBirth").asText().matches("\\d{4}(-\\d{2}-\\d{2})?");
        return whole
                ? new Reading.Fit<>(((ObjectNode) node).put("personalId", number))
                : new Reading.Unfit<>(
                        "Cần fullName và dateOfBirth (yyyy hoặc yyyy-MM-dd).",
                        "fullName and dateOfBirth (yyyy or yyyy-MM-dd) are needed.");
    }

    @Override
    public void describe(ObjectNode stats) {
        stats.put("people", people.all().size());
        tally.describe(stats);
    }

    @Override
    public void empty() {
        people.empty();
        tally.empty();
    }
}
