package vn.lienthong.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import vn.lienthong.dossier.StatusEdges.Kind;

/** Every move from one status to another as the rules have it; rows: from, columns: to, both by national code 1 to 10. */
final class StatusTable {
    private static final List<String> MOVES = List.of(
            //       1 2 3 4 5 6 7 8 9 10
            /* 1 */ "- u u ? u ? u ? ? ?",
            /* 2 */ "x - ? u u u u u ? ?",
            /* 3 */ "x x - x x x x x x x",
            /* 4 */ "x ? ? - u u u u u ?",
            /* 5 */ "x u ? u - ? u u ? ?",
            /* 6 */ "x ? ? u ? - ? u u ?",
            /* 7 */ "x ? ? u ? ? - u ? ?",
            /* 8 */ "x x x x x x x - x x",
            /* 9 */ "x ? ? ? ? ? ? ? - u",
            /* 10 */ "x x x x x x x x x -");

    private StatusTable() {}

    /** From, to and how the move is taken. */
    static Stream<Arguments> moves() {
        DossierStatus[] statuses = DossierStatus.values();
        return Arrays.stream(statuses).flatMap(from -> {
            String[] row = MOVES.get(from.ordinal()).split(" ");
            return Arrays.stream(statuses).map(to -> Arguments.of(from, to, kind(row[to.ordinal()])));
        });
    }

    private static Kind kind(String sign) {
        return switch (sign) {
            case "x" -> Kind.IMPOSSIBLE;
            case "?" -> Kind.UNUSUAL;
            default -> Kind.USUAL;
        };
    }
}
