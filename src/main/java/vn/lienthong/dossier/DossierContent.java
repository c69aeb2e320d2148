package vn.lienthong.dossier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The full state of a dossier as its agency told it: the body of {@code PUT /v1/dossiers/{n}} without the revision.
 * Absent lists read as empty. {@code national} holds fields of the national form that have no place here; they are kept
 * verbatim and sent on untouched. Unknown JSON fields are dropped here and counted at the wall.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DossierContent(
        String procedureCode,
        Channel channel,
        DossierStatus status,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable OffsetDateTime appointmentAt,
        @Nullable OffsetDateTime processedAt,
        @Nullable OffsetDateTime returnedAt,
        @Nullable OffsetDateTime refusedAt,
        Party applicant,
        @Nullable Party submitter,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RelatedPerson> relatedPersons,
        @Nullable String summary,
        String intakeAgency,
        String competentAgency,
        @Nullable String collectionPoint,
        @Nullable ReturnBy returnBy,
        @Nullable String receiptNumber,
        List<Document> documents,
        List<Fee> fees,
        List<Supplement> supplements,
        List<ResultPaper> results,
        @Nullable OnlinePayment onlinePayment,
        @Nullable Boolean verifiedByVneid,
        @Nullable Boolean submittedAtPortal,
        List<String> databasesConsulted,
        @Nullable String parent,
        List<String> externalIds,
        @Nullable Boolean test,
        Map<String, Object> national) {

    /** Reads absent lists as empty, so that no reader asks twice. */
    public DossierContent {
        documents = listed(documents);
        fees = listed(fees);
        supplements = listed(supplements);
        results = listed(results);
        databasesConsulted = listed(databasesConsulted);
        externalIds = listed(externalIds);
        national = national == null ? Map.of() : national;
        relatedPersons = listed(relatedPersons);
    }

    /** A state that names nobody beside applicant and submitter. */
    public DossierContent(
            String procedureCode,
            Channel channel,
            DossierStatus status,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime acceptedAt,
            @Nullable OffsetDateTime appointmentAt,
            @Nullable OffsetDateTime processedAt,
            @Nullable OffsetDateTime returnedAt,
            @Nullable OffsetDateTime refusedAt,
            Party applicant,
            @Nullable Party submitter,
            @Nullable String summary,
            String intakeAgency,
            String competentAgency,
            @Nullable String collectionPoint,
            @Nullable ReturnBy returnBy,
            @Nullable String receiptNumber,
            List<Document> documents,
            List<Fee> fees,
            List<Supplement> supplements,
            List<ResultPaper> results,
            @Nullable OnlinePayment onlinePayment,
            @Nullable Boolean verifiedByVneid,
            @Nullable Boolean submittedAtPortal,
            List<String> databasesConsulted,
            @Nullable String parent,
            List<String> externalIds,
            @Nullable Boolean test,
            Map<String, Object> national) {
        this(
                procedureCode,
                channel,
                status,
                submittedAt,
                acceptedAt,
                appointmentAt,
                processedAt,
                returnedAt,
                refusedAt,
                applicant,
                submitter,
                List.of(),
                summary,
                intakeAgency,
                competentAgency,
                collectionPoint,
                returnBy,
                receiptNumber,
                documents,
                fees,
                supplements,
                results,
                onlinePayment,
                verifiedByVneid,
                submittedAtPortal,
                databasesConsulted,
                parent,
                externalIds,
                test,
                national);
    }

    @SuppressWarnings("NullAway") // JSON gives null where the field is absent
    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** The same state with these results. */
    public DossierContent withResults(List<ResultPaper> papers) {
        return copy(status, returnedAt, intakeAgency, competentAgency, collectionPoint, papers);
    }

    /** The same dossier, its result handed over then. */
    DossierContent returned(@Nullable OffsetDateTime at) {
        return copy(DossierStatus.RETURNED, at, intakeAgency, competentAgency, collectionPoint, results);
    }

    /** The same dossier, its agencies replaced by those that took over from them. */
    DossierContent rehomed(Map<String, String> homes) {
        return copy(
                status,
                returnedAt,
                homes.getOrDefault(intakeAgency, intakeAgency),
                homes.getOrDefault(competentAgency, competentAgency),
                collectionPoint == null ? null : homes.getOrDefault(collectionPoint, collectionPoint),
                results);
    }

    private DossierContent copy(
            DossierStatus nextStatus,
            @Nullable OffsetDateTime nextReturnedAt,
            String intake,
            String competent,
            @Nullable String collection,
            List<ResultPaper> papers) {
        return new DossierContent(
                procedureCode,
                channel,
                nextStatus,
                submittedAt,
                acceptedAt,
                appointmentAt,
                processedAt,
                nextReturnedAt,
                refusedAt,
                applicant,
                submitter,
                relatedPersons,
                summary,
                intake,
                competent,
                collection,
                returnBy,
                receiptNumber,
                documents,
                fees,
                supplements,
                papers,
                onlinePayment,
                verifiedByVneid,
                submittedAtPortal,
                databasesConsulted,
                parent,
                externalIds,
                test,
                national);
    }

    /**
     * What becomes of it when the post hands it over: submitted by post at that moment and registered, nothing decided. What
     * only the agency or the portal can say is left out, whatever was told: a parent, a test, what was paid or verified online,
     * other systems' numbers, and the parts of the national form that go on untouched.
     *
     * @param by who submits where the state names nobody
     * @param externalId the number it has at the post
     */
    public DossierContent handedOver(OffsetDateTime at, Party by, String externalId) {
        return new DossierContent(
                procedureCode,
                Channel.POSTAL,
                DossierStatus.REGISTERED,
                at,
                null,
                null,
                null,
                null,
                null,
                applicant,
                submitter == null ? by : submitter,
                relatedPersons,
                summary,
                intakeAgency,
                competentAgency,
                collectionPoint,
                returnBy,
                receiptNumber,
                documents.stream().map(Document::plain).toList(),
                fees.stream().map(Fee::plain).toList(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(externalId),
                null,
                Map.of());
    }

    /** What somebody is to the applicant. */
    public enum Relation {
        FATHER,
        MOTHER,
        SPOUSE,
        CHILD,
        HOUSEHOLD_HEAD,
        OTHER
    }

    /** Somebody whom the dossier is about, too, such as the parents of a child: an officer may look these up. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RelatedPerson(
            Relation relation, String name, @Nullable String personalId) {}

    /** How the dossier was submitted. */
    public enum Channel {
        COUNTER,
        ONLINE,
        POSTAL
    }

    /** How the result goes back. */
    public enum ReturnBy {
        COUNTER,
        POST
    }

    /** Where fees were paid online, if they were. */
    public enum OnlinePayment {
        NONE,
        PORTAL,
        PROVINCE,
        NOT_ONLINE
    }

    /** What kind of applicant. */
    public enum PartyType {
        CITIZEN,
        BUSINESS,
        STATE_AGENCY,
        ORGANISATION
    }

    /** A fee by law or a charge for a service. */
    public enum FeeKind {
        FEE,
        CHARGE
    }

    /** Who takes the money. */
    public enum CollectedBy {
        COUNTER,
        ONLINE,
        POST
    }

    /** The applicant, or who submits for the applicant. {@code portalAccount} is the account id at the national portal. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Party(
            @Nullable PartyType type,
            String name,
            @Nullable String personalId,
            @Nullable String taxCode,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String fax,
            @Nullable String address,
            @Nullable String portalAccount) {}

    /** A paper handed in; {@code attachment} is {@code sha256:…} of a stored file or a link at the sender. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Document(
            @Nullable String id,
            String name,
            @Nullable String componentCode,
            @Nullable String attachment,
            @Nullable Boolean digitised,
            @Nullable Boolean reused,
            @Nullable Boolean fromNationalStore,
            @Nullable Boolean deleted,
            Map<String, Object> national) {
        /** Reads an absent national part as empty. */
        public Document {
            national = national == null ? Map.of() : national;
        }

        private Document plain() {
            return new Document(id, name, componentCode, attachment, null, null, null, null, Map.of());
        }
    }

    /** An amount in whole đồng. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fee(
            @Nullable String code,
            @Nullable String name,
            @Nullable Long amount,
            @Nullable FeeKind kind,
            @Nullable CollectedBy collectedBy,
            Map<String, Object> national) {
        /** Reads an absent national part as empty. */
        public Fee {
            national = national == null ? Map.of() : national;
        }

        private Fee plain() {
            return new Fee(code, name, amount, kind, collectedBy, Map.of());
        }
    }

    /** One round of asking the applicant for more. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Supplement(
            @Nullable String id,
            @Nullable OffsetDateTime requestedAt,
            @Nullable String requestedBy,
            @Nullable String content,
            @Nullable OffsetDateTime completedAt,
            @Nullable OffsetDateTime previousAppointmentAt,
            @Nullable OffsetDateTime newAppointmentAt,
            Map<String, Object> national) {
        /** Reads an absent national part as empty. */
        public Supplement {
            national = national == null ? Map.of() : national;
        }
    }

    /** A result the source already published itself; {@code link} is where the portal may fetch it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResultPaper(
            @Nullable String id,
            @Nullable String title,
            @Nullable String componentCode,
            @Nullable String resultCode,
            @Nullable String attachment,
            @Nullable String link,
            Map<String, Object> national) {
        /** Reads an absent national part as empty. */
        public ResultPaper {
            national = national == null ? Map.of() : national;
        }
    }
}
