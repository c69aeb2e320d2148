package vn.lienthong.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call and how ({@code lienthong.access.*}).
 *
 * @param issuer the name this gateway writes into its tokens and accepts, a URL, the same on every node; no default
 * @param tokenLifetime how long a token is valid; default 1 hour
 * @param tokenLeeway how far the clocks of nodes may differ: a token counts so much earlier and longer; default 5 minutes,
 *     at most 10
 * @param rotateKeysAfter age at which the signing key gets a successor by itself; default 90 days. The old key goes on
 *     verifying until its last token has ended
 * @param openMetrics whether {@code /actuator/prometheus} answers without a token; default false, true in the sandbox
 * @param clients the systems that may call; default none
 * @param operators the people who may sign in at the console; default none
 */
@Validated
@ConfigurationProperties("lienthong.access")
public record AccessProperties(
        @NotNull URI issuer,
        @DefaultValue("PT1H") @DurationMin(minutes = 1) Duration tokenLifetime,

        @DefaultValue("PT5M") @DurationMin(seconds = 0, message = LEEWAY) @DurationMax(minutes = 10, message = LEEWAY)
        Duration tokenLeeway,

        @DefaultValue("P90D") Duration rotateKeysAfter,
        @DefaultValue("false") boolean openMetrics,
        @DefaultValue List<@Valid Client> clients,
        @DefaultValue List<@Valid Operator> operators) {
    private static final String LEEWAY = "PT0S … PT10M";
    /**
     * One calling system. It has a secret, given in exactly one of the three ways, or a certificate instead.
     *
     * @param id user name at the token endpoint and in the compatible face
     * @param name what people read
     * @param agency code of the agency it speaks for; none for a platform
     * @param scopes what it may do
     * @param role what it may do by hand; needed with the scope {@code operator.act}
     * @param secret the secret itself; sandbox only
     * @param secretFile file whose content is the secret, or its hash as <code>{bcrypt}$2…</code>
     * @param secretEnv name of the environment variable that holds it
     * @param certificate the certificate that it shows instead of a secret: in the TLS handshake, or under its SOAP messages
     */
    public record Client(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}")
            String id,

            @NotBlank String name,
            @Nullable String agency,
            @NotEmpty Set<String> scopes,
            @Nullable OperatorRole role,
            @Nullable String secret,
            @Nullable Path secretFile,
            @Nullable String secretEnv,
            @Nullable @Valid Certificate certificate) {}

    /**
     * How a client's certificate is known. Exactly one of the two.
     *
     * @param file PEM file with the very certificates it may show, whoever issued them ({@code self_signed_tls_client_auth})
     * @param subject the subject its certificate bears (RFC 4514), issued below {@code lienthong.access.certificates.trust}
     *     ({@code tls_client_auth})
     */
    public record Certificate(@Nullable Path file, @Nullable String subject) {}

    /**
     * One person at the operator's desk. Exactly one of the three ways to give the password is used; none for who signs in at
     * a provider only.
     *
     * @param id user name at the form
     * @param name what people read
     * @param role what this person may do
     * @param password the password itself; sandbox only
     * @param passwordFile file whose content is the password, or its hash as <code>{bcrypt}$2…</code>
     * @param passwordEnv name of the environment variable that holds it
     */
    public record Operator(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._@-]{1,64}")
            String id,

            @NotBlank String name,
            @NotNull OperatorRole role,
            @Nullable String password,
            @Nullable Path passwordFile,
            @Nullable String passwordEnv) {}
}
