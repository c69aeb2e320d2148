package vn.lienthong.intake.compat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Agency;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.kernel.GatewayClock;

/** The catalogue as the national services give it out: what is valid today. */
@Component
class CatalogueAnswers {
    private final Procedures procedures;
    private final Agencies agencies;
    private final GatewayClock clock;

    CatalogueAnswers(Procedures procedures, Agencies agencies, GatewayClock clock) {
        this.procedures = procedures;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** One procedure in full; nothing for an unknown code. */
    List<ObjectNode> procedure(String code) {
        return procedures
                .find(code, clock.today())
                .map(ProcedureAnswer::of)
                .map(List::of)
                .orElseGet(List::of);
    }

    /** Every procedure with its code, name and sector. */
    List<ObjectNode> procedures() {
        return procedures.all(clock.today()).stream()
                .map(procedure -> JsonNodeFactory.instance
                        .objectNode()
                        .put("ID", procedure.code())
                        .put("MATTHC", procedure.code())
                        .put("TENTTHC", procedure.name())
                        .put("MALINHVUC", procedure.sector().code())
                        .put("TENLINHVUC", procedure.sector().name()))
                .toList();
    }

    /** The sectors of these procedures; the part of a code before the hyphen is the branch ({@code G15-HT01}). */
    List<ObjectNode> sectors() {
        Map<String, Procedure.Sector> sectors = new TreeMap<>();
        procedures
                .all(clock.today())
                .forEach(procedure -> sectors.put(procedure.sector().code(), procedure.sector()));
        return sectors.values().stream()
                .map(sector -> JsonNodeFactory.instance
                        .objectNode()
                        .put("MALINHVUC", sector.code())
                        .put("TENLINHVUC", sector.name())
                        .put("MANGANH", sector.code().split("-", 2)[0]))
                .toList();
    }

    /** Every agency with its level. */
    List<ObjectNode> agencies() {
        return agencies.all(clock.today()).stream()
                .map(agency -> JsonNodeFactory.instance
                        .objectNode()
                        .put("MADONVI", agency.code())
                        .put("TENDONVI", agency.name())
                        .put("CAPDONVI", level(agency.level())))
                .toList();
    }

    /** The list of levels is the one of {@code CAPTHUCHIEN}: 0 ministry, 1 province, 2 district, 3 commune. */
    private static String level(Agency.Level level) {
        return switch (level) {
            case MINISTRY -> "0";
            case PROVINCE, DEPARTMENT -> "1";
            case COMMUNE -> "3";
            case UNIT -> "";
        };
    }
}
