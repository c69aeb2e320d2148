package vn.lienthong.catalogue;

import vn.lienthong.kernel.Bilingual;

/** An entry that contradicts itself or another; the reader adds the file's name and refuses the start. */
final class InvalidEntry extends RuntimeException {
    private final String code;
    private final transient Bilingual finding;

    InvalidEntry(String code, String vi, String en) {
        super(code + ": " + en);
        this.code = code;
        this.finding = new Bilingual(vi, en);
    }

    String code() {
        return code;
    }

    Bilingual finding() {
        return finding;
    }
}
