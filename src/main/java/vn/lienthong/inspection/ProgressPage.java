package vn.lienthong.inspection;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.access.AddressPace;
import vn.lienthong.access.RequestLanguage;

/** {@code /progress}: where a dossier stands, for whoever has its number, without signing in, without script. */
@Controller
@ConditionalOnProperty(name = "lienthong.progress.enabled", matchIfMissing = true)
class ProgressPage {
    private static final int NOT_FOUND = 404;

    private final Progress progress;
    private final AddressPace pace;
    private final MeterRegistry registry;

    ProgressPage(Progress progress, AddressPace.Maker paces, MeterRegistry registry, ProgressProperties settings) {
        this.progress = progress;
        this.pace = paces.make("progress", settings.perMinute());
        this.registry = registry;
    }

    /** The number comes from the form, or from the address that a QR code on the receipt holds. */
    @GetMapping({"/progress", "/progress/{printed}"})
    String show(
            @PathVariable(required = false) @Nullable String printed,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        String language = lang != null && List.of("vi", "en").contains(lang) ? lang : RequestLanguage.of(request);
        String wanted = Objects.requireNonNullElse(printed, Objects.requireNonNullElse(number, ""));
        boolean asked = !wanted.isBlank();
        page.addAttribute("language", language);
        page.addAttribute("en", language.equals("en"));
        page.addAttribute("asked", asked);
        page.addAttribute("typed", asked && wanted.matches("[\\p{Graph} ]{1,64}") ? wanted : "");
        if (asked) {
            pace.admit(request.getRemoteAddr());
            Optional<Progress.Told> told = progress.of(wanted);
            registry.counter("lienthong.progress.asked", "found", Boolean.toString(told.isPresent()))
                    .increment();
            if (told.isEmpty()) {
                response.setStatus(NOT_FOUND);
            }
            page.addAttribute("told", told.orElse(null));
        }
        return "inspection/progress";
    }
}
