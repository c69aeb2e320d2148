package vn.lienthong.portal.session;

import vn.lienthong.delivery.DeliveryOutcome;

/** What an attempt to sign in came to. */
sealed interface SignIn {
    /** Signed in, by us or by another thread or node before us. */
    record Open(PartnerSession session) implements SignIn {}

    /** Not signed in; nothing of the message left. */
    record Closed(DeliveryOutcome outcome) implements SignIn {}
}
