package vn.lienthong.post.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.evidence.Message;
import vn.lienthong.intake.AnswerKey;
import vn.lienthong.intake.Bodies;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.StoredAnswer;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Ids;

/** {@code /v1/post/tracking-events}: the post tells where parcels are. The same events again are no news. */
@RestController
class TrackingController {
    private final TrackingReader reader;
    private final TrackingDesk desk;
    private final TrackingProperties settings;
    private final Rights rights;
    private final Intake intake;
    private final Bodies bodies;
    private final ObjectMapper json;

    TrackingController(
            TrackingReader reader,
            TrackingDesk desk,
            TrackingProperties settings,
            Rights rights,
            Intake intake,
            Bodies bodies,
            ObjectMapper json) {
        this.reader = reader;
        this.desk = desk;
        this.settings = settings;
        this.rights = rights;
        this.intake = intake;
        this.bodies = bodies;
        this.json = json;
    }

    @PostMapping("/v1/post/tracking-events")
    ResponseEntity<byte[]> take(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            HttpServletRequest request) {
        rights.requireScope(caller, Scopes.POST_TRACKING);
        intake.requireRoom();
        return bodies.read(request, settings.body(), body -> answer(body, key, caller, RequestLanguage.of(request)));
    }

    private ResponseEntity<byte[]> answer(byte[] body, @Nullable String key, Caller caller, String language) {
        AnswerKey answerKey = Intake.key(caller, key, "POST /v1/post/tracking-events", body);
        Optional<StoredAnswer> before = answerKey == null ? Optional.empty() : intake.replay(answerKey);
        if (before.isPresent()) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Idempotency-Replayed", "true")
                    .body(before.get().body());
        }
        byte[] answer = bytes(take(body, caller, language));
        if (answerKey != null) {
            remember(answerKey, answer);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    /** The events' own names make it safe to repeat; the key only has to find the same answer. */
    private void remember(AnswerKey key, byte[] answer) {
        try {
            intake.remember(key, 200, answer);
        } catch (DuplicateKeyException other) {
            intake.replay(key);
        }
    }

    private byte[] bytes(Answer answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Answer take(byte[] body, Caller caller, String language) {
        List<ToldEvent> told = reader.read(body);
        List<ParcelEvent> good = told.stream()
                .filter(ToldEvent.Good.class::isInstance)
                .map(entry -> ((ToldEvent.Good) entry).event())
                .toList();
        Message message = new Message(Ids.next(), Message.Direction.IN, "rest", caller.clientId(), null, null, body);
        Iterator<Taken> taken = desk.take(new Received(caller.clientId(), caller, message, false, good), () -> {})
                .iterator();
        List<Taken> all = new ArrayList<>();
        for (ToldEvent entry : told) {
            all.add(
                    switch (entry) {
                        case ToldEvent.Good ignored -> taken.next();
                        case ToldEvent.Bad bad -> bad.answer();
                    });
        }
        return Answer.of(all, language);
    }

    /** What became of each event, in order. */
    record Answer(List<Item> items) {
        static Answer of(List<Taken> taken, String language) {
            return new Answer(taken.stream().map(one -> Item.of(one, language)).toList());
        }
    }

    record Item(
            @Nullable String eventId,
            Taken.Outcome outcome,
            @Nullable String code,
            @Nullable String message) {
        static Item of(Taken taken, String language) {
            Bilingual text = taken.text();
            return new Item(taken.eventId(), taken.outcome(), taken.code(), text == null ? null : text.in(language));
        }
    }
}
