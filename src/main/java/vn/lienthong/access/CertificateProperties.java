package vn.lienthong.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose certificates are believed, and from where they may come ({@code lienthong.access.certificates.*}).
 *
 * @param trust PEM files of the authorities below which clients that are known by their subject have their certificates;
 *     default none
 * @param proxies addresses of reverse proxies that end TLS and tell the client's certificate in a header; from anybody else
 *     that header is not looked at; default none
 * @param header the header they tell it in: as RFC 9440 says (default {@code Client-Cert}), or as percent-encoded PEM
 */
@Validated
@ConfigurationProperties("lienthong.access.certificates")
public record CertificateProperties(
        @DefaultValue List<@NotNull Path> trust,
        @DefaultValue List<@NotNull @Pattern(regexp = "[0-9a-fA-F:.]+") String> proxies,

        @DefaultValue("Client-Cert") @Pattern(regexp = "[A-Za-z0-9-]{1,64}")
        String header) {}
