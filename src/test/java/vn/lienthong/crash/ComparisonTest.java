package vn.lienthong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The judge itself is tried: a proof by a judge that never says no proves nothing. */
class ComparisonTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void isContent_whenEverythingIsShownOnceInOrder() {
        Comparison found = compare(List.of("1", "2", "3"), "");

        assertThat(found.confirmed()).isEqualTo(3);
        assertThat(found.lost()).isEmpty();
        assertThat(found.doubled()).isEmpty();
        assertThat(found.inverted()).isEmpty();
    }

    @Test
    void findsTheLost() {
        assertThat(compare(List.of("1", "3"), "").lost()).containsExactly("2");
    }

    @Test
    void findsTheDoubled() {
        assertThat(compare(List.of("1", "2", "2", "3"), "").doubled()).containsExactly("2");
    }

    @Test
    void findsTheInverted() {
        assertThat(compare(List.of("2", "1", "3"), "").inverted()).containsExactly("1");
    }

    @Test
    void findsTheInvented() {
        assertThat(compare(List.of("1", "2", "9", "3"), "").invented()).containsExactly("9");
    }

    @Test
    void letsAStateBeReplacedByItsNeighbourOfTheSameStatus() {
        Comparison found = compare(List.of("1", "3"), "e2");

        assertThat(found.superseded()).isEqualTo(1);
        assertThat(found.lost()).isEmpty();
    }

    @Test
    void findsTheLost_whenTheGatewaySaysReplacedButNothingReplacesIt() {
        assertThat(compare(List.of("2", "3"), "e1").lost()).containsExactly("1");
        assertThat(compare(List.of("1", "2"), "e3").lost()).containsExactly("3");
    }

    @Test
    void letsWhatIsBeforeAPersonWait_withWhatIsBehindIt() {
        Comparison found = compare(List.of("1"), lane("CONFIRMED", "PARKED", "READY"));

        assertThat(found.waiting()).isEqualTo(2);
        assertThat(found.lost()).isEmpty();
    }

    @Test
    void findsTheLost_whenTheGatewaySaysConfirmedOrWaitsForNobody() {
        assertThat(compare(List.of("1"), lane("CONFIRMED", "CONFIRMED", "READY"))
                        .lost())
                .containsExactly("2", "3");
    }

    /** A dossier told as ACCEPTED, IN_PROGRESS, IN_PROGRESS, with marks 1, 2, 3 and events e1, e2, e3. */
    private static Comparison compare(List<String> shown, String superseded) {
        ObjectNode deliveries = JSON.objectNode();
        deliveries
                .putArray("items")
                .addObject()
                .put("eventId", superseded)
                .put("state", "CANCELLED")
                .put("reason", "SUPERSEDED");
        return compare(shown, deliveries);
    }

    private static Comparison compare(List<String> shown, ObjectNode deliveries) {
        List<Ledger.Entry> told = Stream.of(1, 2, 3)
                .map(place -> new Telling("d", place, false, "" + place, body(place), ""))
                .map(telling -> new Ledger.Entry(telling, "e" + telling.place()))
                .toList();
        List<JsonNode> effects = shown.stream()
                .<JsonNode>map(
                        mark -> JSON.objectNode().put("service", "DongBoHoSoMC").put("TrichYeuHoSo", mark))
                .toList();
        return Comparison.of(Map.of("d", told), Map.of("d", effects), number -> deliveries);
    }

    /** The gateway's word on the three events, the newest first, as it answers. */
    private static ObjectNode lane(String... states) {
        ObjectNode deliveries = JSON.objectNode();
        ArrayNode items = deliveries.putArray("items");
        for (int place = states.length; place > 0; place--) {
            items.addObject().put("id", "" + place).put("eventId", "e" + place).put("state", states[place - 1]);
        }
        return deliveries;
    }

    private static ObjectNode body(int place) {
        return JSON.objectNode().put("status", place == 1 ? "ACCEPTED" : "IN_PROGRESS");
    }
}
