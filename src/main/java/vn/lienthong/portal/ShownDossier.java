package vn.lienthong.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import vn.lienthong.portal.session.ReplyTable;

/** What an answer to a question shows of the dossier that was asked about; an entry about another one shows nothing. */
final class ShownDossier {
    private ShownDossier() {}

    static Optional<JsonNode> in(JsonNode result, String number, ReplyTable table) {
        for (JsonNode entry : result.isArray() ? result : List.of(result)) {
            if (entry.path(table.fields().item()).asText("").strip().equals(number)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
