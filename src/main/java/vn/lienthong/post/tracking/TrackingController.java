package vn.lienthong.post.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code /v1/post/tracking-events}: the post tells where parcels are. The same events again are no news. */
@RestController
class TrackingController {
    private final TrackingReader reader;
    private final TrackingDesk desk;
    private final TrackingProperties settings;
    private final Rights rights;

    TrackingController(TrackingReader reader, TrackingDesk desk, TrackingProperties settings, Rights rights) {
        this.reader = reader;
        this.desk = desk;
        this.settings = settings;
        this.rights = rights;
    }

    @PostMapping("/v1/post/tracking-events")
    Answer take(Caller caller, HttpServletRequest request) {
        rights.requireScope(caller, Scopes.POST_TRACKING);
        byte[] body = body(request);
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
        return Answer.of(all, RequestLanguage.of(request));
    }

    private byte[] body(HttpServletRequest request) {
        int most = (int) settings.body().toBytes();
        try {
            byte[] body = request.getContentLengthLong() > most
                    ? new byte[most + 1]
                    : request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                throw new ProblemException(Problem.of(
                        413,
                        "REQUEST-TOO-LARGE",
                        "Thân yêu cầu vượt quá " + settings.body() + ".",
                        "The body is larger than " + settings.body() + "."));
            }
            return body;
        } catch (IOException cut) {
            throw new ProblemException(Problem.of(
                    400,
                    "REQUEST-CUT-OFF",
                    "Thân yêu cầu bị đứt giữa chừng.",
                    "The body ended before it was complete."));
        }
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
