package vn.lienthong.portal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.Lease;
import vn.lienthong.portal.session.CallResult;
import vn.lienthong.portal.session.Reply;
import vn.lienthong.portal.session.ReplyClass;
import vn.lienthong.portal.session.SessionConnector;

/** The questions of one pull. They have no effect at the portal: one that got no answer may be asked again at once. */
record CatalogueQuestions(
        SessionConnector connector, Supplier<Lease> leases, String unit, BooleanSupplier goOn, int most) {
    private static final int TRIES = 3;

    List<JsonNode> list(String service) {
        JsonNode result = ask(service, connector.question(PortalCatalogue.PARTNER, unit, service));
        if (!result.isArray() || result.isEmpty() || result.size() > most) {
            throw new UnfitCatalogue(
                    service + ": danh sách rỗng hoặc quá dài", service + ": the list is empty or too long");
        }
        return result.valueStream().toList();
    }

    Optional<Procedure> procedure(String code) {
        JsonNode result = ask(
                "LayThuTuc",
                connector.question(PortalCatalogue.PARTNER, unit, "LayThuTuc").put("maTTHC", code));
        if (!result.isArray() || result.size() != 1) {
            throw new UnfitCatalogue(
                    "LayThuTuc " + code + ": không có đúng một thủ tục", "LayThuTuc " + code + ": not one procedure");
        }
        return ProcedureForm.read(code, result.get(0));
    }

    private JsonNode ask(String service, ObjectNode question) {
        String why = "";
        for (int tried = 0; tried < TRIES; tried++) {
            if (!goOn.getAsBoolean()) {
                throw new TurnLost();
            }
            switch (connector.ask(PortalCatalogue.PARTNER, question, leases.get())) {
                case CallResult.Told told -> {
                    return result(service, told.reply());
                }
                case CallResult.Failed failed -> {
                    why = failed.outcome().toString();
                    if (failed.outcome() instanceof DeliveryOutcome.Throttled) {
                        tried = TRIES;
                    }
                }
            }
        }
        throw new UnfitCatalogue(
                service + ": Cổng không trả lời được (" + why + ")",
                service + ": the portal gives no answer (" + why + ")");
    }

    /** The turn went to another node: what this one has read is worth nothing, and nothing is wrong with it. */
    static final class TurnLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TurnLost() {
            super("Another node pulls the catalogue by now");
        }
    }

    private static JsonNode result(String service, Reply reply) {
        if (reply.meaning().filter(ReplyClass.SUCCESS::equals).isEmpty()) {
            throw new UnfitCatalogue(
                    service + ": Cổng từ chối, " + reply.words(), service + ": the portal refuses, " + reply.words());
        }
        return reply.result();
    }
}
