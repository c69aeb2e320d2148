package vn.lienthong.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.evidence.EvidenceExport.Packed;
import vn.lienthong.evidence.container.Names;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code /v1/evidence}: hands evidence to whoever inspects. Every look leaves a line in the audit. */
@RestController
class EvidenceController {
    private static final int MOST_WAITING = 32;
    private static final int MOST_SIZES = 200;
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final EvidenceExport export;
    private final EvidenceProperties settings;
    private final GatewayClock clock;
    private final Rights rights;
    private final Audit audit;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    EvidenceController(
            EvidenceExport export, EvidenceProperties settings, GatewayClock clock, Rights rights, Audit audit) {
        this.export = export;
        this.settings = settings;
        this.clock = clock;
        this.rights = rights;
        this.audit = audit;
    }

    @GetMapping("/v1/evidence/{id}")
    ResponseEntity<byte[]> message(@PathVariable String id, Caller caller) {
        Optional<UUID> message = known(id);
        String name = message.map(UUID::toString).orElse("unknown");
        return answer(
                caller,
                "evidence:" + name,
                name,
                () -> message.map(export::message).orElseGet(Packed.Unknown::new));
    }

    @GetMapping("/v1/evidence/checkpoints")
    ResponseEntity<byte[]> checkpoints(@RequestParam(required = false) @Nullable List<Long> size, Caller caller) {
        List<Long> sizes = size == null ? List.of() : size;
        if (sizes.size() > MOST_SIZES) {
            throw new ProblemException(Problem.of(
                    400,
                    "EVIDENCE-SIZES",
                    "Nhiều nhất " + MOST_SIZES + " điểm chốt mỗi lần.",
                    "At most " + MOST_SIZES + " checkpoints at a time."));
        }
        return answer(caller, "evidence:checkpoints", "checkpoints", () -> export.checkpoints(sizes));
    }

    private ResponseEntity<byte[]> answer(Caller caller, String subject, String name, Supplier<Packed> packing) {
        try {
            rights.requireScope(caller, Scopes.EVIDENCE_READ);
            byte[] container = container(packed(packing));
            audit.record(caller, "evidence.read", subject, null, Audit.Outcome.DONE);
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(Names.TYPE))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".asice\"")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(container);
        } catch (ProblemException refused) {
            audit.record(caller, "evidence.read", subject, refused.problem().code(), Audit.Outcome.REFUSED);
            throw refused;
        }
    }

    /** Waits a little for the next checkpoint, so that most readers need not come again. */
    private Packed packed(Supplier<Packed> packing) {
        Packed packed = packing.get();
        if (!(packed instanceof Packed.Unsealed) || !waiting.tryAcquire()) {
            return packed;
        }
        try {
            long end = clock.monotonicNanos() + settings.patience().toNanos();
            while (packed instanceof Packed.Unsealed && clock.monotonicNanos() - end < 0) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
                packed = packing.get();
            }
            return packed;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return packed;
        } finally {
            waiting.release();
        }
    }

    private byte[] container(Packed packed) {
        return switch (packed) {
            case Packed.Container made -> made.bytes();
            case Packed.Unknown none -> throw notFound();
            case Packed.Deleted gone ->
                throw new ProblemException(Problem.of(
                        410,
                        "EVIDENCE-DELETED",
                        "Nội dung đã được xóa khi hết hạn lưu; biên bản xóa: " + gone.record() + ".",
                        "The bytes were removed when their time was over; the record of it is " + gone.record() + "."));
            case Packed.Unsealed open ->
                throw new ProblemException(
                        Problem.of(
                                409,
                                "EVIDENCE-NOT-SEALED",
                                "Bằng chứng đã được giữ nhưng điểm chốt kế tiếp chưa được ký; hãy gọi lại sau.",
                                "It is kept, but the next checkpoint is not signed yet; come again later."),
                        settings.checkpointEvery().plus(Duration.ofSeconds(1)));
            case Packed.Unsigned none ->
                throw new ProblemException(
                        Problem.of(
                                503,
                                "EVIDENCE-UNSIGNED",
                                none.why().vi(),
                                none.why().en()),
                        Duration.ofMinutes(1));
        };
    }

    private static Optional<UUID> known(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(
                Problem.of(404, "EVIDENCE-NOT-FOUND", "Không có bằng chứng này.", "There is no such evidence."));
    }
}
