package vn.lienthong.dossier;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.ProblemBody;

/** {@code /v1/successor-choices}: which of several agencies has a dossier from now on. */
@RestController
class SuccessorChoiceController {
    private final SuccessorChoices choices;

    SuccessorChoiceController(SuccessorChoices choices) {
        this.choices = choices;
    }

    @PostMapping("/v1/successor-choices")
    Chosen choose(@Validated @RequestBody SuccessorChoice choice, Caller caller, HttpServletRequest request) {
        List<DossierAnswer> answers =
                choices.choose(choice.agency(), choice.successor(), choice.dossierNumbers(), choice.reason(), caller);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            items.add(item(choice.dossierNumbers().get(i), answers.get(i), request));
        }
        return new Chosen(items);
    }

    private static Item item(String number, DossierAnswer answer, HttpServletRequest request) {
        return switch (answer) {
            case DossierAnswer.Accepted done -> new Item(number, 200, done.eventId(), done.version(), null);
            case DossierAnswer.Refused no ->
                new Item(number, no.problem().status(), null, null, ProblemBody.of(no.problem(), request));
        };
    }

    record Chosen(List<Item> items) {}

    /** What became of one dossier; {@code problem} says why it stays. */
    record Item(
            String dossierNumber,
            int status,
            @Nullable UUID eventId,
            @Nullable Integer version,
            @Nullable ProblemBody problem) {}
}
