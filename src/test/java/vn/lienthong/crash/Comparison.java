package vn.lienthong.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Compares what was accepted with what the portal shows, dossier by dossier.
 *
 * @param confirmed accepted, and shown once
 * @param superseded accepted, and replaced by the next state with the same status before it left
 * @param lost accepted, neither shown nor replaced
 * @param doubled shown more than once
 * @param inverted shown after something that was told later
 * @param invented shown, never accepted
 */
record Comparison(
        int confirmed,
        int superseded,
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
                new Comparison(0, 0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var dossier : accepted.entrySet()) {
            List<String> marks = shown.getOrDefault(dossier.getKey(), List.of()).stream()
                    .map(Comparison::mark)
                    .toList();
            sum = sum.plus(dossier.getValue(), marks, () -> superseded(deliveries.apply(dossier.getKey())));
        }
        for (var dossier : shown.entrySet()) {
            if (!accepted.containsKey(dossier.getKey())) {
                sum.invented.add(dossier.getKey());
            }
        }
        return sum;
    }

    private Comparison plus(
            List<Ledger.Entry> told, List<String> shown, java.util.function.Supplier<Set<String>> cancelled) {
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
        Set<String> called = seen.size() == told.size() ? Set.of() : cancelled.get();
        for (int i = 0; i < told.size(); i++) {
            if (!seen.contains(told.get(i).telling().mark())) {
                boolean fine = called.contains(told.get(i).eventId()) && replacedByNext(told, i);
                replaced += fine ? 1 : 0;
                if (!fine) {
                    lost.add(told.get(i).telling().mark());
                }
            }
        }
        return new Comparison(confirmed + seen.size(), superseded + replaced, lost, doubled, inverted, invented);
    }

    /** Only the neighbour may replace it: a full state with the same status. */
    private static boolean replacedByNext(List<Ledger.Entry> told, int place) {
        if (place + 1 >= told.size() || told.get(place).telling().step()) {
            return false;
        }
        Telling next = told.get(place + 1).telling();
        return !next.step() && next.status().equals(told.get(place).telling().status());
    }

    private static Set<String> superseded(JsonNode deliveries) {
        Set<String> events = new HashSet<>();
        StreamSupport.stream(deliveries.path("items").spliterator(), false)
                .filter(item -> item.path("state").asText().equals("CANCELLED"))
                .filter(item -> item.path("reason").asText().equals("SUPERSEDED"))
                .forEach(item -> events.add(item.path("eventId").asText()));
        return events;
    }

    private static String mark(JsonNode effect) {
        String field = effect.path("service").asText().equals("CapNhatTienDoHoSoMC") ? "NoiDungXuLy" : "TrichYeuHoSo";
        return effect.path(field).asText();
    }
}
