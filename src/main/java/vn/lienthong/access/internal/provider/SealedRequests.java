package vn.lienthong.access.internal.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;
import vn.lienthong.access.internal.login.ReturnAddress;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;

/**
 * What must be remembered while somebody is at the provider, sealed in that person's own cookie: before sign-in there is no
 * session, and any node can take the answer. Lasts ten minutes.
 */
final class SealedRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    static final String COOKIE = "lienthong-provider";
    /** The request's attribute with the page to go to after the sign-in. */
    static final String BACK = "lienthong.provider.back";

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final byte[] CONTEXT = COOKIE.getBytes(StandardCharsets.UTF_8);
    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<Optional<ClientRegistration>> provider;
    private final DataSeal seal;
    private final GatewayClock clock;

    SealedRequests(Supplier<Optional<ClientRegistration>> provider, DataSeal seal, GatewayClock clock) {
        this.provider = provider;
        this.seal = seal;
        this.clock = clock;
    }

    /** What is in the cookie. */
    private record Kept(String state, String nonce, String verifier, String back, long until) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return kept(request)
                .flatMap(kept -> provider.get().map(to -> rebuilt(kept, to)))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            forget(request, response);
            return;
        }
        Kept kept = new Kept(
                begun.getState(),
                String.valueOf(begun.<String>getAttribute(OidcParameterNames.NONCE)),
                String.valueOf(begun.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
                ReturnAddress.of(request),
                clock.now().plus(LIFE).getEpochSecond());
        set(
                request,
                response,
                Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(write(kept), CONTEXT)),
                LIFE);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
        kept(request).ifPresent(kept -> request.setAttribute(BACK, kept.back()));
        forget(request, response);
        return begun;
    }

    private Optional<Kept> kept(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        if (cookie == null || state == null) {
            return Optional.empty();
        }
        try {
            Kept kept =
                    JSON.readValue(seal.open(Base64.getUrlDecoder().decode(cookie.getValue()), CONTEXT), Kept.class);
            return equal(kept.state(), state) && clock.now().isBefore(Instant.ofEpochSecond(kept.until()))
                    ? Optional.of(kept)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    private static OAuth2AuthorizationRequest rebuilt(Kept kept, ClientRegistration to) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(OAuth2ParameterNames.REGISTRATION_ID, to.getRegistrationId());
        attributes.put(OidcParameterNames.NONCE, kept.nonce());
        attributes.put(PkceParameterNames.CODE_VERIFIER, kept.verifier());
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(to.getProviderDetails().getAuthorizationUri())
                .clientId(to.getClientId())
                .redirectUri(to.getRedirectUri())
                .scopes(to.getScopes())
                .state(kept.state())
                .attributes(attributes)
                .build();
    }

    private static void forget(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/login")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        // the provider sends the person back from its own site
                        .sameSite("Lax")
                        .maxAge(life)
                        .build()
                        .toString());
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] write(Kept kept) {
        try {
            return JSON.writeValueAsBytes(kept);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record always writes", impossible);
        }
    }
}
