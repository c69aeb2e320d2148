package vn.lienthong.intake.soap;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The two versions of SOAP that are spoken, told apart by the content type before anything is read. */
enum SoapVersion {
    ONE_ONE("http://schemas.xmlsoap.org/soap/envelope/", "text/xml", "actor"),
    ONE_TWO("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml", "role");

    private final String namespace;
    private final String contentType;
    private final String receiver;

    SoapVersion(String namespace, String contentType, String receiver) {
        this.namespace = namespace;
        this.contentType = contentType;
        this.receiver = receiver;
    }

    /** The version of this content type; refuses with 415 any other type, and text that is not UTF-8. */
    static SoapVersion of(@Nullable String given) {
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(given));
            String charset = type.getParameter("charset");
            if (charset != null && !charset.toLowerCase(Locale.ROOT).equals("utf-8")) {
                throw SoapProblems.contentType();
            }
            for (SoapVersion version : values()) {
                if (version.contentType.equals((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT))) {
                    return version;
                }
            }
            throw SoapProblems.contentType();
        } catch (InvalidMediaTypeException unreadable) {
            throw SoapProblems.contentType();
        }
    }

    /** The namespace of the envelope. */
    String namespace() {
        return namespace;
    }

    /** The type of an answer. */
    String answerType() {
        return contentType + ";charset=UTF-8";
    }

    /** The attribute that says for whom a header is. */
    String receiver() {
        return receiver;
    }
}
