package vn.lienthong.access.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.SignInProperties;
import vn.lienthong.access.internal.client.Accounts;
import vn.lienthong.access.internal.factor.Factors;
import vn.lienthong.access.internal.token.CallerAuthentication;
import vn.lienthong.kernel.GatewayClock;

/**
 * Keeps of a sign-in who it was, by what proof, and when. Role, rights and whether that proof is enough are looked up at each
 * request: a person who was demoted or taken out loses them at once, and a second factor that came, went or changed ends
 * whatever was signed in without it. No class of ours or of a library is serialised into the database, so sessions outlive
 * an upgrade.
 */
public final class OperatorSessions implements SecurityContextRepository {
    private static final String OPERATOR = "lienthong.operator";
    private static final String PROOF = "lienthong.proof";
    private static final String SINCE = "lienthong.since";

    private static final String BY_PASSWORD = "password";
    private static final String BY_PROVIDER = "provider";
    private static final Duration HALF_WAY = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Factors factors;
    private final SignInProperties settings;
    private final GatewayClock clock;

    /** Looks rights up in these accounts, and second factors there. */
    public OperatorSessions(Accounts accounts, Factors factors, SignInProperties settings, GatewayClock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> load(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication signedIn = context.getAuthentication();
        if (signedIn != null && signedIn.isAuthenticated()) {
            // a provider asks for a second factor of its own
            boolean elsewhere = signedIn instanceof OAuth2AuthenticationToken;
            begin(request.getSession(true), signedIn.getName(), elsewhere ? BY_PROVIDER : BY_PASSWORD);
            return;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(OPERATOR);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return text(request.getSession(false), OPERATOR) != null;
    }

    /** How far the sign-in of this request's session came. */
    Stage stage(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String name = text(session, OPERATOR);
        String proof = text(session, PROOF);
        String since = text(session, SINCE);
        if (name == null || proof == null || since == null) {
            return new Stage.Nobody();
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(since)), clock.now());
        Optional<Caller> caller = accounts.operator(name);
        return caller.isEmpty() || age.compareTo(settings.longest()) > 0
                ? new Stage.Nobody()
                : stage(caller.get(), proof, age);
    }

    /** The second step is done, by the factor of this id: signed in, under another session id and with nothing from before. */
    void complete(HttpServletRequest request, Caller caller, UUID factor) {
        request.changeSessionId();
        begin(request.getSession(true), caller.clientId(), factor.toString());
    }

    private Stage stage(Caller caller, String proof, Duration age) {
        if (proof.equals(BY_PROVIDER)) {
            return new Stage.SignedIn(caller);
        }
        Optional<UUID> factor = factors.id(caller.clientId());
        if (!proof.equals(BY_PASSWORD)) {
            boolean inForce = factor.isPresent() && factor.get().toString().equals(proof);
            return inForce ? new Stage.SignedIn(caller) : new Stage.Nobody();
        }
        if (factor.isEmpty() && !isRequired(caller)) {
            return new Stage.SignedIn(caller);
        }
        return age.compareTo(HALF_WAY) > 0 ? new Stage.Nobody() : new Stage.HalfWay(caller, factor.isPresent());
    }

    private boolean isRequired(Caller caller) {
        OperatorRole role = caller.role();
        return role != null && settings.secondFactorFor().contains(role);
    }

    /** Whoever sat here before leaves nothing behind, neither opened data nor a page token. */
    private void begin(HttpSession session, String name, String proof) {
        Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
        session.setAttribute(OPERATOR, name);
        session.setAttribute(PROOF, proof);
        session.setAttribute(SINCE, Long.toString(clock.now().getEpochSecond()));
    }

    private SecurityContext load(HttpServletRequest request) {
        return stage(request) instanceof Stage.SignedIn in
                ? new SecurityContextImpl(new CallerAuthentication(in.caller()))
                : new SecurityContextImpl();
    }

    private static @Nullable String text(@Nullable HttpSession session, String name) {
        return session != null && session.getAttribute(name) instanceof String text ? text : null;
    }

    /** Reads the session only when somebody asks who is there: health and token calls never do. */
    private static final class Deferred implements DeferredSecurityContext {
        private final Supplier<SecurityContext> loader;
        private @Nullable SecurityContext loaded;

        Deferred(Supplier<SecurityContext> loader) {
            this.loader = loader;
        }

        @Override
        public SecurityContext get() {
            SecurityContext context = loaded;
            if (context == null) {
                context = loader.get();
                loaded = context;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
