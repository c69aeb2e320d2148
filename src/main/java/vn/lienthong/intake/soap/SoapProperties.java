package vn.lienthong.intake.soap;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The SOAP face ({@code lienthong.intake.soap.*}).
 *
 * @param publicAddress what stands before {@code /services/dossier} in the WSDL (default: as for links to documents)
 * @param largest largest envelope (default 4 MB)
 * @param clockSkew how old a message's Timestamp, or Created beside a Nonce, may be (default 5 min, at most 1 h)
 * @param plainHttp whether a password may come over plain HTTP from another machine (default false; true in the sandbox;
 *     production refuses it)
 */
@Validated
@ConfigurationProperties("lienthong.intake.soap")
public record SoapProperties(
        @NotNull @DefaultValue("http://localhost:8080") URI publicAddress,
        @DefaultValue("4MB") DataSize largest,

        @DefaultValue("5m") @DurationMin(seconds = 10) @DurationMax(hours = 1)
        Duration clockSkew,

        @DefaultValue("false") boolean plainHttp) {}
