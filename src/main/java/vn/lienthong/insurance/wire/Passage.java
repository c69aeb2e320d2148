package vn.lienthong.insurance.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.partner.WireAnswer;

/** One envelope on its way out and its answer's on its way in. Used once, by one thread. */
final class Passage {
    private final InsuranceHttp http;
    private final Call call;
    private final String path;
    private WireAnswer.@Nullable Answered answered;
    private @Nullable Said stopped;
    private @Nullable String fault;
    private volatile boolean left;

    Passage(InsuranceHttp http, Call call, String path) {
        this.http = http;
        this.call = call;
        this.path = path;
    }

    /** The answer's envelope; fails when none came that may be read. */
    byte[] carry(byte[] envelope) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/xml; charset=UTF-8");
        headers.put("SOAPAction", "\"\"");
        WireAnswer answer = http.post(call.asking(this::mayLeave), path, headers, envelope);
        // SOAP 1.1 sends its faults with status 500
        if (answer instanceof WireAnswer.Answered whole
                && (whole.ok() || whole.status() == 500)
                && readable(whole.bytes())) {
            answered = whole;
            return whole.bytes();
        }
        stopped = http.failed(answer);
        throw new IOException("No envelope came back");
    }

    private boolean mayLeave() {
        if (!call.mayLeave().getAsBoolean()) {
            return false;
        }
        left = true;
        return true;
    }

    /** Whether a byte of it may have left, whatever failed afterwards. */
    boolean left() {
        return left;
    }

    /** The partner's fault, by its code; failures of our own reading look alike otherwise. */
    void fault(String code) {
        fault = code;
    }

    @Nullable
    String fault() {
        return fault;
    }

    /** Why no envelope came; null when one did. */
    @Nullable
    Said stopped() {
        return stopped;
    }

    WireAnswer.@Nullable Answered answered() {
        return answered;
    }

    /** Looked at before a parser sees it: UTF-8, no document type, no entity. */
    private static boolean readable(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.strip().startsWith("<") && !text.contains("<!DOCTYPE") && !text.contains("<!ENTITY");
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
