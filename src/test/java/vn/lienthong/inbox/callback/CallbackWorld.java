package vn.lienthong.inbox.callback;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import vn.lienthong.inbox.FeedItem;
import vn.lienthong.inbox.InboxWorld;
import vn.lienthong.inbox.Mailbox;
import vn.lienthong.testing.HttpDouble;

/** Pushes from one inbox to receivers that a test plays; the pusher looks when the test says so. */
final class CallbackWorld implements AutoCloseable {
    static final SigningSecret SECRET = SigningSecret.read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    static final String WARD = InboxWorld.WARD;

    final InboxWorld node;

    CallbackWorld(InboxWorld node) {
        this.node = node;
    }

    /** A receiver of the ward's inbox, registered. */
    HttpDouble receiver(HttpDouble.Script script) {
        return receiverOf(WARD, script);
    }

    HttpDouble receiverOf(String agency, HttpDouble.Script script) {
        HttpDouble receiver = new HttpDouble(script);
        register(agency, receiver.url());
        return receiver;
    }

    void register(String agency, URI url) {
        node.get(Callbacks.class).put(agency, url + "/hook", SECRET.text(), InboxWorld.system(agency));
    }

    void tell(String... subjects) {
        for (String subject : subjects) {
            node.tell(WARD, subject);
        }
        node.waiting(WARD);
    }

    void tellOther(String agency, String subject) {
        node.tell(agency, subject);
        node.waiting(agency);
    }

    List<String> waiting() {
        return node.subjects(WARD);
    }

    void acknowledgeFirst() {
        FeedItem first = node.waiting(WARD).getFirst();
        node.get(Mailbox.class).acknowledge(WARD, first.id(), "client:" + WARD);
    }

    /** Lets the pusher look again and again until this is so. */
    void pushUntil(BooleanSupplier so) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    if (so.getAsBoolean()) {
                        return true;
                    }
                    node.get(Pusher.class).look();
                    return so.getAsBoolean();
                });
    }

    /** Lets the pusher look once and end whatever it begins. */
    void lookAndSettle() {
        node.get(Pusher.class).look();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(30))
                .until(() -> leases() == 0);
    }

    long leases() {
        return number("select count(*) from inbox_callback where lease_token is not null");
    }

    int faults() {
        return shown().faults();
    }

    CallbackView shown() {
        CallbackRepository rows = node.get(CallbackRepository.class);
        return CallbackView.of(rows.find(WARD).orElseThrow(), null, rows.pushes(WARD, 20));
    }

    /** Puts the secret of another inbox in the place of the ward's. */
    void spoilSecret() {
        node.jdbc()
                .update(
                        "update inbox_callback c set secret = o.secret from inbox_callback o"
                                + " where c.address = ? and o.address <> c.address",
                        WARD);
    }

    long countOfAttempts() {
        return number("select count(*) from inbox_callback_attempt");
    }

    private long number(String query) {
        Long count = node.jdbc().queryForObject(query, Long.class);
        return count == null ? 0 : count;
    }

    List<String> acts() {
        return node.jdbc().queryForList("select concat_ws(' ', who, act, reason) from audit order by id", String.class);
    }

    Instant now() {
        return node.clock.now();
    }

    void pass(Duration time) {
        node.pass(time);
    }

    void clear() {
        node.clear();
    }

    @Override
    public void close() {
        node.close();
    }
}
