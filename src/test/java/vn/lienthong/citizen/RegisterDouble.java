package vn.lienthong.citizen;

import java.nio.charset.StandardCharsets;
import vn.lienthong.citizen.register.Envelopes;
import vn.lienthong.testing.HttpDouble;

/** Registers that tests play. */
final class RegisterDouble {
    static final String WHOLE = Envelopes.MAU.replace(
            "<QuocTich>",
            "<TinhTrangHonNhan>2</TinhTrangHonNhan><ThuongTru><MaTinhThanh>66</MaTinhThanh><MaPhuongXa>24133</MaPhuongXa>"
                    + "<ChiTiet>Tổ 2</ChiTiet></ThuongTru><QuocTich>");

    private RegisterDouble() {}

    /** One that always tells these people. */
    static HttpDouble telling(String people) {
        return new HttpDouble((request, wire) ->
                wire.answer("200 OK", "", Envelopes.of(people).getBytes(StandardCharsets.UTF_8)));
    }
}
