package vn.lienthong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Spring does not read a nullness mark on the type: a parameter that may be absent must say so to Spring itself. */
class OptionalParametersTest {
    @Test
    void whatMayBeNull_isNotRequired() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass controller : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("vn.lienthong")) {
            if (controller.isAnnotatedWith(RestController.class)) {
                for (Method method : controller.reflect().getDeclaredMethods()) {
                    Arrays.stream(method.getParameters())
                            .filter(parameter -> parameter.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .filter(OptionalParametersTest::isRequired)
                            .forEach(parameter -> wrong.add(method + " " + parameter.getName()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isRequired(Parameter parameter) {
        RequestParam param = parameter.getAnnotation(RequestParam.class);
        RequestHeader header = parameter.getAnnotation(RequestHeader.class);
        return param != null && param.required()
                || header != null && Objects.requireNonNull(header).required();
    }
}
