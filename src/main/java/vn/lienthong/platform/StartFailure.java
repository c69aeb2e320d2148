package vn.lienthong.platform;

import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.validation.FieldError;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartRefused;

/** What a person can change about a failed start; empty for everything that is our mistake. */
final class StartFailure {
    private StartFailure() {}

    /** The findings of the innermost cause that has any: the outer ones only repeat that something failed. */
    static List<Bilingual> findings(Throwable failure) {
        Throwable cause = failure.getCause();
        List<Bilingual> inner = cause == null ? List.of() : findings(cause);
        return inner.isEmpty() ? findingsOf(failure) : inner;
    }

    private static List<Bilingual> findingsOf(Throwable failure) {
        return switch (failure) {
            case StartRefused refused -> refused.findings();
            case PortInUseException taken -> List.of(portTaken(taken.getPort()));
            case BindValidationException invalid -> invalid(invalid.getValidationErrors());
            // the value is not shown: it may be a secret
            case BindException wrong -> List.of(setting(wrong.getName().toString(), "không đọc được", "unreadable"));
            default -> List.of();
        };
    }

    private static Bilingual portTaken(int port) {
        return new Bilingual(
                "Cổng " + port + " đang được chương trình khác sử dụng: hãy chọn cổng khác bằng --server.port=…",
                "port " + port + " is in use by another program: choose another with --server.port=…");
    }

    private static List<Bilingual> invalid(ValidationErrors errors) {
        return errors.getAllErrors().stream()
                .map(error -> {
                    String name = errors.getName() + (error instanceof FieldError field ? "." + field.getField() : "");
                    String rule = String.valueOf(error.getDefaultMessage());
                    return setting(name, rule, rule);
                })
                .toList();
    }

    private static Bilingual setting(String name, String vi, String en) {
        return new Bilingual("Thiết lập " + name + " chưa hợp lệ: " + vi, "the setting is not valid: " + en);
    }
}
