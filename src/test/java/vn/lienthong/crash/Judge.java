package vn.lienthong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.PortalTwin;
import vn.lienthong.testing.Reply;

/** Lets everything settle, then holds the ledger, the portal's history and the gateway's own word against each other. */
final class Judge {
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(3);
    private static final List<String> OPEN = List.of("READY", "SENDING", "SENT", "UNCERTAIN");
    private static final List<String> A_PERSON_S = List.of("PARKED", "REFUSED", "EXPIRED");
    private static final Pattern NEXT = Pattern.compile("<https?://[^/]+(.*)>; rel=\"next\"");

    private final PortalTwin portal;
    private final Ledger ledger;
    private final boolean poor;
    private int lastEffect;
    private int lastRepeats;
    private int lastAsked;

    /** {@code poor}: the portal does not tell enough, so steps may end before a person and states may be repeated. */
    Judge(PortalTwin portal, Ledger ledger, boolean poor) {
        this.portal = portal;
        this.ledger = ledger;
        this.poor = poor;
    }

    /** Leaves out of the next judgement what the portal has been shown so far. */
    void passOverWhatWas() {
        lastEffect = portal.history(lastEffect, effect -> {});
        lastRepeats = portal.stats().path("duplicates").asInt();
    }

    /** Waits until nothing moves any more, besides what is behind something that a person must look at. */
    void awaitSettled(GatewayProcess node) {
        Client ops = Client.of(node.url(), "ops");
        node.await("everything is settled", LONGEST_DRAIN, () -> {
            Set<String> open = new HashSet<>();
            OPEN.forEach(state -> all(ops, state).forEach(item -> open.add(dossier(item))));
            if (!open.isEmpty()) {
                all(ops, "PARKED").forEach(item -> open.remove(dossier(item)));
            }
            return open.isEmpty();
        });
    }

    /** Judges what was accepted and shown since the judgement before; the figures come first, then the verdict. */
    void judge(GatewayProcess node, CrashReport report) {
        Client ops = Client.of(node.url(), "ops");
        Map<String, List<JsonNode>> shown = new HashMap<>();
        lastEffect = portal.history(
                lastEffect,
                effect -> shown.computeIfAbsent(effect.path("MaHoSo").asText(), number -> new ArrayList<>())
                        .add(effect));
        Comparison found = Comparison.of(
                ledger.byDossier(),
                shown,
                number -> ops.get("/v1/dossiers/" + number + "/deliveries")
                        .expect(200)
                        .json());
        JsonNode stats = portal.stats();
        int repeats = stats.path("duplicates").asInt(-1) - lastRepeats;
        lastRepeats += repeats;
        List<JsonNode> asked = new ArrayList<>();
        A_PERSON_S.forEach(state -> asked.addAll(all(ops, state)));
        report.judgement(figures(found, repeats).put("parked", asked.size() - lastAsked));
        lastAsked = asked.size();
        verdict(found, repeats, asked);
        assertThat(stats.path("outOfOrder").asInt(-1))
                .as("the portal's own count of inversions")
                .isZero();
        ledger.clear();
    }

    private ObjectNode figures(Comparison found, int repeats) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("readBack", poor ? "poor" : "rich")
                .put("accepted", ledger.size())
                .put("repeatedCalls", ledger.repeats())
                .put("confirmed", found.confirmed())
                .put("superseded", found.superseded())
                .put("waiting", found.waiting())
                .put("identicalRepeats", repeats)
                .put("lost", found.lost().size() + found.invented().size())
                .put("doubled", found.doubled().size())
                .put("inverted", found.inverted().size());
    }

    private void verdict(Comparison found, int repeats, List<JsonNode> asked) {
        assertThat(ledger.complaints()).isEmpty();
        assertThat(found.lost()).as("lost").isEmpty();
        assertThat(found.doubled()).as("doubled").isEmpty();
        assertThat(found.inverted()).as("inverted").isEmpty();
        assertThat(found.invented()).as("invented").isEmpty();
        assertThat(found.confirmed() + found.superseded() + found.waiting()).isEqualTo(ledger.size());
        assertThat(ledger.byDossier().values().stream().flatMap(List::stream).map(Ledger.Entry::eventId))
                .doesNotHaveDuplicates();
        if (poor) {
            assertThat(asked).as("before a person").allMatch(Judge::isStepInDoubt);
        } else {
            assertThat(asked).as("before a person").isEmpty();
            assertThat(repeats).as("the portal's own count of repeats").isZero();
        }
    }

    private static boolean isStepInDoubt(JsonNode delivery) {
        return delivery.path("kind").asText().equals("progress")
                && delivery.path("state").asText().equals("PARKED")
                && delivery.path("reason").asText().equals("MAYBE-SENT");
    }

    private static String dossier(JsonNode delivery) {
        return delivery.path("dossierNumber").asText();
    }

    private static List<JsonNode> all(Client ops, String state) {
        List<JsonNode> all = new ArrayList<>();
        String path = "/v1/deliveries?limit=500&state=" + state;
        while (!path.isEmpty()) {
            Reply page = ops.get(path).expect(200);
            page.json().path("items").forEach(all::add);
            Matcher next = NEXT.matcher(page.header("Link"));
            path = next.find() ? next.group(1) : "";
        }
        return all;
    }
}
