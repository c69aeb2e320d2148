package vn.lienthong.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.document.ReceivedDocument;
import vn.lienthong.document.Results;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand.TellResult;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;

/** The one transaction behind a result: event, deliveries, evidence, findings, answer. */
@Component
public class ResultTransaction {
    private static final int MOST_ATTEMPTS = 3;

    private final Results results;
    private final Evidence evidence;
    private final AnswerRepository answers;
    private final AnswerWriter writer;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    ResultTransaction(
            Results results,
            Evidence evidence,
            AnswerRepository answers,
            AnswerWriter writer,
            ObjectMapper json,
            TransactionTemplate transaction) {
        this.results = results;
        this.evidence = evidence;
        this.answers = answers;
        this.writer = writer;
        this.json = json;
        this.transaction = transaction;
    }

    /** Stores a result; the outcome is true once this has returned. */
    public Outcome store(TellResult told, byte[] metadata, ReceivedDocument document, @Nullable AnswerKey key) {
        for (int attempt = 1; ; attempt++) {
            try {
                return java.util.Objects.requireNonNull(
                        transaction.execute(status -> storeOnce(told, metadata, document, key)));
            } catch (DuplicateKeyException | TransientDataAccessException overtaken) {
                // the same key or a lock at this moment: look again
                if (attempt == MOST_ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    private Outcome storeOnce(TellResult told, byte[] metadata, ReceivedDocument document, @Nullable AnswerKey key) {
        StoredAnswer stored = key == null ? null : answers.find(key).orElse(null);
        if (stored != null) {
            return new Outcome.Replayed(stored);
        }
        DossierAnswer answer = results.attach(told, document);
        if (answer instanceof DossierAnswer.Accepted accepted) {
            if (!accepted.repeated()) {
                evidence.keep(List.of(message(told, metadata, document)));
            }
            if (key != null) {
                answers.insert(List.of(new AnswerRepository.NewAnswer(key, 202, writer.acceptedResult(accepted))));
            }
        }
        return new Outcome.Judged(answer);
    }

    /** The exact words about the document, and the document by its digest: its bytes lie in the store of files. */
    private Message message(TellResult told, byte[] metadata, ReceivedDocument document) {
        Map<String, Object> received = new LinkedHashMap<>();
        received.put("metadata", new String(metadata, StandardCharsets.UTF_8));
        received.put(
                "document",
                Map.of(
                        "sha256", document.sha256(),
                        "size", document.size(),
                        "mediaType", document.mediaType()));
        try {
            return Intake.evidence("rest", told, json.writeValueAsBytes(received));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A receipt does not write as JSON", impossible);
        }
    }
}
