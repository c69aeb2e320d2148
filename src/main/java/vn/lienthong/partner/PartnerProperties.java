package vn.lienthong.partner;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Everything under {@code lienthong}: the partner entries by their id. */
@Validated
@ConfigurationProperties("lienthong")
record PartnerProperties(@DefaultValue @Valid Map<String, @Valid Partner> partners) {}
