package vn.lienthong.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * Compares what was accepted with what the portal shows, dossier by dossier.
 *
 * @param confirmed accepted, and shown once
 * @param superseded accepted, and replaced by the next state with the same status before it left
 * @param waiting accepted, not shown, and before a person or behind what is
 * @param lost accepted, neither shown nor replaced nor before a person
 * @param doubled shown more than once
 * @param inverted shown after something that was told later
 * @param invented shown, never accepted
 */
record Comparison(
        int confirmed,
        int superseded,
        int waiting,
        List<String> lost,
        List<String> doubled,
        List<String> inverted,
        List<String> invented) {

    /** {@code shown}: the portal's history of all dossiers; {@code deliveries}: the gateway's own word on one. */
    static Comparison of(
            Map<String, List<Ledger.Entry>> accepted,
            Map<String, List<JsonNode>> shown,
            Function<String, JsonNode> deliveries) {
        Comparison sum =
                new Comparison(0, 0, 0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var dossier : accepted.entrySet()) {
            List<String> marks = shown.getOrDefault(dossier.getKey(), List.of()).stream()
                    .map(Comparison::mark)
                    .toList();
            sum = sum.plus(dossier.getValue(), marks, () -> Said.in(deliveries.apply(dossier.getKey())));
        }
        for (var dossier : shown.entrySet()) {
            if (!accepted.containsKey(dossier.getKey())) {
                sum.invented.add(dossier.getKey());
            }
        }
        return sum;
    }

    private Comparison plus(List<Ledger.Entry> told, List<String> shown, Supplier<Said> gateway) {
        Map<String, Integer> places = new HashMap<>();
        told.forEach(entry -> places.put(entry.telling().mark(), entry.telling().place()));
        Set<String> seen = new HashSet<>();
        int last = 0;
        for (String mark : shown) {
            Integer place = places.get(mark);
            if (place == null) {
                invented.add(mark);
            } else if (!seen.add(mark)) {
                doubled.add(mark);
            } else if (place < last) {
                inverted.add(mark);
            } else {
                last = place;
            }
        }
        int replaced = 0;
        int asked = 0;
        Said said = seen.size() == told.size() ? new Said(Set.of(), Set.of()) : gateway.get();
        for (int i = 0; i < told.size(); i++) {
            Ledger.Entry entry = told.get(i);
            if (seen.contains(entry.telling().mark())) {
                continue;
            }
            if (said.superseded.contains(entry.eventId()) && replacedByNext(told, i)) {
                replaced++;
            } else if (said.waiting.contains(entry.eventId())) {
                asked++;
            } else {
                lost.add(entry.telling().mark());
            }
        }
        return new Comparison(
                confirmed + seen.size(), superseded + replaced, waiting + asked, lost, doubled, inverted, invented);
    }

    /** Only the neighbour may replace it: a full state with the same status. */
    private static boolean replacedByNext(List<Ledger.Entry> told, int place) {
        if (place + 1 >= told.size() || told.get(place).telling().step()) {
            return false;
        }
        Telling next = told.get(place + 1).telling();
        return !next.step() && next.status().equals(told.get(place).telling().status());
    }

    private static String mark(JsonNode effect) {
        String field = effect.path("service").asText().equals("CapNhatTienDoHoSoMC") ? "NoiDungXuLy" : "TrichYeuHoSo";
        return effect.path(field).asText();
    }

    /** The gateway's own word on the events of a dossier: which were replaced, which wait for a person. */
    private record Said(Set<String> superseded, Set<String> waiting) {
        private static final Set<String> A_PERSON_S = Set.of("PARKED", "REFUSED", "EXPIRED");

        static Said in(JsonNode deliveries) {
            Said said = new Said(new HashSet<>(), new HashSet<>());
            List<JsonNode> lane = StreamSupport.stream(deliveries.path("items").spliterator(), false)
                    .sorted(Comparator.comparingLong(item -> item.path("id").asLong()))
                    .toList();
            boolean blocked = false;
            for (JsonNode item : lane) {
                String state = item.path("state").asText();
                String event = item.path("eventId").asText();
                if (state.equals("CANCELLED") && item.path("reason").asText().equals("SUPERSEDED")) {
                    said.superseded.add(event);
                } else if (A_PERSON_S.contains(state) || (blocked && state.equals("READY"))) {
                    said.waiting.add(event);
                }
                blocked |= state.equals("PARKED");
            }
            return said;
        }
    }
}
