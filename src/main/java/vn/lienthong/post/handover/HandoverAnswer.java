package vn.lienthong.post.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;

/** The answer to a manifest: the same bytes for the first caller and for a repeat. */
@Component
class HandoverAnswer {
    private final ObjectMapper json;

    HandoverAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** The answer as JSON. */
    byte[] write(HandoverFacts facts) {
        return bytes(new Body(
                facts.manifestNumber(),
                facts.postOffice(),
                facts.handedOverAt(),
                facts.signedAt(),
                "sha256:" + facts.digest(),
                facts.id(),
                "/v1/post/handovers/" + facts.manifestNumber() + "/record",
                new Sums(
                        facts.items().size(),
                        facts.count(Verdict.ACCEPTED),
                        facts.count(Verdict.DISCREPANCY),
                        facts.count(Verdict.REJECTED),
                        facts.fees()),
                told(facts.reasons(), reason -> true),
                facts.items().stream().map(HandoverAnswer::item).toList()));
    }

    /** The answer as it reads today: with the numbers that agencies gave to parcels since, and how the record stands. */
    byte[] today(byte[] answer, Map<Integer, String> named, String recordState) {
        try {
            ObjectNode body = (ObjectNode) json.readTree(answer);
            body.put("recordState", recordState);
            for (JsonNode item : body.path("items")) {
                String number = named.get(item.path("place").intValue());
                if (number != null) {
                    ((ObjectNode) item).put("dossierNumber", number);
                }
            }
            return bytes(body);
        } catch (IOException corrupt) {
            throw new IllegalStateException("A stored answer does not read", corrupt);
        }
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An answer does not write as JSON", impossible);
        }
    }

    private static Item item(ItemFacts item) {
        return new Item(
                item.place(),
                item.parcelNumber(),
                item.dossierNumber(),
                item.verdict(),
                item.evidenceId(),
                told(item.reasons(), reason -> reason.verdict() != Verdict.ACCEPTED),
                told(item.reasons(), reason -> reason.verdict() == Verdict.ACCEPTED));
    }

    private static List<Told> told(List<Reason> reasons, Predicate<Reason> wanted) {
        return reasons.stream()
                .filter(wanted)
                .map(reason -> new Told(reason.code(), reason.pointer(), reason.message()))
                .toList();
    }

    private record Body(
            String manifestNumber,
            String postOffice,
            OffsetDateTime handedOverAt,
            OffsetDateTime submittedAt,
            String digest,
            UUID evidenceId,
            String record,
            Sums summary,
            List<Told> reasons,
            List<Item> items) {}

    private record Sums(long items, long accepted, long discrepancies, long rejected, long feesCollected) {}

    private record Item(
            int place,
            @Nullable String parcelNumber,
            @Nullable String dossierNumber,
            Verdict status,
            UUID evidenceId,
            List<Told> reasons,
            List<Told> notes) {}

    private record Told(String code, @Nullable String pointer, Bilingual message) {}
}
