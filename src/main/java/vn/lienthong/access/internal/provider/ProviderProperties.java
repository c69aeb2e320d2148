package vn.lienthong.access.internal.provider;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The OpenID provider at which operators may sign in: {@code lienthong.access.provider.*}. It tells who somebody is; what
 * that person may do stands with {@code lienthong.access.operators}, and whoever is not there stays outside.
 *
 * @param issuer its address as it stands in its tokens; without one people sign in with a password only
 * @param name what people read on the button
 * @param clientId what we are called there
 * @param clientSecretFile file whose content is our secret there
 * @param clientSecretEnv name of the environment variable that holds it
 * @param userClaim the claim of its ID token that is the operator's user name here (default {@code preferred_username})
 * @param address our own address as people's browsers know it; the provider sends them back to
 *     {@code <address>/login/oauth2/code/provider}
 */
@Validated
@ConfigurationProperties("lienthong.access.provider")
public record ProviderProperties(
        @Nullable URI issuer,

        @DefaultValue("Đăng nhập một lần của tỉnh") @NotBlank
        String name,

        @Nullable String clientId,
        @Nullable Path clientSecretFile,
        @Nullable String clientSecretEnv,
        @DefaultValue("preferred_username") @NotBlank String userClaim,
        @DefaultValue("http://localhost:8080") URI address) {}
