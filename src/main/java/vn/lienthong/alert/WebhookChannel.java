package vn.lienthong.alert;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;

/** Incidents as JSON, for a chat or a monitoring system of the province. */
final class WebhookChannel implements Channel {
    private static final JsonMapper JSON = new JsonMapper();

    private final PostedCall post;
    private final URI console;

    WebhookChannel(AlertProperties.Webhook settings, URI console) {
        this.post = new PostedCall(settings.url(), settings.header(), settings.secretFile());
        this.console = console;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void send(Telling telling) throws IOException, InterruptedException {
        ObjectNode whole = JSON.createObjectNode()
                .put("type", "vn.lienthong.alert.v1")
                .put("at", time(telling.at()))
                .put("subject", Words.subject(telling));
        fill(whole.putArray("opened"), telling.opened());
        fill(whole.putArray("lasting"), telling.lasting());
        fill(whole.putArray("over"), telling.over());
        post.send("application/json", whole.toString());
    }

    private void fill(ArrayNode array, List<Incident> incidents) {
        for (Incident one : incidents) {
            ObjectNode node = array.addObject()
                    .put("id", one.id().toString())
                    .put("cause", one.cause())
                    .put("count", one.count())
                    .put("openedAt", time(one.openedAt()))
                    .put("page", console + one.page());
            Instant closed = one.closedAt();
            if (closed != null) {
                node.put("closedAt", time(closed));
            }
            node.set("what", both(one.what()));
            node.set("advice", both(one.advice()));
        }
    }

    private static ObjectNode both(Bilingual text) {
        return JSON.createObjectNode().put("vi", text.vi()).put("en", text.en());
    }

    private static String time(Instant at) {
        return at.atZone(GatewayClock.ZONE).toOffsetDateTime().toString();
    }
}
