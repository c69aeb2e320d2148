package vn.lienthong.intake.compat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.national.AttachmentLinks;
import vn.lienthong.national.NationalDossierWriter;
import vn.lienthong.national.NationalNames;
import vn.lienthong.national.NationalStepWriter;
import vn.lienthong.national.NationalWriting;

/** Shows a caller its own dossiers in the national form: the last full item with its status, and the steps. */
@Component
class DossierLookUp {
    private final DossierRegister register;
    private final Rights rights;
    private final NationalDossierWriter items;
    private final NationalStepWriter steps;
    private final Procedures procedures;
    private final Agencies agencies;

    DossierLookUp(
            DossierRegister register,
            Rights rights,
            NationalDossierWriter items,
            NationalStepWriter steps,
            Procedures procedures,
            Agencies agencies) {
        this.register = register;
        this.rights = rights;
        this.items = items;
        this.steps = steps;
        this.procedures = procedures;
        this.agencies = agencies;
    }

    /** The dossier; nothing when it is unknown, another agency's, or only steps of it were told. */
    List<ObjectNode> find(Caller caller, String stated) {
        return DossierNumber.parse(stated)
                .flatMap(number -> register.find(number.value())
                        .filter(record -> rights.maySee(caller, record.agencies()))
                        .flatMap(record -> item(number, record)))
                .map(List::of)
                .orElseGet(List::of);
    }

    private Optional<ObjectNode> item(DossierNumber number, DossierRecord record) {
        return register.content(record).map(content -> {
            ObjectNode item = switch (items.write(number, content, names(number, content), AttachmentLinks.NONE)) {
                case NationalWriting.Written written -> written.item();
                // told in the native form with values the national one has no room for
                case NationalWriting.Unbuildable unbuildable ->
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("MaHoSo", number.value())
                            .put("TrangThaiHoSo", NationalDossierWriter.statusCode(content.status()));
            };
            item.set("DanhSachTienDo", steps(number));
            return item;
        });
    }

    private ArrayNode steps(DossierNumber number) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (DossierEvent event : register.history(number.value())) {
            if (event instanceof DossierEvent.StepTold told
                    && steps.write(number, told.step()) instanceof NationalWriting.Written written) {
                list.add(written.item());
            }
        }
        return list;
    }

    private NationalNames names(DossierNumber number, DossierContent content) {
        Optional<Procedure> procedure = procedures.find(content.procedureCode(), number.received());
        // on the day of reception an agency that took over later may not have been there
        String agency = agencies.name(content.competentAgency());
        return new NationalNames(
                procedure.map(Procedure::name).orElse(null),
                procedure.map(found -> found.sector().code()).orElse(null),
                procedure.map(found -> found.sector().name()).orElse(null),
                agency.equals(content.competentAgency()) ? null : agency);
    }
}
