package vn.lienthong.intake.soap;

import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** The refusals that only SOAP has, each with its stable code. */
final class SoapProblems {
    private SoapProblems() {}

    static ProblemException contentType() {
        return of(
                415,
                "SOAP-CONTENT-TYPE",
                "Content-Type phải là text/xml (SOAP 1.1) hoặc application/soap+xml (SOAP 1.2), mã hóa UTF-8, không kèm tệp.",
                "The Content-Type is text/xml (SOAP 1.1) or application/soap+xml (SOAP 1.2), in UTF-8, without attachments.");
    }

    static ProblemException unreadable() {
        return of(
                400,
                "SOAP-XML",
                "XML không đúng cú pháp UTF-8, hoặc quá sâu, quá nhiều phần tử, quá dài, có chú thích hay chỉ thị xử lý.",
                "The XML is not well formed UTF-8, or too deep, too many elements, too long, with comments or processing instructions.");
    }

    static ProblemException documentType() {
        return of(
                400,
                "SOAP-XML-DTD",
                "Bản tin SOAP không được chứa DOCTYPE hay ENTITY; không đọc tiếp.",
                "A SOAP message has no DOCTYPE and no ENTITY; it was not read.");
    }

    static ProblemException version() {
        return of(
                400,
                "SOAP-VERSION",
                "Namespace của Envelope không khớp Content-Type (SOAP 1.1 hoặc 1.2).",
                "The namespace of the Envelope does not fit the Content-Type (SOAP 1.1 or 1.2).");
    }

    static ProblemException envelope() {
        return of(
                400,
                "SOAP-ENVELOPE",
                "Envelope cần đúng một Body với đúng một phần tử, và nhiều nhất một Header phía trước.",
                "An Envelope has one Body with one element in it, and at most one Header before.");
    }

    static ProblemException mustUnderstand(String name) {
        return of(
                400,
                "SOAP-MUST-UNDERSTAND",
                "Header " + name + " có mustUnderstand nhưng không được hỗ trợ.",
                "The header " + name + " says mustUnderstand and is not supported.");
    }

    static ProblemException operation() {
        return of(
                400,
                "SOAP-OPERATION",
                "Phần tử trong Body không phải thao tác nào của WSDL (kiểm tra tên và namespace).",
                "The element in the Body is no operation of the WSDL (check name and namespace).");
    }

    static ProblemException securityMissing() {
        return of(
                401,
                "SOAP-SECURITY-MISSING",
                "Thiếu WS-Security: cần UsernameToken (PasswordText) hoặc chữ ký X.509.",
                "There is no WS-Security header: a UsernameToken (PasswordText) or an X.509 signature is needed.");
    }

    static ProblemException securityInvalid() {
        return of(
                401,
                "SOAP-SECURITY",
                "WS-Security không hợp lệ: sai tài khoản, mật khẩu, chữ ký hoặc chứng thư.",
                "The WS-Security header does not hold: account, password, signature or certificate is wrong.");
    }

    static ProblemException digest() {
        return of(
                401,
                "SOAP-PASSWORD-DIGEST",
                "Chỉ nhận PasswordText (qua TLS): cổng không giữ mật khẩu ở dạng tính được PasswordDigest.",
                "Only PasswordText is taken (over TLS): the gateway keeps no password from which a digest could be computed.");
    }

    static ProblemException passwordForm() {
        return of(
                400,
                "SOAP-PASSWORD-FORM",
                "Phần tử Password phải chỉ chứa văn bản thường (không CDATA, chú thích).",
                "The Password element holds plain text only (no CDATA, no comment).");
    }

    static ProblemException expired() {
        return of(
                401,
                "SOAP-SECURITY-EXPIRED",
                "Timestamp hoặc Created quá cũ hoặc ở tương lai: hãy kiểm tra đồng hồ máy gửi.",
                "The Timestamp or Created is too old or in the future: check the sender's clock.");
    }

    static ProblemException created() {
        return of(
                401,
                "SOAP-NONCE-CREATED",
                "Có Nonce thì phải có Created, vì Nonce chỉ được nhớ trong một thời gian.",
                "A Nonce needs a Created beside it, because nonces are remembered for a time only.");
    }

    static ProblemException replayed() {
        return of(
                401,
                "SOAP-REPLAYED",
                "Bản tin này đã được gửi: mỗi Nonce, mỗi chữ ký chỉ dùng một lần.",
                "This message was sent before: each nonce and each signature is good once.");
    }

    static ProblemException unsigned() {
        return of(
                401,
                "SOAP-UNSIGNED",
                "Chữ ký phải bao trùm chính Body và Timestamp của bản tin này.",
                "The signature must cover this message's own Body and Timestamp.");
    }

    static ProblemException plainHttp() {
        return of(
                403,
                "SOAP-PLAIN-HTTP",
                "Mật khẩu không được gửi qua HTTP không mã hóa: hãy dùng https.",
                "A password must not come over plain HTTP: use https.");
    }

    private static ProblemException of(int status, String code, String vi, String en) {
        return new ProblemException(Problem.of(status, code, vi, en));
    }
}
