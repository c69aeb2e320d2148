package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Agency;

class AgencyRightsPropertyTest {
    private static final LocalDate MERGER = LocalDate.of(2025, 6, 30);
    /** Every agency of the small world under its code of today; the closed code of the i-th is {@code 000.0i.<province>}. */
    private static final List<String> TODAY =
            List.of("H15", "H15.01", "H15.02", "H15.02.07", "H15.24133", "H15.24133.01", "H99", "H99.14");

    private final Rights rights = new Rights(new Agencies(world()));

    @Property
    void seesExactlyWhatItsOwnCodeLeads_whicheverCodesAreUsed(
            @ForAll("agencies") int own,
            @ForAll("agencies") int other,
            @ForAll boolean ownClosed,
            @ForAll boolean otherClosed) {
        Caller caller = caller(code(own, ownClosed));
        boolean below = (TODAY.get(other) + ".").startsWith(TODAY.get(own) + ".");
        assertThat(rights.maySee(caller, List.of(code(other, otherClosed)))).isEqualTo(below);
    }

    @Property
    void seesADossier_whenOneOfItsAgenciesIsItsOwn(
            @ForAll("agencies") int own, @ForAll("several") List<Integer> others) {
        List<@Nullable String> concerned = new ArrayList<>();
        concerned.add(null);
        others.forEach(each -> concerned.add(code(each, each % 2 == 0)));
        Caller caller = caller(TODAY.get(own));
        boolean any = others.stream().anyMatch(each -> rights.maySee(caller, List.of(TODAY.get(each))));
        assertThat(rights.maySee(caller, concerned)).isEqualTo(any);
    }

    @Property
    void seesNothing_throughACodeThatMerelyBeginsAlike(@ForAll("agencies") int own, @ForAll("tails") String tail) {
        assertThat(rights.maySee(caller(TODAY.get(own)), List.of(TODAY.get(own) + tail)))
                .isFalse();
    }

    @Provide
    Arbitrary<Integer> agencies() {
        return Arbitraries.integers().between(0, TODAY.size() - 1);
    }

    @Provide
    Arbitrary<List<Integer>> several() {
        return agencies().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> tails() {
        return Arbitraries.strings().withChars("0123456789AZ").ofMinLength(1).ofMaxLength(4);
    }

    private static String code(int index, boolean closed) {
        return closed ? closedCode(index) : TODAY.get(index);
    }

    private static String closedCode(int index) {
        return "000.0" + index + "." + TODAY.get(index).substring(0, 3);
    }

    private static List<Agency> world() {
        List<Agency> agencies = new ArrayList<>();
        for (int i = 0; i < TODAY.size(); i++) {
            agencies.add(agency(TODAY.get(i), null, null));
            agencies.add(agency(closedCode(i), MERGER, TODAY.get(i)));
        }
        return agencies;
    }

    private static Agency agency(String code, @Nullable LocalDate to, @Nullable String successor) {
        return new Agency(code, code, Agency.Level.UNIT, LocalDate.of(2018, 1, 1), to, successor);
    }

    private static Caller caller(String agency) {
        return new Caller("client", "Client", agency, Set.of(Scopes.DOSSIER_READ), null, Caller.Kind.CLIENT);
    }
}
