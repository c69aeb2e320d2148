package vn.lienthong.access.internal.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;
import vn.lienthong.kernel.GatewayClock;

/**
 * The provider as its discovery document describes it, read when the first person wants to sign in: the gateway starts
 * without it. A provider that does not answer is not asked again for ten seconds.
 */
public final class Provider implements ClientRegistrationRepository {
    static final String ID = "provider";

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final Duration REST = Duration.ofSeconds(10);

    private final ProviderProperties settings;
    private final String secret;
    private final GatewayClock clock;
    private final RestClient calls;
    private final ReentrantLock one = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;
    private volatile long restUntilNanos;

    Provider(ProviderProperties settings, String secret, GatewayClock clock, RestClient calls) {
        this.calls = calls;
        this.settings = settings;
        this.secret = secret;
        this.clock = clock;
        this.restUntilNanos = clock.monotonicNanos();
    }

    /** Empty while the provider does not answer. */
    public Optional<ClientRegistration> registration() {
        ClientRegistration registration = known;
        return registration == null ? discover() : Optional.of(registration);
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? registration().orElse(null) : null;
    }

    /** One asks; whoever comes meanwhile is told that the provider does not answer yet. */
    private Optional<ClientRegistration> discover() {
        if (!one.tryLock()) {
            return Optional.empty();
        }
        try {
            return clock.monotonicNanos() - restUntilNanos < 0 ? Optional.empty() : asked();
        } finally {
            one.unlock();
        }
    }

    private Optional<ClientRegistration> asked() {
        try {
            Map<String, Object> told = calls.get()
                    .uri(settings.issuer() + "/.well-known/openid-configuration")
                    .retrieve()
                    .body(new ParameterizedTypeReference<>() {});
            if (told == null || !String.valueOf(settings.issuer()).equals(told.get("issuer"))) {
                throw new IllegalStateException("The provider calls itself another issuer");
            }
            ClientRegistration found = ClientRegistrations.fromOidcConfiguration(told)
                    .registrationId(ID)
                    .clientId(String.valueOf(settings.clientId()))
                    .clientSecret(secret)
                    .userNameAttributeName(settings.userClaim())
                    .redirectUri(settings.address() + "/login/oauth2/code/" + ID)
                    .scope("openid", "profile")
                    .build();
            known = found;
            return Optional.of(found);
        } catch (RuntimeException away) {
            LOG.warn("Nơi đăng nhập {} không trả lời / the sign-in provider does not answer", settings.issuer(), away);
            restUntilNanos = clock.monotonicNanos() + REST.toNanos();
            return Optional.empty();
        }
    }
}
