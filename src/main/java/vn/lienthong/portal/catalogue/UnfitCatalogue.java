package vn.lienthong.portal.catalogue;

import vn.lienthong.kernel.Bilingual;

/** The portal's catalogue cannot be had or not be believed; ends the pull, which has changed nothing yet. */
final class UnfitCatalogue extends RuntimeException {
    private final transient Bilingual why;

    UnfitCatalogue(String vi, String en) {
        super(en);
        this.why = new Bilingual(vi, en);
    }

    Bilingual why() {
        return why;
    }
}
