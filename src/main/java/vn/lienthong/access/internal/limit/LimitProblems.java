package vn.lienthong.access.internal.limit;

import vn.lienthong.kernel.Problem;

/** What is told to those who are held back. */
public final class LimitProblems {
    private LimitProblems() {}

    /** A known caller, above its pace. */
    public static Problem tooFast(Pace pace) {
        return Problem.of(
                429,
                "ACCESS-TOO-FAST",
                "Tài khoản này gọi nhanh hơn mức cho phép (" + pace.perSecond()
                        + "/giây): hãy gửi lại nguyên văn sau thời gian trong Retry-After.",
                "This caller calls faster than it may (" + pace.perSecond()
                        + "/s): send the same again after the time in Retry-After.");
    }

    /** Somebody whose secrets were wrong too often. */
    static Problem tooManyWrongSecrets() {
        return Problem.of(
                429,
                "ACCESS-WRONG-SECRETS",
                "Sai thông tin đăng nhập quá nhiều lần từ địa chỉ này: hãy thử lại sau thời gian trong Retry-After.",
                "Too many failed sign-ins from this address: try again after the time in Retry-After.");
    }
}
