package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessPropertiesTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @CsvSource({
        "PT1H,PT0S,",
        "PT1M,PT10M,",
        "PT59S,PT5M,tokenLifetime",
        "PT1H,PT11M,tokenLeeway",
        "PT1H,PT-1S,tokenLeeway"
    })
    void boundsTheLifeOfATokenAndItsLeeway(Duration lifetime, Duration leeway, String wrong) {
        AccessProperties settings = new AccessProperties(
                URI.create("https://gateway.example"),
                lifetime,
                leeway,
                Duration.ofDays(90),
                false,
                List.of(),
                List.of());
        assertThat(VALIDATOR.validate(settings).stream()
                        .map(ConstraintViolation::getPropertyPath)
                        .map(Object::toString))
                .isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }
}
