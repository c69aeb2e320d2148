package vn.lienthong.document;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.document.ResultRepository.KeptResult;
import vn.lienthong.dossier.AttachedResult;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierEvent.ResultTold;
import vn.lienthong.dossier.DossierEvents;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.signing.SignatureVerdict;

/** Reads results back: which there are, and their documents. A foreign dossier is as if it were not there. */
@RestController
class ResultController {
    private final Results results;
    private final DossierRegister dossiers;
    private final DossierEvents events;
    private final Downloads downloads;
    private final Rights rights;

    ResultController(
            Results results, DossierRegister dossiers, DossierEvents events, Downloads downloads, Rights rights) {
        this.results = results;
        this.dossiers = dossiers;
        this.events = events;
        this.downloads = downloads;
        this.rights = rights;
    }

    @GetMapping("/v1/dossiers/{number}/results")
    Items list(@PathVariable String number, Caller caller) {
        if (!caller.has(Scopes.OPERATOR_READ)) {
            rights.requireScope(caller, Scopes.DOSSIER_READ);
        }
        requireVisible(number, caller);
        Map<UUID, KeptResult> kept =
                results.of(number).stream().collect(Collectors.toMap(KeptResult::id, Function.identity()));
        return new Items(events.results(List.of(number)).getOrDefault(number, List.of()).stream()
                .flatMap(told -> Optional.ofNullable(kept.get(told.id())).map(result -> view(told, result)).stream())
                .toList());
    }

    @GetMapping("/v1/dossiers/{number}/results/{id}/content")
    void content(@PathVariable String number, @PathVariable UUID id, Caller caller, HttpServletResponse response)
            throws IOException {
        rights.requireScope(caller, Scopes.DOSSIER_READ);
        requireVisible(number, caller);
        StoredFile file = results.content(number, id)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "RESULT-NOT-FOUND", "Không có kết quả này.", "There is no such result.")));
        String ending = DocumentType.ofMediaType(file.mediaType()) == DocumentType.PDF ? ".pdf" : ".xml";
        downloads.send(file, id + ending, response);
    }

    private void requireVisible(String number, Caller caller) {
        if (dossiers.find(number)
                .filter(record -> rights.maySee(caller, record.agencies()))
                .isEmpty()) {
            throw new ProblemException(
                    Problem.of(404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này.", "There is no such dossier."));
        }
    }

    private static View view(ResultTold told, KeptResult kept) {
        AttachedResult result = told.result();
        return new View(
                told.id(),
                told.version(),
                kept.receivedAt().atZone(GatewayClock.ZONE).toOffsetDateTime(),
                result.title(),
                result.resultCode(),
                result.returnBy(),
                result.forwardTo(),
                kept.file().mediaType(),
                kept.file().name().hex(),
                kept.file().size(),
                kept.state(),
                kept.madeAs(),
                kept.signatures().state(),
                kept.signatures().verdicts());
    }

    record Items(List<View> items) {}

    /** A result in an answer; digest and size are those of the version that is handed out. */
    record View(
            UUID resultId,
            int version,
            OffsetDateTime attachedAt,
            String title,
            @Nullable String resultCode,
            DossierContent.@Nullable ReturnBy returnBy,
            List<String> forwardTo,
            String mediaType,
            String sha256,
            long size,
            ResultState state,
            String madeAs,
            Signatures.State signatures,
            List<SignatureVerdict> verdicts) {}
}
