package vn.lienthong.inbox;

/** Whose inbox: an agency's, which the agencies above it see as well, or that of one platform such as the post. */
public sealed interface Receiver {
    /** The agency with this code. */
    record OfAgency(String code) implements Receiver {}

    /** The client with this id, which speaks for no agency. */
    record OfClient(String id) implements Receiver {
        /** The name of its inbox; no agency code holds a colon. */
        String address() {
            return "client:" + id;
        }
    }
}
