package vn.lienthong.citizen.register;

/** Envelopes as a register sends them, put together by hand. */
public final class Envelopes {
    /** The first made-up person. */
    public static final String MAU = "<CongDan><SoDinhDanh>066090000011</SoDinhDanh><SoCMND>240000011</SoCMND>"
            + "<HoVaTen><Ho>Nguyễn</Ho><ChuDem>Văn</ChuDem><Ten>Mẫu</Ten></HoVaTen><GioiTinh>1</GioiTinh>"
            + "<DanToc>01</DanToc><NgayThangNamSinh><NgayThangNam>19900131</NgayThangNam></NgayThangNamSinh>"
            + "<QuocTich>VN</QuocTich></CongDan>";

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private Envelopes() {}

    /** A whole answer that holds these people. */
    public static String of(String people) {
        return "<soap:Envelope xmlns:soap=\"" + SOAP + "\"><soap:Body><TraCuuThongTinCongDanResponse xmlns=\""
                + RequestWriter.NAMESPACE + "\"><CongdanCollection xmlns=\"" + XmlFields.DATA + "\">" + people
                + "</CongdanCollection></TraCuuThongTinCongDanResponse></soap:Body></soap:Envelope>";
    }

    /** The collection bare, as some doors send it. */
    public static String bare(String people) {
        return "<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Body><d:CongdanCollection xmlns:d=\"" + XmlFields.DATA + "\">"
                + people.replace("</", "</d:").replaceAll("<(?=[A-Z])", "<d:")
                + "</d:CongdanCollection></s:Body></s:Envelope>";
    }

    /** A fault with these words. */
    public static String fault(String words) {
        return "<soap:Envelope xmlns:soap=\"" + SOAP + "\"><soap:Body><soap:Fault><faultcode>soap:Server</faultcode>"
                + "<faultstring>" + words + "</faultstring></soap:Fault></soap:Body></soap:Envelope>";
    }
}
