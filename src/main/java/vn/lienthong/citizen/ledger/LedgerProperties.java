package vn.lienthong.citizen.ledger;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The paper-avoided ledger ({@code lienthong.citizen.ledger.*}).
 *
 * @param target share of papers that nobody should have to bring (default 0.8)
 * @param counted how long after its acceptance a dossier is still counted anew when it changes (default 90 days)
 */
@Validated
@ConfigurationProperties("lienthong.citizen.ledger")
public record LedgerProperties(
        @DefaultValue("0.8") @DecimalMin("0") @DecimalMax("1")
        double target,

        @DefaultValue("90d") @DurationMin(days = 1) Duration counted) {}
