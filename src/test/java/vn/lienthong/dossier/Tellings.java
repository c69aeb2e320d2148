package vn.lienthong.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierCommand.TellStep;
import vn.lienthong.kernel.Ids;
import vn.lienthong.testing.MadeUp;

/** What one-stop systems tell in tests that judge or store it. */
public final class Tellings {
    /** The system of the made-up ward. */
    public static final Caller WARD = caller(MadeUp.WARD);

    private Tellings() {}

    /** The system of an agency. */
    public static Caller caller(String agency) {
        return new Caller(agency, "Một cửa mẫu", agency, Set.of(), null, Caller.Kind.CLIENT);
    }

    /** A number that reads. */
    public static DossierNumber number(String text) {
        return DossierNumber.parse(text).orElseThrow();
    }

    /** A full state with everything the status needs. */
    public static DossierContent content(DossierStatus status) {
        return content(status, body -> {});
    }

    /** A full state with everything the status needs, then changed. */
    public static DossierContent content(DossierStatus status, Consumer<ObjectNode> change) {
        ObjectNode body = MadeUp.state(1, status.name());
        change.accept(body);
        try {
            return DossierJson.mapper().treeToValue(body, DossierContent.class);
        } catch (JsonProcessingException unread) {
            throw new IllegalArgumentException(unread);
        }
    }

    /** The ward tells a full state; without a revision as the national form does. */
    public static TellState state(String number, @Nullable Long revision, DossierContent content) {
        return new TellState(Ids.next(), number(number), WARD, revision, false, content);
    }

    /** The same from another system. */
    public static TellState by(Caller caller, TellState told) {
        return new TellState(Ids.next(), told.number(), caller, told.revision(), told.declaredNew(), told.content());
    }

    /** The ward tells a full state in the national form and says that the dossier is new. */
    public static TellState declaredNew(String number, DossierContent content) {
        return new TellState(Ids.next(), number(number), WARD, null, true, content);
    }

    /** The ward tells a step; without a sequence as the national form does, then with its intake agency. */
    public static TellStep step(String number, @Nullable Long sequence, String at, String note) {
        return new TellStep(
                Ids.next(), number(number), WARD, sequence == null ? MadeUp.WARD : null, step(sequence, at, note));
    }

    /** The same from another system. */
    public static TellStep by(Caller caller, TellStep told) {
        return new TellStep(Ids.next(), told.number(), caller, told.intakeAgency(), told.step());
    }

    /** A step of the first officer. */
    public static ProgressStep step(@Nullable Long sequence, String at, String note) {
        return new ProgressStep(
                sequence,
                OffsetDateTime.parse(at),
                "Trần Thị Mẫu",
                null,
                null,
                note,
                DossierStatus.IN_PROGRESS,
                null,
                null,
                Map.of());
    }
}
