package vn.lienthong.access.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import vn.lienthong.access.internal.client.Accounts;
import vn.lienthong.access.internal.token.CallerAuthentication;

/**
 * Keeps nothing of a sign-in but the user name. Role and rights are looked up at each request, so a person who was
 * demoted or taken out loses them at once; and no class of ours or of a library is serialised into the database, so
 * sessions outlive an upgrade.
 */
public final class OperatorSessions implements SecurityContextRepository {
    private static final String OPERATOR = "lienthong.operator";

    private final Accounts accounts;

    /** Looks rights up in these accounts. */
    public OperatorSessions(Accounts accounts) {
        this.accounts = accounts;
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
            request.getSession(true).setAttribute(OPERATOR, signedIn.getName());
            return;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(OPERATOR);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return operator(request) != null;
    }

    private SecurityContext load(HttpServletRequest request) {
        String name = operator(request);
        return name == null
                ? new SecurityContextImpl()
                : accounts.operator(name)
                        .<SecurityContext>map(caller -> new SecurityContextImpl(new CallerAuthentication(caller)))
                        .orElseGet(SecurityContextImpl::new);
    }

    private static @Nullable String operator(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(OPERATOR) instanceof String name ? name : null;
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
