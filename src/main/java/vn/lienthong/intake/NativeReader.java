package vn.lienthong.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.ContentRules;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierJson;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.ProgressStep;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.Problem.FieldError;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SchemaFiles;

/** Turns bodies of the native form into commands, or refuses them naming every fault. */
@Component
public class NativeReader {
    private static final Set<String> KNOWN = Set.of(
            "dossierNumber",
            "relatedPersons",
            "revision",
            "procedureCode",
            "channel",
            "status",
            "submittedAt",
            "acceptedAt",
            "appointmentAt",
            "processedAt",
            "returnedAt",
            "refusedAt",
            "applicant",
            "submitter",
            "summary",
            "intakeAgency",
            "competentAgency",
            "collectionPoint",
            "returnBy",
            "receiptNumber",
            "documents",
            "fees",
            "supplements",
            "results",
            "onlinePayment",
            "verifiedByVneid",
            "submittedAtPortal",
            "databasesConsulted",
            "parent",
            "externalIds",
            "test",
            "national");

    private final BodySchema dossierSchema;
    private final BodySchema progressSchema;
    private final ContentRules rules;
    private final Counter unknownFields;

    NativeReader(SchemaFiles files, ContentRules rules, MeterRegistry registry) {
        this.dossierSchema = new BodySchema(files, "dossier.schema.json");
        this.progressSchema = new BodySchema(files, "progress.schema.json");
        this.rules = rules;
        this.unknownFields = Counter.builder("lienthong.intake.unknown.fields")
                .description("Fields outside the contract that callers sent and that were ignored")
                .register(registry);
    }

    /** Reads a dossier body sent to this number. */
    public DossierCommand.TellState state(String number, JsonNode body, Caller caller) {
        DossierNumber address = rules.number(number);
        refuse("DOSSIER-INVALID", dossierSchema.errors(body));
        JsonNode inside = body.path("dossierNumber");
        if (inside.isTextual() && !inside.textValue().equals(number)) {
            throw new ProblemException(Problem.at(
                    422,
                    "DOSSIER-NUMBER-DIFFERS",
                    "/dossierNumber",
                    "Mã hồ sơ trong thân khác mã trên địa chỉ.",
                    "The dossier number in the body differs from the one in the address."));
        }
        DossierContent content = content(body, address.received());
        return new DossierCommand.TellState(
                Ids.next(), address, caller, body.path("revision").longValue(), false, content);
    }

    /** Reads a dossier body that has no number yet, judged as of this day. */
    public DossierContent unnumbered(JsonNode body, LocalDate on) {
        refuse("DOSSIER-INVALID", dossierSchema.errors(body));
        return content(body, on);
    }

    private DossierContent content(JsonNode body, LocalDate on) {
        body.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                unknownFields.increment();
            }
        });
        DossierContent content = value(body, DossierContent.class);
        refuse("DOSSIER-INVALID", rules.errors(on, content));
        return content;
    }

    /**
     * Reads the full state that a person at the operator's desk puts in place of a faulty one: the same form, but it takes no
     * revision, because revisions are the source's.
     */
    public DossierCommand.TellState correction(String number, JsonNode body, Caller caller) {
        if (!(body instanceof ObjectNode dossier) || dossier.has("revision")) {
            throw new ProblemException(Problem.at(
                    422,
                    "CORRECTION-REVISION",
                    "/dossier",
                    "Bản sửa là một hồ sơ đầy đủ không kèm revision.",
                    "A correction is a full dossier without a revision."));
        }
        DossierCommand.TellState told = state(number, dossier.deepCopy().put("revision", 1), caller);
        return new DossierCommand.TellState(told.eventId(), told.number(), caller, null, false, told.content());
    }

    /** Reads a progress body sent to this number. */
    public DossierCommand.TellStep step(String number, JsonNode body, Caller caller) {
        DossierNumber address = rules.number(number);
        refuse("PROGRESS-INVALID", progressSchema.errors(body));
        ProgressStep step = value(body, ProgressStep.class);
        refuse("PROGRESS-INVALID", rules.errors(step));
        return new DossierCommand.TellStep(Ids.next(), address, caller, null, step);
    }

    private <T> T value(JsonNode body, Class<T> type) {
        try {
            return DossierJson.mapper().treeToValue(body, type);
        } catch (JsonMappingException misfit) {
            String pointer = misfit.getPath().stream()
                    .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                    .collect(Collectors.joining());
            throw new ProblemException(Problem.at(
                    422,
                    "FIELD-VALUE",
                    pointer,
                    "Giá trị không có thật hoặc không đọc được.",
                    "The value is not real or cannot be read."));
        } catch (JsonProcessingException unread) {
            throw new IllegalStateException("A validated body does not read", unread);
        }
    }

    private static void refuse(String code, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    code,
                    new Bilingual(
                            "Nội dung không hợp lệ ở " + errors.size() + " chỗ.",
                            "The content is invalid in " + errors.size() + " places."),
                    errors));
        }
    }
}
