package vn.lienthong.simulator.internal.insurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import vn.lienthong.simulator.internal.ControlInput;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reading;

/**
 * How social insurance decides.
 *
 * @param decision what it says of a result when it is asked or calls back: {@code ACCEPTED}, {@code REFUSED},
 *     {@code CORRECTION}, or {@code PENDING}
 * @param gateway where it acknowledges by itself; empty, the default: it waits until it is asked
 * @param client who it is there
 * @param secret with which secret
 * @param times how often it says each acknowledgement
 * @param delayMs how long after a result came it acknowledges
 */
record Behaviour(String decision, String gateway, String client, String secret, int times, int delayMs) {
    static final Behaviour USUAL = new Behaviour("ACCEPTED", "", "bhxh", "sandbox-bhxh", 1, 0);

    private static final Set<String> NAMES = Set.of("decision", "gateway", "client", "secret", "times", "delayMs");
    private static final int TEN_MINUTES = 600_000;

    /** This behaviour with the fields of the input changed and the others kept. */
    Reading<Behaviour> with(JsonNode input) {
        ControlInput in = new ControlInput(input, NAMES);
        String address = in.text("gateway", gateway);
        if (!address.isEmpty() && !address.matches("https?://[^/]+")) {
            in.refuse("“gateway” phải là địa chỉ http(s).", "'gateway' must be an http(s) address.");
        }
        return in.reading(new Behaviour(
                in.word("decision", decision, "ACCEPTED", "REFUSED", "CORRECTION", "PENDING"),
                address,
                in.text("client", client),
                in.text("secret", secret),
                (int) in.number("times", times, 1, 5),
                (int) in.number("delayMs", delayMs, 0, TEN_MINUTES)));
    }

    ObjectNode write() {
        ObjectNode node = Json.object();
        node.put("decision", decision).put("gateway", gateway).put("client", client);
        return node.put("secret", secret).put("times", times).put("delayMs", delayMs);
    }

    boolean callsBack() {
        return !gateway.isEmpty() && !decision.equals("PENDING");
    }
}
