package vn.lienthong.catalogue;

import java.util.List;

/**
 * The catalogue as a partner told it, whole, each code once. What a partner cannot know (which registers may be asked, which
 * paper a register spares) is left empty and stays as the province's own files say; days of validity are not looked at.
 */
public record ToldCatalogue(List<Procedure> procedures, List<Agency> agencies) {
    /** Keeps copies. */
    public ToldCatalogue {
        procedures = List.copyOf(procedures);
        agencies = List.copyOf(agencies);
    }
}
