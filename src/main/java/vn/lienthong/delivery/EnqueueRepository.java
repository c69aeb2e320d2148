package vn.lienthong.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.partner.Partner;

/** Writes new rows of the table {@code delivery} and calls off those that they replace. */
@Repository
class EnqueueRepository {
    private static final String INSERT = """
            insert into delivery (partner, kind, dossier_number, event_id, version, full_state, status, agency, unit_code,
                legal_due, due_at, head)
            select r.partner, r.kind, r.dossier_number, r.event_id, r.version, r.full_state, r.status, r.agency, r.unit_code,
                coalesce(r.legal_due, 'infinity'), clock_timestamp(), r.head
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as r(partner, kind, dossier_number, event_id,
                version, full_state, status, agency, unit_code, legal_due, head, place)
            order by r.place
            returning
            """ + DeliveryRepository.COLUMNS;

    /**
     * What a new full state replaces, never anything that may have arrived: any earlier full state that stands before a
     * person or was refused, and the open neighbour just before it as far as the partner entry lets states coalesce.
     */
    private static final String SUPERSEDE = """
            update delivery d set state = 'CANCELLED', reason = 'SUPERSEDED', changed_at = clock_timestamp()
            from delivery n
            where n.id = any(?) and d.partner = n.partner and d.dossier_number = n.dossier_number and d.kind = n.kind
                and d.id < n.id and d.full_state and not d.maybe_sent
                and (d.state in ('PARKED', 'REFUSED') or (d.state = 'READY'
                    and (? = 'ALL' or (? = 'SAME_STATUS' and d.status = n.status))
                    and d.id = (select max(p.id) from delivery p where p.partner = n.partner
                        and p.dossier_number = n.dossier_number and p.id < n.id
                        and p.state in ('READY', 'SENDING', 'SENT', 'UNCERTAIN', 'PARKED'))))
            returning d.id
            """;

    private final JdbcTemplate jdbc;
    private final LaneRepository lanes;

    EnqueueRepository(JdbcTemplate jdbc, LaneRepository lanes) {
        this.jdbc = jdbc;
        this.lanes = lanes;
    }

    Enqueued enqueue(List<DeliveryRequest> requests, Map<String, Partner> partners) {
        List<Row> rows = rows(requests, partners);
        if (rows.isEmpty()) {
            return new Enqueued(List.of(), List.of(), Set.of());
        }
        // nobody else can be at work in the lane of a dossier that did not exist
        Set<String> known = requests.stream()
                .filter(request -> !request.firstOfDossier())
                .map(DeliveryRequest::dossierNumber)
                .collect(Collectors.toSet());
        lanes.lock(known);
        List<Delivery> inserted = jdbc.query(INSERT, statement -> bind(statement, rows), DeliveryRepository::read);
        List<Long> replaced = supersede(requests, partners, inserted);
        Set<PartnerKind> mayGo = lanes.refresh(partners.keySet(), known);
        rows.stream()
                .filter(Row::begins)
                .map(row -> new PartnerKind(row.partner(), row.request().kind()))
                .forEach(mayGo::add);
        return new Enqueued(inserted, replaced, mayGo);
    }

    /** Lets unsent deliveries of an event wait, for the time being without end. */
    void hold(String dossierNumber, UUID event, String reason) {
        jdbc.update(
                "update delivery set due_at = clock_timestamp() + interval '100 years', reason = ?"
                        + " where dossier_number = ? and event_id = ? and state = 'READY' and attempts = 0",
                reason,
                dossierNumber,
                event);
    }

    /** Lets go what waits for this reason. */
    int release(String dossierNumber, UUID event, String reason) {
        return jdbc.update(
                "update delivery set due_at = clock_timestamp(), reason = null where dossier_number = ? and event_id = ?"
                        + " and state = 'READY' and reason = ?",
                dossierNumber,
                event,
                reason);
    }

    /** What somebody works on at this moment keeps its agency: nobody waits for anybody here. */
    void rehome(String dossierNumber, String from, String to) {
        jdbc.update(
                "update delivery set agency = ? where id in (select id from delivery where dossier_number = ? and agency = ?"
                        + " and state in ('READY', 'SENT', 'UNCERTAIN', 'PARKED', 'REFUSED') for update skip locked)",
                to,
                dossierNumber,
                from);
    }

    private List<Long> supersede(
            List<DeliveryRequest> requests, Map<String, Partner> partners, List<Delivery> inserted) {
        List<Long> replaced = new ArrayList<>();
        Map<UUID, DeliveryRequest> replacing = new LinkedHashMap<>();
        requests.stream()
                .filter(DeliveryRequest::replaces)
                .forEach(request -> replacing.put(request.eventId(), request));
        if (replacing.isEmpty()) {
            return replaced;
        }
        partners.forEach((id, partner) -> {
            Object[] ids = inserted.stream()
                    .filter(delivery -> delivery.partner().equals(id) && replacing.containsKey(delivery.eventId()))
                    .map(Delivery::id)
                    .toArray();
            if (ids.length > 0) {
                String rule = partner.coalesce().name();
                replaced.addAll(jdbc.query(
                        SUPERSEDE,
                        statement -> {
                            statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids));
                            statement.setString(2, rule);
                            statement.setString(3, rule);
                        },
                        (row, number) -> row.getLong(1)));
            }
        });
        return replaced;
    }

    private static List<Row> rows(List<DeliveryRequest> requests, Map<String, Partner> partners) {
        List<Row> rows = new ArrayList<>();
        for (DeliveryRequest request : requests) {
            partners.forEach((id, partner) -> {
                if (request.concerns(id, partner)) {
                    rows.add(new Row(id, unitCode(partner, request), request));
                }
            });
        }
        return rows;
    }

    private static String unitCode(Partner partner, DeliveryRequest request) {
        return switch (partner.unitCode()) {
            case INTAKE -> request.intakeAgency();
            case COMPETENT -> request.competentAgency();
            case ROOT -> root(request.competentAgency());
        };
    }

    /** Level one of an agency code: first group ({@code H15.02}), last group in the order before 2020 ({@code 000.00.01.H15}). */
    private static String root(String agency) {
        return Character.isDigit(agency.charAt(0))
                ? agency.substring(agency.lastIndexOf('.') + 1)
                : agency.split("\\.", 2)[0];
    }

    private static void bind(PreparedStatement statement, List<Row> rows) throws SQLException {
        array(statement, 1, "text", rows, Row::partner);
        array(statement, 2, "text", rows, row -> row.request().kind());
        array(statement, 3, "text", rows, row -> row.request().dossierNumber());
        array(statement, 4, "uuid", rows, row -> row.request().eventId());
        array(statement, 5, "integer", rows, row -> row.request().version());
        array(statement, 6, "boolean", rows, row -> row.request().fullState());
        array(statement, 7, "text", rows, row -> row.request().status());
        array(statement, 8, "text", rows, row -> row.request().intakeAgency());
        array(statement, 9, "text", rows, Row::unitCode);
        array(statement, 10, "timestamptz", rows, row -> {
            var due = row.request().legalDue();
            return due == null ? null : Timestamp.from(due);
        });
        array(statement, 11, "boolean", rows, Row::begins);
    }

    private static void array(
            PreparedStatement statement, int index, String type, List<Row> rows, Function<Row, @Nullable Object> value)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                index, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }

    /** The new deliveries, the ids of those that they replaced, and of what kinds some may go after the commit. */
    record Enqueued(List<Delivery> made, List<Long> replaced, Set<PartnerKind> mayGo) {}

    private record Row(String partner, String unitCode, DeliveryRequest request) {
        /** Whether nothing can stand before it in its lane. */
        boolean begins() {
            return request.firstOfDossier() && request.fullState();
        }
    }
}
