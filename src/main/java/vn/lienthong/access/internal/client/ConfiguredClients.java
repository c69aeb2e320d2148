package vn.lienthong.access.internal.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import vn.lienthong.access.Caller;

/** Shows the configured clients to the authorization server. */
public final class ConfiguredClients implements RegisteredClientRepository {
    private final Accounts accounts;
    private final ClientCertificates certificates;
    private final Duration tokenLifetime;

    /** Hands out tokens of this lifetime. */
    public ConfiguredClients(Accounts accounts, ClientCertificates certificates, Duration tokenLifetime) {
        this.accounts = accounts;
        this.certificates = certificates;
        this.tokenLifetime = tokenLifetime;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients come from the configuration");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return accounts.client(clientId).map(this::registered).orElse(null);
    }

    private RegisteredClient registered(Caller caller) {
        RegisteredClient.Builder client = RegisteredClient.withId(caller.clientId());
        if (certificates.isBound(caller.clientId())) {
            client.clientAuthenticationMethod(certificates.method(caller.clientId()));
        } else {
            client.clientSecret(accounts.clientSecret(caller.clientId()).orElseThrow())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        }
        return client.clientId(caller.clientId())
                .clientName(caller.displayName())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(caller.scopes()))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(tokenLifetime)
                        .build())
                .build();
    }
}
