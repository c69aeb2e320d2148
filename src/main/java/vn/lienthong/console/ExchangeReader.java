package vn.lienthong.console;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.Attempt;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Exchanges;
import vn.lienthong.evidence.Message;

/** Reads from the evidence what was said in an attempt. */
@Component
class ExchangeReader {
    private final Evidence evidence;
    private final Exchanges exchanges;

    ExchangeReader(Evidence evidence, Exchanges exchanges) {
        this.evidence = evidence;
        this.exchanges = exchanges;
    }

    /** What was asked and answered; {@code answer} is null where none came. */
    record Exchange(
            UUID evidence, MessageText request, @Nullable MessageText answer) {}

    /** How long the answers to these messages took; those without an answer are left out. */
    Map<UUID, Duration> took(List<Attempt> attempts) {
        List<UUID> sent = attempts.stream()
                .map(Attempt::evidenceId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Instant> left = exchanges.keptAt(sent);
        Map<UUID, Duration> took = new HashMap<>();
        exchanges.answersTo(sent).forEach((message, answers) -> {
            Instant begun = left.get(message);
            if (begun != null) {
                took.put(message, Duration.between(begun, answers.getLast().at()));
            }
        });
        return took;
    }

    /** The message of this identity and its answer; null when it is no longer kept. */
    @Nullable
    Exchange read(UUID message, String dossierNumber, boolean open) {
        Message request = evidence.find(message).orElse(null);
        if (request == null) {
            return null;
        }
        Message answer = exchanges.answersTo(List.of(message)).getOrDefault(message, List.of()).stream()
                .reduce((first, second) -> second)
                .flatMap(last -> evidence.find(last.id()))
                .orElse(null);
        return new Exchange(
                message,
                MessageText.of(request.bytes(), dossierNumber, open),
                answer == null ? null : MessageText.of(answer.bytes(), dossierNumber, open));
    }
}
