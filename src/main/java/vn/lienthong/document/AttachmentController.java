package vn.lienthong.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code PUT} and {@code GET /v1/attachments/{sha256}}: files of any size in little memory. */
@RestController
class AttachmentController {
    private final FileStore store;
    private final FileRepository files;
    private final Attachments attachments;
    private final Downloads downloads;
    private final Rights rights;
    private final DocumentProperties settings;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;
    private final UploadPlaces coming;

    AttachmentController(
            FileStore store,
            FileRepository files,
            Attachments attachments,
            Downloads downloads,
            Rights rights,
            DocumentProperties settings,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.files = files;
        this.attachments = attachments;
        this.downloads = downloads;
        this.rights = rights;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
        this.coming = new UploadPlaces(settings.uploads());
    }

    @PutMapping("/v1/attachments/{sha256}")
    ResponseEntity<Kept> put(@PathVariable String sha256, Caller caller, HttpServletRequest request)
            throws IOException {
        requireSender(caller);
        Sha256Name name = Sha256Name.parse(sha256).orElseThrow(FileProblems::name);
        long announced = request.getContentLengthLong();
        if (announced > settings.largestAttachment().toBytes()) {
            throw FileProblems.tooLarge(settings.largestAttachment());
        }
        if (!store.roomFor(announced)) {
            throw FileProblems.diskLow();
        }
        String owner = Attachments.owner(caller);
        coming.enter(owner);
        try {
            boolean known = files.find(name).isPresent();
            long size = store.put(name, MeasuredStream.of(request.getInputStream(), settings, clock));
            String mediaType = mediaType(request.getContentType());
            // only now: a row never names a file that a power cut could take away
            transaction.executeWithoutResult(status -> {
                files.keep(name, size, mediaType);
                files.own(name, owner);
            });
            StoredFile kept = files.find(name).orElseThrow();
            return ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.CREATED)
                    .body(new Kept(name.hex(), kept.size(), kept.mediaType()));
        } finally {
            coming.leave(owner);
        }
    }

    @GetMapping("/v1/attachments/{sha256}")
    void get(@PathVariable String sha256, Caller caller, HttpServletResponse response) throws IOException {
        rights.requireScope(caller, Scopes.DOSSIER_READ);
        StoredFile file = Sha256Name.parse(sha256)
                .flatMap(name -> attachments.find(name, caller))
                .orElseThrow(FileProblems::unknown);
        downloads.send(file, file.name().hex(), response);
    }

    private void requireSender(Caller caller) {
        if (!caller.has(Scopes.RESULT_WRITE) && !caller.has(Scopes.POST_HANDOVER)) {
            rights.requireScope(caller, Scopes.DOSSIER_WRITE);
        }
        if (caller.kind() == Caller.Kind.OPERATOR) {
            throw new ProblemException(Problem.of(
                    403,
                    "ACCESS-AGENCY",
                    "Tài khoản này không thuộc cơ quan nào.",
                    "This caller belongs to no agency."));
        }
    }

    private static String mediaType(@org.jspecify.annotations.Nullable String told) {
        try {
            MediaType type = told == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(told);
            return type.isConcrete() ? type.toString() : MediaType.APPLICATION_OCTET_STREAM_VALUE;
        } catch (InvalidMediaTypeException invented) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
    }

    /** What was kept. */
    record Kept(String sha256, long size, String mediaType) {}
}
