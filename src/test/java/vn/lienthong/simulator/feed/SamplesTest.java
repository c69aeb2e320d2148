package vn.lienthong.simulator.feed;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.contract.Contract;
import vn.lienthong.kernel.SchemaFiles;

/** Holds every shipped sample against the contract and against the rules of a dossier's course. */
class SamplesTest {
    private static final LocalDate BASE = LocalDate.of(2026, 11, 18);
    private static final List<Sample> SAMPLES = new SampleFiles(SchemaFiles.packed()).all();
    private static final Catalogue CATALOGUE = Catalogue.load(SchemaFiles.packed());
    private static final JsonSchema DOSSIER = Contract.schema("dossier");
    private static final JsonSchema PROGRESS = Contract.schema("progress");
    private static final JsonSchema SAMPLE = Contract.schema("sample");
    private static final Map<String, Set<String>> EDGES = Map.ofEntries(
            entry("", Set.of("REGISTERED", "ACCEPTED")),
            entry("REGISTERED", Set.of("ACCEPTED", "NOT_ACCEPTED", "SUPPLEMENT_REQUESTED", "WITHDRAWN")),
            entry(
                    "ACCEPTED",
                    Set.of("IN_PROGRESS", "SUPPLEMENT_REQUESTED", "PAYMENT_REQUESTED", "WITHDRAWN", "STOPPED")),
            entry(
                    "IN_PROGRESS",
                    Set.of("SUPPLEMENT_REQUESTED", "PAYMENT_REQUESTED", "WITHDRAWN", "STOPPED", "PROCESSED")),
            entry("SUPPLEMENT_REQUESTED", Set.of("ACCEPTED", "IN_PROGRESS", "WITHDRAWN", "STOPPED")),
            entry("PAYMENT_REQUESTED", Set.of("IN_PROGRESS", "PROCESSED", "STOPPED")),
            entry("WITHDRAWN", Set.of("STOPPED", "IN_PROGRESS")),
            entry("PROCESSED", Set.of("RETURNED")));

    static Stream<Sample> samples() {
        return SAMPLES.stream();
    }

    @Test
    void cover_everyProcedure_channelAndEnd() {
        assertThat(SAMPLES).hasSizeGreaterThanOrEqualTo(36);
        assertThat(last("procedureCode"))
                .containsExactlyInAnyOrderElementsOf(CATALOGUE.procedures().all(BASE).stream()
                        // a leg of a linked procedure takes no papers of its own: it comes with the whole
                        .filter(procedure -> !procedure.components().isEmpty())
                        .map(Procedure::code)
                        .toList());
        assertThat(last("channel")).containsExactlyInAnyOrder("COUNTER", "ONLINE", "POSTAL");
        assertThat(last("status")).containsExactlyInAnyOrder("RETURNED", "NOT_ACCEPTED", "STOPPED");
        assertThat(last("intakeAgency")).contains("H15.24133", "H15.02");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepTheContract(Sample sample) {
        assertThat(Contract.findings(SAMPLE, json(sample.text()))).isEmpty();
        for (FeedEvent event : sample.script(new FeedDays(BASE)).events()) {
            if (isResult(event)) {
                assertThat(event.body()).contains("name=\"metadata\"", "name=\"document\"");
                continue;
            }
            JsonSchema schema = event.method().equals("PUT") ? DOSSIER : PROGRESS;
            assertThat(Contract.findings(schema, json(event.body())))
                    .as(event.body())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takeOnlyUsualSteps_andNeverGoBackInTime(Sample sample) {
        String status = "";
        OffsetDateTime clock = OffsetDateTime.MIN;
        for (FeedEvent event : sample.script(new FeedDays(BASE)).events()) {
            if (isResult(event)) {
                continue;
            }
            JsonNode body = json(event.body());
            String next = body.path("status").asText();
            if (event.method().equals("PUT")) {
                assertThat(EDGES.getOrDefault(status, Set.of())).as(status).contains(next);
                status = next;
                assertInOrder(body, "submittedAt", "acceptedAt", "processedAt", "returnedAt");
                assertInOrder(body, "submittedAt", "refusedAt");
                assertInOrder(body, "acceptedAt", "appointmentAt");
                body.path("supplements").forEach(round -> assertInOrder(round, "requestedAt", "completedAt"));
                assertThat(body.path("supplements").size()).isLessThanOrEqualTo(1);
            } else {
                assertThat(next).isEqualTo(status);
                OffsetDateTime at = time(body, "occurredAt");
                assertThat(at)
                        .isAfterOrEqualTo(clock)
                        .isBefore(BASE.atTime(LocalTime.MIN).atOffset(ZoneOffset.ofHours(7)));
                clock = at;
            }
        }
        assertThat(EDGES).as("the story has an end").doesNotContainKey(status);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nameOnlyWhatTheCatalogueKnows(Sample sample) {
        Sample.Script script = sample.script(new FeedDays(BASE));
        JsonNode told = json(lastPut(script).body());
        Procedure procedure = CATALOGUE
                .procedures()
                .find(told.path("procedureCode").asText(), BASE)
                .orElseThrow();
        told.path("documents")
                .forEach(document -> assertThat(procedure.component(
                                document.path("componentCode").asText()))
                        .isPresent());
        assertThat(procedure.fees())
                .extracting(Procedure.Fee::code)
                .containsAll(told.path("fees").findValuesAsText("code"));
        assertThat(procedure.results())
                .extracting(Procedure.Result::code)
                .containsAll(told.path("results").findValuesAsText("resultCode"));
        for (String agency : List.of("intakeAgency", "competentAgency", "collectionPoint")) {
            if (told.has(agency)) {
                assertThat(CATALOGUE.agencies().find(told.path(agency).asText(), BASE))
                        .isPresent();
            }
        }
        assertThat(CATALOGUE
                        .agencies()
                        .isSelfOrBelow(
                                script.client(), told.path("intakeAgency").asText()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void showMadeUpPeople_whoseNumbersFitTheirNames(Sample sample) {
        JsonNode applicant = json(sample.text()).path("dossier").path("applicant");
        assertThat(applicant.path("phone").asText()).startsWith("0900000");
        String id = applicant.path("personalId").asText();
        if (!id.isEmpty()) {
            assertThat(id).matches("066[0-3][0-9]{2}000[0-9]{3}");
            boolean woman = applicant.path("name").asText().matches(".* Thị .*|H'.*");
            assertThat((id.charAt(3) - '0') % 2).as(applicant.toString()).isEqualTo(woman ? 1 : 0);
        }
        assertThat(applicant.path("name").asText()).containsPattern("Mẫu|Thử|Nháp|Ví Dụ|Giả Định|Minh Họa");
    }

    @Property(tries = 100)
    void haveNumbersOfTheirOwn_whicheverTheDay(@ForAll @IntRange(min = 0, max = 1500) int day) {
        FeedDays days = new FeedDays(BASE.plusDays(day));
        Set<String> numbers = new HashSet<>();
        for (Sample sample : SAMPLES) {
            assertThat(numbers.add(sample.script(days).number()))
                    .as(sample.file())
                    .isTrue();
        }
    }

    private static List<String> last(String field) {
        return SAMPLES.stream()
                .map(sample -> json(lastPut(sample.script(new FeedDays(BASE))).body())
                        .path(field)
                        .asText())
                .distinct()
                .toList();
    }

    private static boolean isResult(FeedEvent event) {
        return event.path().endsWith("/results");
    }

    private static FeedEvent lastPut(Sample.Script script) {
        return script.events().stream()
                .filter(event -> event.method().equals("PUT"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static void assertInOrder(JsonNode body, String... fields) {
        List<OffsetDateTime> times = new ArrayList<>();
        Stream.of(fields).filter(body::hasNonNull).forEach(field -> times.add(time(body, field)));
        assertThat(times).isSorted();
    }

    private static OffsetDateTime time(JsonNode body, String field) {
        return OffsetDateTime.parse(body.path(field).asText());
    }

    private static JsonNode json(String text) {
        try {
            return Objects.requireNonNull(Contract.JSON.readTree(text));
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
