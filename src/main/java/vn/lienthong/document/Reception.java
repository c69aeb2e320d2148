package vn.lienthong.document;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.Verification;
import vn.lienthong.signing.Verifier;

/** Looks at documents that come in as results and keeps them. As many at a time as there are processors. */
@Component
public class Reception {
    private static final int PATIENCE_SECONDS = 20;

    private final FileStore store;
    private final FileRepository files;
    private final Verifier verifier;
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());

    Reception(FileStore store, FileRepository files, Verifier verifier) {
        this.store = store;
        this.files = files;
        this.verifier = verifier;
    }

    /** Takes in a document, or refuses it: neither PDF nor XML, not readable, or no room. Stores it durably. */
    public ReceivedDocument receive(byte[] bytes) {
        if (!store.roomFor(bytes.length)) {
            throw FileProblems.diskLow();
        }
        DocumentType type = DocumentType.of(bytes);
        Signatures signatures = judge(new Content(type.fileName(), bytes));
        Sha256Name name = store.put(bytes);
        files.keep(name, bytes.length, type.mediaType());
        return new ReceivedDocument(type.mediaType(), name.hex(), bytes.length, signatures);
    }

    /** What the signatures of a document are found to be now. */
    Signatures judge(Content content) {
        enter();
        try {
            return switch (verifier.verify(content)) {
                case Verification.Judged judged -> Signatures.of(judged);
                case Verification.Unsigned none -> Signatures.none();
                case Verification.Unreadable broken ->
                    throw new ProblemException(Problem.at(
                            422,
                            "RESULT-UNREADABLE",
                            "/document",
                            "Tệp kết quả không đọc được.",
                            "The result's document cannot be read."));
            };
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw FileProblems.busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw FileProblems.busy();
        }
    }
}
