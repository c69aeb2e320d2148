package vn.lienthong.portal.session;

import vn.lienthong.delivery.DeliveryOutcome;

/** What one call of a service came to, before anyone looks at single items. */
public sealed interface CallResult {
    /** The partner answered, and the answer can be read. */
    record Told(Reply reply) implements CallResult {}

    /** No readable answer, or one that speaks about the call and not about its content. */
    record Failed(DeliveryOutcome outcome) implements CallResult {}
}
