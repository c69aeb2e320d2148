package vn.lienthong.civilstatus.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.partner.WireAnswer;

/** Speaks to the civil-status platform in the words of the contract. Every call is one message, never more. */
@Component
public class CivilStatusLine {
    /** The partner entry. */
    public static final String PARTNER = "civil-status";

    private final CivilStatusHttp http;
    private final Contract contract;
    private final ReplyTable replies;
    private final ReadingReader readings;

    CivilStatusLine(CivilStatusHttp http, Contract contract, ReplyTable replies) {
        this.http = http;
        this.contract = contract;
        this.replies = replies;
        this.readings = new ReadingReader(contract);
    }

    /** Hands a dossier over; the same again is one there. */
    public Said push(Call call, ObjectNode body) {
        Contract.Push names = contract.push();
        WireAnswer wire = http.post(call, names.path(), bytes(body)).wire();
        Optional<JsonNode> read = Answers.object(wire);
        if (!(wire instanceof WireAnswer.Answered answered) || read.isEmpty()) {
            return new Said.Failed(Failure.of(wire, replies));
        }
        String words = words(read.get(), names.words());
        String status = Answers.text(read.get(), names.status(), 40);
        String code = Answers.text(read.get(), names.code(), 40);
        if (answered.ok() && status.equals(names.good())) {
            return told(answered, Meaning.TAKEN, status, words);
        }
        if (words != null && replies.saysAlready(words)) {
            return told(answered, Meaning.TAKEN, status, words);
        }
        return code.isEmpty()
                ? new Said.Failed(Failure.of(wire, replies))
                : told(answered, replies.ofCode(code), code, words);
    }

    /** Asks what became of dossiers of one kind; has no effect there. */
    public Said read(Call call, String module, String province, List<String> dossiers) {
        Contract.Ask names = contract.ask();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        dossiers.forEach(body.putArray(names.ids())::add);
        body.put(names.province(), province).put(names.module(), module);
        CivilStatusHttp.Answer answer = http.post(call, names.path(), bytes(body));
        Optional<JsonNode> read = Answers.object(answer.wire());
        if (!(answer.wire() instanceof WireAnswer.Answered answered) || read.isEmpty()) {
            return new Said.Failed(Failure.of(answer.wire(), replies));
        }
        String status = Answers.text(read.get(), names.status(), 40);
        String code = Answers.text(read.get(), contract.push().code(), 40);
        if (answered.ok() && status.equals(names.good())) {
            return new Said.Read(
                    readings.read(read.get().path(names.items()), module, dossiers), answer.evidence(), false);
        }
        if (!code.isEmpty() && replies.ofCode(code) == Meaning.UNKNOWN) {
            return new Said.Read(List.of(), answer.evidence(), true);
        }
        return code.isEmpty()
                ? new Said.Failed(Failure.of(answer.wire(), replies))
                : told(
                        answered,
                        replies.ofCode(code),
                        code,
                        words(read.get(), contract.push().words()));
    }

    private Said told(WireAnswer.Answered answered, Meaning meaning, String code, @Nullable String words) {
        return new Said.Told(meaning, code, words, Answers.pause(answered, replies));
    }

    private static @Nullable String words(JsonNode read, String field) {
        String words = Answers.text(read, field, 500);
        return words.isEmpty() ? null : words;
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
