package vn.lienthong.portal.session;

import vn.lienthong.delivery.DeliveryOutcome;

/** The partner's word on a sign-in. */
sealed interface SignInReply {
    /** A new session. */
    record Given(String session) implements SignInReply {
        @Override
        public String toString() {
            return "a session"; // the value is a secret
        }
    }

    /** None. */
    record Refused(DeliveryOutcome outcome) implements SignInReply {}
}
