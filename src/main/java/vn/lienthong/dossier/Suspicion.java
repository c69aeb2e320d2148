package vn.lienthong.dossier;

import vn.lienthong.kernel.Bilingual;

/** Something possible but odd in what was told: kept as it is, and an officer is asked to look. */
public record Suspicion(String code, Bilingual text) {
    static Suspicion of(String code, String vi, String en) {
        return new Suspicion(code, new Bilingual(vi, en));
    }
}
