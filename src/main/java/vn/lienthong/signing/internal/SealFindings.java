package vn.lienthong.signing.internal;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.signing.Finding;

/** What speaks against a signature, in the order it was found. */
final class SealFindings {
    private final List<Finding> all = new ArrayList<>();

    void add(String code, String vi, String en) {
        all.add(new Finding(Finding.Severity.ERROR, code, new Bilingual(vi, en)));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
