package vn.lienthong.access.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import vn.lienthong.kernel.Problem;

class BodyFindingsTest {
    record Why(@NotBlank @Size(max = 3) String reason) {}

    @ParameterizedTest
    @CsvSource({"'', FIELD-MISSING", "' ', FIELD-MISSING", "long, FIELD-TOO-LONG"})
    void names_theFieldAndWhatIsWrong(String reason, String code) {
        Problem problem = Failures.of(invalid(new Why(reason))).problem();
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("BODY-INVALID");
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/reason");
            assertThat(error.code()).isEqualTo(code);
        });
    }

    private static BindException invalid(Why why) {
        BeanPropertyBindingResult result = new BeanPropertyBindingResult(why, "why");
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            new SpringValidatorAdapter(factory.getValidator()).validate(why, result);
        }
        return new BindException(result);
    }
}
