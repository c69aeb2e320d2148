package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.kernel.ProblemException;

class RightsTest {
    private final Rights rights = new Rights(new Agencies(List.of()));

    @Test
    void sees_itsOwnAndWhatIsBelow() {
        Caller province = agency("H15", Scopes.DOSSIER_READ);
        assertThat(rights.maySee(province, List.of("H15"))).isTrue();
        assertThat(rights.maySee(province, List.of("H99.14", "H15.24133"))).isTrue();
    }

    @Test
    void seesNothing_ofASisterOrOfItsParent() {
        Caller ward = agency("H15.24133", Scopes.DOSSIER_READ);
        assertThat(rights.maySee(ward, List.of("H15.02"))).isFalse();
        assertThat(rights.maySee(ward, List.of("H15"))).isFalse();
        assertThat(rights.maySee(ward, List.of("H15.241331"))).isFalse();
        assertThat(rights.maySee(ward, List.of())).isFalse();
    }

    @Test
    void platformWithoutAgency_seesNoDossier() {
        Caller post = new Caller("vnpost", "VNPost", null, Set.of(Scopes.POST_TRACKING), null, Caller.Kind.CLIENT);
        assertThat(rights.maySee(post, List.of("H15", "H15.24133"))).isFalse();
    }

    @Test
    void whoReadsForTheOperators_seesEveryAgency() {
        assertThat(rights.maySee(operator(OperatorRole.VIEWER), List.of("H99.14")))
                .isTrue();
    }

    @Test
    void refusesAMissingScope_withItsCode() {
        assertThatThrownBy(() -> rights.requireScope(agency("H15", Scopes.DOSSIER_READ), Scopes.DOSSIER_WRITE))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(403);
                    assertThat(refused.problem().code()).isEqualTo("ACCESS-SCOPE");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "VIEWER,RETRY,false",
        "VIEWER,BULK_RETRY,false",
        "VIEWER,PAUSE,false",
        "VIEWER,CANCEL,false",
        "VIEWER,REVEAL,false",
        "OPERATOR,RETRY,true",
        "OPERATOR,BULK_RETRY,true",
        "OPERATOR,PAUSE,true",
        "OPERATOR,CANCEL,false",
        "OPERATOR,MARK_DONE,false",
        "OPERATOR,EDIT_AND_RESEND,false",
        "OPERATOR,REVEAL,false",
        "LEAD,RETRY,true",
        "LEAD,BULK_RETRY,true",
        "LEAD,PAUSE,true",
        "LEAD,CANCEL,true",
        "LEAD,MARK_DONE,true",
        "LEAD,EDIT_AND_RESEND,true",
        "LEAD,REVEAL,true"
    })
    void roleOpensAct(OperatorRole role, Act act, boolean open) {
        Caller caller = operator(role);
        assertThat(rights.closedBecause(caller, act).isEmpty()).isEqualTo(open);
        if (open) {
            assertThatCode(() -> rights.requireAct(caller, act)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> rights.requireAct(caller, act)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void agencyClient_opensNoAct() {
        assertThat(rights.closedBecause(agency("H15", Scopes.DOSSIER_WRITE), Act.RETRY))
                .isPresent();
    }

    private static Caller agency(String code, String... scopes) {
        return new Caller(code, code, code, Set.of(scopes), null, Caller.Kind.CLIENT);
    }

    private static Caller operator(OperatorRole role) {
        return new Caller("someone", "Người Mẫu", null, role.scopes(), role, Caller.Kind.OPERATOR);
    }
}
