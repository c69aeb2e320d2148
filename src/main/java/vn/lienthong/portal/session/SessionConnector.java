package vn.lienthong.portal.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.Lease;
import vn.lienthong.delivery.Reason;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partner.Account;
import vn.lienthong.partner.Partners;

/**
 * Calls services of partners that sign in with a session in the body. One attempt is one request on the wire; only when
 * the partner says that the session is over is it renewed, once, and the request made once more.
 */
@Component("sessionConnector")
public class SessionConnector {
    private final Partners partners;
    private final SessionKeeper sessions;
    private final SignInCall signIn;
    private final ServiceWire wire;
    private final ServiceContracts contracts;

    SessionConnector(
            Partners partners,
            SessionKeeper sessions,
            SignInCall signIn,
            ServiceWire wire,
            ServiceContracts contracts) {
        this.partners = partners;
        this.sessions = sessions;
        this.signIn = signIn;
        this.wire = wire;
        this.contracts = contracts;
    }

    /** The beginning of a question that no contract describes, such as one for a catalogue: its unit and its service. */
    public ObjectNode question(String partnerId, String unit, String service) {
        return contracts.of(partnerId).call(unit, new ServiceContract.Service(service, Map.of()));
    }

    /** Sends a batch. A failure before the first byte left is told as not sent, trouble of our own included. */
    public SessionAnswer call(SessionCall call) {
        if (call.items().isEmpty()) {
            return new SessionAnswer(call, Optional.empty());
        }
        DeliveryBatch batch = call.batch();
        Talk talk = new Talk(
                batch.partner(),
                call.parameters(),
                call.items(),
                batch.lease(),
                batch::markLeaving,
                outgoing -> batch.sendingAs(outgoing.whole().id(), outgoing.byDelivery()));
        try {
            return new SessionAnswer(call, Optional.of(hold(talk)));
        } catch (DataAccessException | TransactionException trouble) {
            if (batch.mayHaveLeft()) {
                throw trouble;
            }
            return new SessionAnswer(call, Optional.of(ownTrouble(trouble.toString())));
        }
    }

    /** Asks a question that has no effect at the partner. */
    public CallResult ask(String partnerId, ObjectNode parameters, Lease lease) {
        return hold(new Talk(partnerId, parameters, List.of(), lease, lease::holds, outgoing -> {}));
    }

    private CallResult hold(Talk talk) {
        Partner partner = partners.get(talk.partnerId());
        Account account = partner.account();
        if (account == null) {
            throw new IllegalStateException("Partner " + talk.partnerId() + " has no account");
        }
        Optional<PartnerSession> known = sessions.current(account.name());
        SignIn open = known.isPresent() ? new SignIn.Open(known.get()) : renew(talk, partner, account, 0);
        for (boolean renewed = false; ; renewed = true) {
            if (open instanceof SignIn.Closed closed) {
                return new CallResult.Failed(closed.outcome());
            }
            PartnerSession session = ((SignIn.Open) open).session();
            Interpretation read = wire.once(talk, partner, account, session);
            if (!read.sessionOver() || renewed) {
                return read.result();
            }
            open = renew(talk, partner, account, session.generation());
        }
    }

    private SignIn renew(Talk talk, Partner partner, Account account, long failed) {
        Duration half = talk.lease().remaining().dividedBy(2);
        Duration most = partner.connectTimeout().plus(partner.readTimeout());
        Duration longest = half.compareTo(most) < 0 ? half : most;
        return sessions.renew(account.name(), failed, longest, () -> {
            SignInReply reply = signIn.make(talk.partnerId(), partner, account, longest);
            wire.report(talk.partnerId(), reply instanceof SignInReply.Given);
            return reply;
        });
    }

    private static CallResult ownTrouble(String detail) {
        return new CallResult.Failed(new DeliveryOutcome.NotSent(Reason.OWN_TROUBLE, detail));
    }

    /** One conversation: what is said, how long there is for it, who may stop it, who is told of the message. */
    record Talk(
            String partnerId,
            ObjectNode parameters,
            List<CallItem> items,
            Lease lease,
            BooleanSupplier mayLeave,
            Consumer<Outgoing> departing) {}
}
