package vn.lienthong.inspection;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lienthong.access.AddressPace;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.document.IssuedResults;
import vn.lienthong.document.VerificationAddress;
import vn.lienthong.kernel.Bilingual;

/** {@code /verify}: for citizens and inspectors, without signing in, without script. A QR code leads to one result's page. */
@Controller
@ConditionalOnProperty(name = "lienthong.inspection.enabled", matchIfMissing = true)
class InspectionPage {
    private static final String PAGE = "inspection/verify";

    private final Inspector inspector;
    private final Uploads uploads;
    private final IssuedResults issued;
    private final AddressPace pace;
    private final MeterRegistry registry;
    private final InspectionProperties settings;

    InspectionPage(
            Inspector inspector,
            Uploads uploads,
            IssuedResults issued,
            AddressPace.Maker paces,
            MeterRegistry registry,
            InspectionProperties settings) {
        this.inspector = inspector;
        this.uploads = uploads;
        this.issued = issued;
        this.pace = paces.make("inspection", settings.perMinute());
        this.registry = registry;
        this.settings = settings;
    }

    @GetMapping({VerificationAddress.PATH, VerificationAddress.PATH + "/{result}"})
    String show(
            @PathVariable(required = false) @Nullable String result,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        lay(result, request, response, page);
        return PAGE;
    }

    @PostMapping(
            path = {VerificationAddress.PATH, VerificationAddress.PATH + "/{result}"},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String verify(
            @PathVariable(required = false) @Nullable String result,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        pace.admit(request.getRemoteAddr());
        Optional<IssuedResults.Issued> known = lay(result, request, response, page);
        Optional<Inspected> seen = uploads.with(
                request, document -> document.length == 0 ? Optional.empty() : Optional.of(inspector.look(document)));
        if (seen.isEmpty()) {
            page.addAttribute("none", true);
            return PAGE;
        }
        Inspected inspected = known.map(of -> seen.get().with(List.of(compared(of, seen.get()))))
                .orElse(seen.get());
        registry.counter("lienthong.inspections", "outcome", inspected.outcome().name())
                .increment();
        page.addAttribute("inspected", inspected);
        return PAGE;
    }

    private Optional<IssuedResults.Issued> lay(
            @Nullable String result, HttpServletRequest request, HttpServletResponse response, Model page) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        String language = language(request);
        Optional<IssuedResults.Issued> known =
                result == null ? Optional.empty() : id(result).flatMap(issued::find);
        page.addAttribute("language", language);
        page.addAttribute("en", language.equals("en"));
        page.addAttribute("action", request.getRequestURI() + "?lang=" + language);
        page.addAttribute("address", request.getRequestURI());
        page.addAttribute("asked", result != null);
        page.addAttribute("known", known.isPresent());
        page.addAttribute(
                "issuedAt", known.map(of -> Inspector.time(of.receivedAt())).orElse(null));
        page.addAttribute("most", settings.largest().toMegabytes());
        return known;
    }

    /** Read from the address alone: asking for parameters would make the server take the upload apart by itself. */
    private static String language(HttpServletRequest request) {
        return switch (String.valueOf(request.getQueryString())) {
            case "lang=en" -> "en";
            case "lang=vi" -> "vi";
            default -> RequestLanguage.of(request);
        };
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Bilingual compared(IssuedResults.Issued known, Inspected seen) {
        return known.digests().contains(seen.sha256())
                ? new Bilingual(
                        "Tệp này đúng từng byte là một bản của kết quả mang mã QR ấy.",
                        "This file is, byte for byte, a version of the result that the QR code belongs to.")
                : new Bilingual(
                        "Tệp này KHÁC với mọi bản của kết quả mang mã QR ấy mà cổng đã lưu.",
                        "This file DIFFERS from every version of that result that the gateway keeps.");
    }
}
