package vn.lienthong.national;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Procedure codes carry an agency suffix in older catalogues: {@code 1.001234.000.00.00.H99}. */
final class ProcedureCodes {
    private static final Pattern WITH_SUFFIX =
            Pattern.compile("([0-9]\\.[0-9]{6})(?:\\.[0-9]{2,3}){2,3}\\.[A-Y][0-9]{2}");

    private ProcedureCodes() {}

    static String withoutSuffix(String code) {
        Matcher form = WITH_SUFFIX.matcher(code);
        String bare = form.matches() ? form.group(1) : null;
        return bare == null ? code : bare;
    }
}
