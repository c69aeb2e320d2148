package vn.lienthong.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.StartRefused;

/** Which events a partner's entry lets through. */
class SelectionTest {
    @Test
    void nothingSet_letsEverythingThrough() {
        assertThat(TestPartners.of("portal.settle=2s").get("portal").only().takes(null, "H15", "ACCEPTED"))
                .isTrue();
    }

    @Test
    void procedures_areReadWithAndWithoutTheirSuffix_andUnknownOnesStayOut() {
        Selection only = new Selection(List.of("1.001193", "2.000635.000.00.00.H15"), List.of(), List.of());
        assertThat(only.takes("1.001193", "H15", "ACCEPTED")).isTrue();
        assertThat(only.takes("1.001193.000.00.00.H15", "H15", "ACCEPTED")).isTrue();
        assertThat(only.takes("2.000635", "H15", "ACCEPTED")).isTrue();
        assertThat(only.takes("1.0011935", "H15", "ACCEPTED")).isFalse();
        assertThat(only.takes("1.00119", "H15", "ACCEPTED")).isFalse();
        assertThat(only.takes(null, "H15", "ACCEPTED")).isFalse();
    }

    @Test
    void agencies_haveThoseBelowThem_inBothOrdersOfCodes() {
        Selection only = new Selection(List.of(), List.of("H15.24", "02.H16"), List.of());
        assertThat(only.takes(null, "H15.24", "ACCEPTED")).isTrue();
        assertThat(only.takes(null, "H15.24.7", "ACCEPTED")).isTrue();
        assertThat(only.takes(null, "H15.241", "ACCEPTED")).isFalse();
        assertThat(only.takes(null, "H15", "ACCEPTED")).isFalse();
        assertThat(only.takes(null, "000.00.02.H16", "ACCEPTED")).isTrue();
    }

    @Test
    void allThatIsSet_mustFit() {
        Selection only = new Selection(List.of("1.001193"), List.of("H15"), List.of("ACCEPTED", "RETURNED"));
        assertThat(only.takes("1.001193", "H15.2", "RETURNED")).isTrue();
        assertThat(only.takes("1.001193", "H15.2", "IN_PROGRESS")).isFalse();
        assertThat(only.takes("1.001193", "H16", "RETURNED")).isFalse();
    }

    @Test
    void nameThatNoFileCouldBear_refusesTheStart() {
        assertThatThrownBy(() -> TestPartners.of("Bo_GTVT.settle=2s"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Bo_GTVT");
    }
}
