package vn.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.catalogue.BookWorld.procedure;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.TestDatabase;

/** A dossier keeps the version that held on the day in its number, however often the portal tells the procedure anew. */
class KeptVersionTest {
    private static final String CODE = "1.001193";
    private final BookWorld world = new BookWorld(TestDatabase.fresh());

    @Test
    void keepsThePapersOfItsDay_onEveryNode_whateverComesLater() {
        world.take(procedure(CODE, "Khai sinh", "TP01"));
        LocalDate first = nextDay();
        world.take(procedure(CODE, "Khai sinh", "TP01", "TP02"));
        LocalDate second = nextDay();
        world.take(procedure(CODE, "Khai sinh, mới", "TP09"));
        LocalDate third = nextDay();

        for (Catalogue node : world.nodes()) {
            assertThat(papers(node, first)).containsExactly("TP01");
            assertThat(papers(node, second)).containsExactly("TP01", "TP02");
            assertThat(papers(node, third)).containsExactly("TP09");
        }
        assertThat(papers(world.node(), first)).as("a node that starts later").containsExactly("TP01");
    }

    /** The day comes on which the change holds; a dossier is received on it. */
    private LocalDate nextDay() {
        world.clock.advance(Duration.ofDays(1));
        return world.today();
    }

    private static List<String> papers(Catalogue node, LocalDate received) {
        String number = "H15.24133-" + DateTimeFormatter.ofPattern("yyMMdd").format(received) + "-0007";
        LocalDate day = LocalDate.parse(number.substring(10, 16), DateTimeFormatter.ofPattern("yyMMdd"));
        return node.procedures().find(CODE, day).orElseThrow().components().stream()
                .map(Procedure.Component::code)
                .toList();
    }
}
