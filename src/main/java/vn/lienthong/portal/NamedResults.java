package vn.lienthong.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.portal.session.Reply;
import vn.lienthong.portal.session.ReplyTable;

/** What a reply says about single items: each entry of its result that names one. */
final class NamedResults {
    private final Map<String, Reply> byNumber = new HashMap<>();
    private final Set<String> contradicting = new HashSet<>();

    private NamedResults() {}

    static NamedResults in(Reply reply, ReplyTable table) {
        NamedResults named = new NamedResults();
        if (reply.result().isArray()) {
            for (JsonNode entry : reply.result()) {
                String number = entry.path(table.fields().item()).asText("").strip();
                if (!number.isEmpty()) {
                    named.add(number, Reply.entry(entry, reply, table));
                }
            }
        }
        return named;
    }

    private void add(String number, Reply said) {
        Reply before = byNumber.put(number, said);
        if (before != null && !before.code().equals(said.code())) {
            contradicting.add(number);
        }
    }

    boolean isEmpty() {
        return byNumber.isEmpty();
    }

    boolean contradicts(String number) {
        return contradicting.contains(number);
    }

    Optional<Reply> of(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }
}
