package vn.lienthong.post.handover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.ContentRules;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.intake.BodySchema;
import vn.lienthong.intake.NativeReader;
import vn.lienthong.intake.StrictJson;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.Sha256;

/** Reads one item, whatever its neighbours are. What the wall or the dossiers' rules refuse rejects this item alone. */
@Component
class ItemReader {
    private final BodySchema schema;
    private final NativeReader dossiers;
    private final ContentRules rules;
    private final GatewayClock clock;

    ItemReader(SchemaFiles files, NativeReader dossiers, ContentRules rules, GatewayClock clock) {
        this.schema = new BodySchema(files, "post-handover-item.schema.json");
        this.dossiers = dossiers;
        this.rules = rules;
        this.clock = clock;
    }

    /** The item at this place, counted from 1. */
    ReadItem read(int place, byte[] bytes) {
        JsonNode node;
        try {
            node = StrictJson.read(bytes);
        } catch (ProblemException refused) {
            return new ReadItem(place, null, null, Reason.of(refused.problem(), ""), Sha256.of(bytes));
        }
        byte[] digest = Sha256.of(ContentDigest.canonical(node));
        List<Reason> found = Reason.of(schema.errors(node).stream(), "");
        String parcel = found.stream()
                        .noneMatch(reason -> String.valueOf(reason.pointer()).startsWith("/parcelNumber"))
                ? node.path("parcelNumber").textValue()
                : null;
        if (!found.isEmpty() || parcel == null) {
            return new ReadItem(place, parcel, null, found, digest);
        }
        List<Reason> reasons = new ArrayList<>();
        HandoverItem item = item(parcel, node, reasons);
        return new ReadItem(place, parcel, item, reasons, digest);
    }

    private @Nullable HandoverItem item(String parcel, JsonNode node, List<Reason> reasons) {
        JsonNode dossier = node.path("dossier");
        String outside = node.path("dossierNumber").textValue();
        String inside = dossier.path("dossierNumber").textValue();
        if (outside != null && inside != null && !outside.equals(inside)) {
            reasons.add(Reason.rejected(
                    "DOSSIER-NUMBER-DIFFERS",
                    "/dossierNumber",
                    "Mã hồ sơ của bưu gửi khác mã trong hồ sơ.",
                    "The dossier number of the item differs from the one in the dossier."));
        }
        DossierNumber number = null;
        try {
            String text = outside == null ? inside : outside;
            number = text == null ? null : rules.number(text);
        } catch (ProblemException refused) {
            reasons.addAll(Reason.of(refused.problem(), ""));
        }
        DossierContent told = null;
        try {
            LocalDate on = number == null ? clock.today() : number.received();
            told = dossiers.unnumbered(completed(dossier, node.path("documents")), on);
        } catch (ProblemException refused) {
            reasons.addAll(Reason.of(refused.problem(), "/dossier"));
        }
        if (told == null) {
            return null;
        }
        JsonNode papers = node.path("paperCount");
        return new HandoverItem(
                parcel, number, told, fees(node.path("feesCollected")), papers.isNumber() ? papers.intValue() : null);
    }

    /** What the post need not say is known from its being the post; the papers of the item are the dossier's. */
    private static ObjectNode completed(JsonNode dossier, JsonNode documents) {
        ObjectNode whole = dossier.deepCopy();
        whole.put("revision", 0);
        if (!whole.hasNonNull("channel")) {
            whole.put("channel", "POSTAL");
        }
        if (!whole.hasNonNull("status")) {
            whole.put("status", "REGISTERED");
        }
        if (documents.isArray()
                && (!whole.hasNonNull("documents") || whole.path("documents").isArray())) {
            ArrayNode papers =
                    whole.hasNonNull("documents") ? whole.withArray("documents") : whole.putArray("documents");
            for (JsonNode paper : documents) {
                if (!listed(papers, paper)) {
                    papers.add(paper);
                }
            }
        }
        return whole;
    }

    /** The same paper may stand in both lists. */
    private static boolean listed(ArrayNode papers, JsonNode paper) {
        for (JsonNode other : papers) {
            if (other.path("name").equals(paper.path("name"))
                    && other.path("componentCode").equals(paper.path("componentCode"))
                    && other.path("attachment").equals(paper.path("attachment"))) {
                return true;
            }
        }
        return false;
    }

    /** A sum, or fees one by one. */
    private static @Nullable Long fees(JsonNode collected) {
        if (collected.isNumber()) {
            return collected.longValue();
        }
        if (!collected.isArray()) {
            return null;
        }
        long sum = 0;
        for (JsonNode fee : collected) {
            sum += fee.path("amount").longValue();
        }
        return sum;
    }
}
