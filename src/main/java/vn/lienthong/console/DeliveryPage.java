package vn.lienthong.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.delivery.Attempt;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.Reason;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code /deliveries/{id}}: what became of one delivery, attempt by attempt, and what was said in each. */
@Controller
class DeliveryPage {
    private final Deliveries deliveries;
    private final ExchangeReader exchanges;

    DeliveryPage(Deliveries deliveries, ExchangeReader exchanges) {
        this.deliveries = deliveries;
        this.exchanges = exchanges;
    }

    @GetMapping("/deliveries/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer attempt,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page) {
        Delivery delivery = deliveries
                .find(id)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "DELIVERY-NOT-FOUND", "Không có việc gửi này.", "There is no such delivery.")));
        List<Attempt> attempts = deliveries.attempts(List.of(id));
        Map<UUID, Duration> took = exchanges.took(attempts);
        String reason = delivery.reason();
        String detail = delivery.detail();
        page.addAttribute("row", DeliveryRow.of(delivery, desk));
        page.addAttribute("version", delivery.version());
        page.addAttribute("due", desk.moment(delivery.dueAt()));
        page.addAttribute("created", desk.moment(delivery.createdAt()));
        page.addAttribute("maybeSent", delivery.maybeSent());
        page.addAttribute(
                "side", reason == null ? null : Reason.ofCode(reason).side().name());
        page.addAttribute("detail", detail == null ? null : Mask.text(detail));
        page.addAttribute("partnerCode", delivery.partnerCode());
        page.addAttribute(
                "attempts",
                attempts.stream()
                        .map(one -> AttemptRow.of(one, took(one, took), desk))
                        .toList());
        page.addAttribute("verbs", DeliveryVerb.all(delivery, desk));
        page.addAttribute("open", desk.sees(delivery.dossierNumber()));
        addExchange(delivery, attempts, attempt, desk, page);
        return "console/delivery";
    }

    /** The exchange of the attempt asked for, else of the last one that has any, beside what the one before it said. */
    private void addExchange(
            Delivery delivery, List<Attempt> attempts, @Nullable Integer wanted, Desk desk, Model page) {
        List<Attempt> told = attempts.stream()
                .filter(one -> one.evidenceId() != null)
                .filter(one -> wanted == null || one.number() <= wanted)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        boolean open = desk.sees(delivery.dossierNumber());
        ExchangeReader.Exchange last = read(told.getLast(), delivery, open);
        if (last == null) {
            return;
        }
        page.addAttribute("exchange", last);
        page.addAttribute("exchangeNumber", told.getLast().number());
        if (told.size() > 1) {
            ExchangeReader.Exchange before = read(told.get(told.size() - 2), delivery, open);
            if (before != null) {
                page.addAttribute("beforeNumber", told.get(told.size() - 2).number());
                page.addAttribute(
                        "requestDiff",
                        LineDiff.of(before.request().lines(), last.request().lines()));
                page.addAttribute("answerDiff", LineDiff.of(lines(before), lines(last)));
            }
        }
    }

    private ExchangeReader.@Nullable Exchange read(Attempt attempt, Delivery delivery, boolean open) {
        UUID evidence = attempt.evidenceId();
        return evidence == null ? null : exchanges.read(evidence, delivery.dossierNumber(), open);
    }

    private static List<String> lines(ExchangeReader.Exchange exchange) {
        MessageText answer = exchange.answer();
        return answer == null ? List.of() : answer.lines();
    }

    private static @Nullable Duration took(Attempt attempt, Map<UUID, Duration> took) {
        UUID evidence = attempt.evidenceId();
        return evidence == null ? null : took.get(evidence);
    }
}
