package vn.lienthong.insurance;

import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.document.LinkTarget;
import vn.lienthong.document.Links;
import vn.lienthong.document.ResultFile;
import vn.lienthong.document.ResultFiles;
import vn.lienthong.dossier.AttachedResult;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierEvent.ResultTold;
import vn.lienthong.dossier.DossierEvents;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.insurance.wire.Contract;
import vn.lienthong.insurance.wire.InsuranceProperties;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.partner.Partners;

/** What is known about a result, by the terms that a contract may name. What is not known has no entry; nothing is made up. */
@Component
class ResultFacts {
    private static final String OTHER = "OTHER";

    private final DossierEvents events;
    private final Procedures procedures;
    private final Agencies agencies;
    private final ResultFiles files;
    private final Links links;
    private final Partners partners;
    private final Contract contract;
    private final InsuranceProperties settings;

    ResultFacts(
            DossierEvents events,
            Procedures procedures,
            Agencies agencies,
            ResultFiles files,
            Links links,
            Partners partners,
            Contract contract,
            InsuranceProperties settings) {
        this.events = events;
        this.procedures = procedures;
        this.agencies = agencies;
        this.files = files;
        this.links = links;
        this.partners = partners;
        this.contract = contract;
        this.settings = settings;
    }

    /** The terms of the result that this delivery brings; empty when its event is no result or has no state before it. */
    Optional<Map<String, String>> of(String partner, ClaimedDelivery delivery) {
        DossierEvent event = events.load(List.of(delivery.eventId())).get(delivery.eventId());
        if (!(event instanceof ResultTold told)) {
            return Optional.empty();
        }
        DossierContent state = events.statesBefore(List.of(told)).get(told.id());
        Optional<ResultFile> file =
                files.handedOut(told.id(), settings.inlineMost().toBytes());
        if (state == null || file.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "delivery.reference", Long.toString(delivery.id()));
        dossier(facts, delivery.dossierNumber(), state);
        result(facts, told);
        file(facts, partner, told, state, file.get());
        return Optional.of(facts);
    }

    private void dossier(Map<String, String> facts, String number, DossierContent state) {
        String bare = Procedures.bare(state.procedureCode());
        Optional<LocalDate> received = DossierNumber.parse(number).map(DossierNumber::received);
        put(facts, "purpose", contract.purposes().getOrDefault(bare, OTHER));
        put(facts, "dossier.number", number);
        put(facts, "dossier.parent", state.parent());
        put(facts, "procedure.code", state.procedureCode());
        put(
                facts,
                "procedure.name",
                received.flatMap(day -> procedures.find(bare, day))
                        .map(Procedure::name)
                        .orElse(null));
        put(facts, "agency.code", state.competentAgency());
        put(facts, "agency.name", agencies.name(state.competentAgency()));
        DossierContent.Party applicant = state.applicant();
        put(facts, "applicant.name", applicant.name());
        put(facts, "applicant.personalId", applicant.personalId());
        put(facts, "applicant.phone", applicant.phone());
        put(facts, "applicant.address", applicant.address());
    }

    private static void result(Map<String, String> facts, ResultTold told) {
        AttachedResult result = told.result();
        put(facts, "result.id", told.id().toString());
        put(facts, "result.title", result.title());
        put(facts, "result.code", result.resultCode());
        put(facts, "result.signedBy", String.join("; ", result.signedBy()));
        put(
                facts,
                "result.attachedAt",
                told.acceptedAt().atZone(GatewayClock.ZONE).toOffsetDateTime().toString());
    }

    private void file(
            Map<String, String> facts, String partner, ResultTold told, DossierContent state, ResultFile file) {
        put(facts, "file.mediaType", file.mediaType());
        put(facts, "file.sha256", file.sha256());
        byte[] bytes = file.bytes();
        if (bytes != null) {
            put(facts, "file.content", Base64.getEncoder().encodeToString(bytes));
        } else {
            LinkTarget target = LinkTarget.result(told.id(), told.id(), told.dossierNumber(), state.intakeAgency());
            put(
                    facts,
                    "file.link",
                    links.give(partner, partners.get(partner).linkLife(), List.of(target))
                            .get(target));
        }
    }

    private static void put(Map<String, String> facts, String term, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(term, value);
        }
    }
}
