package vn.lienthong.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Audit;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code GET /links/{token}}: hands a document to whoever holds the link, without signing in. */
@RestController
class LinkController {
    private final LinkToken tokens;
    private final LinkRepository links;
    private final FileRepository files;
    private final Results results;
    private final Downloads downloads;
    private final Audit audit;

    LinkController(
            LinkToken tokens,
            LinkRepository links,
            FileRepository files,
            Results results,
            Downloads downloads,
            Audit audit) {
        this.tokens = tokens;
        this.links = links;
        this.files = files;
        this.results = results;
        this.downloads = downloads;
        this.audit = audit;
    }

    @GetMapping("/links/{token}")
    void fetch(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        UUID id = tokens.read(token).orElseThrow(LinkController::unknown);
        LinkRepository.Given link = links.find(id).orElseThrow(LinkController::unknown);
        if (link.over()) {
            throw new ProblemException(
                    Problem.of(410, "LINK-OVER", "Liên kết này đã hết hạn.", "This link has ended."));
        }
        StoredFile file = file(link.document()).orElseThrow(LinkController::unknown);
        if (request.getMethod().equals("HEAD")) { // a mere look is no fetch
            response.setContentType(file.mediaType());
            response.setContentLengthLong(file.size());
            return;
        }
        Audit.Outcome outcome = Audit.Outcome.FAILED;
        try {
            downloads.send(file, saveAs(file), response);
            outcome = Audit.Outcome.DONE;
            links.countFetch(id);
        } finally {
            audit.record("partner:" + link.partner(), "document.fetch", link.document(), null, outcome);
        }
    }

    private Optional<StoredFile> file(String document) {
        return document.startsWith(LinkTarget.RESULT)
                ? results.handedOut(UUID.fromString(document.substring(LinkTarget.RESULT.length())))
                : Sha256Name.ofAttachment(document).flatMap(files::find);
    }

    private static String saveAs(StoredFile file) {
        String ending = switch (file.mediaType()) {
            case "application/pdf" -> ".pdf";
            case "application/xml", "text/xml" -> ".xml";
            default -> "";
        };
        return file.name().hex().substring(0, 16) + ending;
    }

    /** The same for a token made up, mistyped, or of another gateway. */
    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(404, "LINK-UNKNOWN", "Liên kết không có thật.", "There is no such link."));
    }
}
