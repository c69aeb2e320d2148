package vn.lienthong.access;

import java.util.Set;
import vn.lienthong.kernel.Bilingual;

/** What a person (or script) may do at the operator's desk; each role may also do what the ones before it may. */
public enum OperatorRole {
    VIEWER("Người xem", "Viewer"),
    OPERATOR("Người vận hành", "Operator"),
    LEAD("Trưởng ca", "Lead"),
    ADMIN("Quản trị", "Administrator");

    private final String vi;
    private final String en;

    OperatorRole(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    /** The role's name for people. */
    public Bilingual title() {
        return new Bilingual(vi, en);
    }

    /** True if this role may do what {@code needed} may. */
    public boolean covers(OperatorRole needed) {
        return compareTo(needed) >= 0;
    }

    /** The scopes a person of this role has without any token. */
    public Set<String> scopes() {
        return this == VIEWER ? Set.of(Scopes.OPERATOR_READ) : Set.of(Scopes.OPERATOR_READ, Scopes.OPERATOR_ACT);
    }
}
