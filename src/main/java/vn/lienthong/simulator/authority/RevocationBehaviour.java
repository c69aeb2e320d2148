package vn.lienthong.simulator.authority;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.lienthong.simulator.internal.ControlInput;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reading;

/**
 * What is told about certificates.
 *
 * @param answer {@code right}; {@code unknown}: knows none of them; {@code try-later}; {@code unsigned-by-us}: signed
 *     by someone who may not
 * @param revoked file names of the holders whose certificates are revoked, such as {@code agency-seal,officer}
 * @param revokedSecondsAgo since when
 * @param clockSeconds how far the responder's clock is off
 */
record RevocationBehaviour(String answer, List<String> revoked, long revokedSecondsAgo, long clockSeconds) {
    static final RevocationBehaviour USUAL = new RevocationBehaviour("right", List.of(), 0, 0);

    private static final Set<String> NAMES = Set.of("answer", "revoked", "revokedSecondsAgo", "clockSeconds");
    private static final double TEN_YEARS = 315_360_000;

    static Reading<RevocationBehaviour> read(JsonNode input) {
        ControlInput in = new ControlInput(input, NAMES);
        List<String> names = Arrays.stream(in.text("revoked", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        List<String> known = Holder.all().stream().map(Holder::file).toList();
        if (!known.containsAll(names)) {
            String list = String.join(", ", known);
            in.refuse("“revoked” chỉ gồm: " + list + ".", "'revoked' may hold only: " + list + ".");
        }
        return in.reading(new RevocationBehaviour(
                in.word("answer", USUAL.answer, "right", "unknown", "try-later", "unsigned-by-us"),
                names,
                (long) in.number("revokedSecondsAgo", 0, 0, TEN_YEARS),
                (long) in.number("clockSeconds", 0, -TEN_YEARS, TEN_YEARS)));
    }

    ObjectNode write() {
        return Json.object()
                .put("answer", answer)
                .put("revoked", String.join(",", revoked))
                .put("revokedSecondsAgo", revokedSecondsAgo)
                .put("clockSeconds", clockSeconds);
    }

    boolean revokes(Holder holder) {
        return revoked.contains(holder.file());
    }
}
