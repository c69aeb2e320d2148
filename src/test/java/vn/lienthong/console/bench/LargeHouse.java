package vn.lienthong.console.bench;

import org.springframework.jdbc.core.JdbcTemplate;

/** What a province has behind it after months, made by the database itself: nobody in it exists. */
record LargeHouse(JdbcTemplate jdbc, long waiting, long finished) {
    private static final String AGENCY = "'H15.' || (24001 + i % 170)";
    private static final String NUMBER = AGENCY + " || '-261105-' || (10000 + i)";
    private static final String PARTNER =
            "case when i % 50 = 7 then 'insurance' when i % 10 = 3 then 'post' else 'portal' end";
    private static final String PARCEL = "case when i % 10 = 3 and i % 50 <> 7 then 'EB' || i || 'VN' end";

    /** Fills the tables that pages read; nothing of it is ever sent, because all partners are paused. */
    void fill() {
        jdbc.execute(
                "insert into delivery_flow (partner, paused_by, paused_at, paused_reason)"
                        + " select p, 'operator:bench', clock_timestamp(), 'bench' from unnest(array['portal', 'post', 'insurance'])"
                        + " as p on conflict (partner) do update set paused_by = excluded.paused_by, paused_at = excluded.paused_at");
        jdbc.execute("insert into dossier (number, version, revision, status, procedure_code, intake_agency,"
                + " competent_agency, accepted_at) select " + NUMBER + ", 1, 1, 'IN_PROGRESS', '1.001193', " + AGENCY
                + ", "
                + AGENCY + ", clock_timestamp() from generate_series(1, " + finished / 10 + ") as i");
        jdbc.execute("insert into dossier_person select " + NUMBER
                + ", array[hashint8extended(i % 200000, 1), hashint8extended(i % 3000, 2), hashint8extended(i, 3)]"
                + " from generate_series(1, " + finished / 10 + ") as i");
        jdbc.execute("insert into evidence_message (id, direction, channel, party, at, digest, nonce, body)"
                + " select gen_random_uuid(), 'OUT', 'portal', 'portal', clock_timestamp(), sha256(int8send(i)), '\\x00',"
                + " '\\x00' from generate_series(1, " + finished / 10 + ") as i");
        jdbc.execute(deliveries(
                "delivery",
                waiting,
                "0",
                "case when i % 100 = 1 then 'PARKED' when i % 200 = 2 then 'UNCERTAIN' when i % 200 = 4 then 'REFUSED'"
                        + " else 'READY' end",
                "case when i % 100 = 1 then 'REPLY-UNKNOWN' when i % 200 = 4 then 'CONTENT-REFUSED' end",
                "clock_timestamp() - i * interval '1 second' / 10"));
        jdbc.execute(deliveries(
                "delivery_finished",
                finished,
                Long.toString(waiting),
                "case when i % 1000 = 5 then 'CANCELLED' else 'CONFIRMED' end",
                "case when i % 1000 = 5 then 'SUPERSEDED' end",
                "date_trunc('month', clock_timestamp()) + (clock_timestamp() - date_trunc('month', clock_timestamp())) * i / "
                        + finished));
        jdbc.execute("vacuum analyze");
    }

    private static String deliveries(
            String table, long number, String above, String state, String reason, String changed) {
        return "insert into " + table + " (id, partner, kind, dossier_number, event_id, version, full_state, status,"
                + " agency, unit_code, legal_due, state, head, reason, due_at, created_at, changed_at, parcel_number) "
                + (table.equals("delivery") ? "overriding system value " : "")
                + "select " + above + " + i, " + PARTNER + ", 'dossier', " + NUMBER + ", gen_random_uuid(), 1, true,"
                + " 'IN_PROGRESS', " + AGENCY + ", 'H15', t + (i % 100 - 3) * interval '1 hour', " + state + ", true, "
                + reason + ", t + interval '1 year', t - (i % 40) * interval '1 second', t, " + PARCEL
                + " from (select i, "
                + changed + " as t from generate_series(1, " + number + ") as i) as made";
    }

    /** The number of the dossier in the middle. */
    String dossier() {
        return text("select number from dossier offset " + finished / 20 + " limit 1");
    }

    /** The number of a parcel whose dossier is known. */
    String parcel() {
        return text("select d.parcel_number from delivery_finished d join dossier o on o.number = d.dossier_number"
                + " where d.parcel_number is not null limit 1");
    }

    private String text(String sql) {
        return String.valueOf(jdbc.queryForObject(sql, String.class));
    }
}
