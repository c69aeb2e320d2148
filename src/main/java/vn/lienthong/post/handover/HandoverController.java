package vn.lienthong.post.handover;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.intake.AnswerKey;
import vn.lienthong.intake.Bodies;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.StoredAnswer;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code /v1/post/handovers}: the post hands over what it collected, and fetches the record of it. */
@RestController
class HandoverController {
    private static final Duration RECORD_SOON = Duration.ofSeconds(2);

    private final Handovers handovers;
    private final HandoverRepository stored;
    private final ItemRepository items;
    private final RecordRepository records;
    private final HandoverAnswer answers;
    private final HandoverProperties settings;
    private final Intake intake;
    private final Bodies bodies;
    private final Rights rights;

    HandoverController(
            Handovers handovers,
            HandoverRepository stored,
            ItemRepository items,
            RecordRepository records,
            HandoverAnswer answers,
            HandoverProperties settings,
            Intake intake,
            Bodies bodies,
            Rights rights) {
        this.handovers = handovers;
        this.stored = stored;
        this.items = items;
        this.records = records;
        this.answers = answers;
        this.settings = settings;
        this.intake = intake;
        this.bodies = bodies;
        this.rights = rights;
    }

    @PostMapping(path = "/v1/post/handovers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> take(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            HttpServletRequest request) {
        rights.requireScope(caller, Scopes.POST_HANDOVER);
        intake.requireRoom();
        return bodies.read(request, settings.largestManifest(), body -> take(body, key, caller));
    }

    private ResponseEntity<byte[]> take(byte[] body, @Nullable String key, Caller caller) {
        AnswerKey answerKey = Intake.key(caller, key, "POST /v1/post/handovers", body);
        Optional<StoredAnswer> before = answerKey == null ? Optional.empty() : intake.replay(answerKey);
        if (before.isPresent()) {
            return json(before.get().body(), true);
        }
        Handovers.Taken taken = handovers.take(body, caller);
        if (answerKey != null) {
            remember(answerKey, taken.answer());
        }
        return json(taken.answer(), taken.repeated());
    }

    /** The manifest's own number makes it safe to repeat; the key only has to find the same answer. */
    private void remember(AnswerKey key, byte[] answer) {
        try {
            intake.remember(key, 200, answer);
        } catch (DuplicateKeyException other) {
            intake.replay(key);
        }
    }

    @GetMapping("/v1/post/handovers/{number}")
    ResponseEntity<byte[]> show(@PathVariable String number, Caller caller) {
        HandoverRepository.Stored handover = own(number, caller);
        String state = records.find(handover.id()).state();
        return json(answers.today(handover.answer(), items.namedLater(handover.id()), state), false);
    }

    @GetMapping("/v1/post/handovers/{number}/record")
    ResponseEntity<byte[]> record(@PathVariable String number, Caller caller) {
        byte[] pdf = records.find(own(number, caller).id()).pdf();
        if (pdf == null) {
            throw new ProblemException(
                    Problem.of(
                            503,
                            "HANDOVER-RECORD-PENDING",
                            "Biên bản giao nhận đang được ký số, hãy lấy lại sau ít giây.",
                            "The record of the hand-over is being sealed; fetch it again in a few seconds."),
                    RECORD_SOON);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("bien-ban-giao-nhan-" + number + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    private HandoverRepository.Stored own(String number, Caller caller) {
        rights.requireScope(caller, Scopes.POST_HANDOVER);
        return stored.find(caller.clientId(), number)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "HANDOVER-NOT-FOUND", "Không có bản kê này.", "There is no such manifest.")));
    }

    private static ResponseEntity<byte[]> json(byte[] body, boolean repeated) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        return (repeated ? answer.header("Idempotency-Replayed", "true") : answer).body(body);
    }
}
