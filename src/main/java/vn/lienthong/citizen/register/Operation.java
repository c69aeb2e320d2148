package vn.lienthong.citizen.register;

/** What the population register offers that we ask for. */
public enum Operation {
    /** Tells the fields of a person. */
    LOOK_UP("TraCuuThongTinCongDan", "037"),
    /** Says yes or no to number, name and birth date; tells nothing else. */
    VERIFY("XacThucThongTinCongDan", "003");

    private final String element;
    private final String code;

    Operation(String element, String code) {
        this.element = element;
        this.code = code;
    }

    String element() {
        return element;
    }

    String code() {
        return code;
    }
}
