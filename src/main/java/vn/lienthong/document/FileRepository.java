package vn.lienthong.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables {@code document_file}, {@code document_owner}, {@code document_use} and {@code document_store}. */
@Repository
class FileRepository {
    private static final int LOCK = 7280;

    private final JdbcTemplate jdbc;

    FileRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the caller's transaction ends, no other node gives the place of files a name. */
    void lockStore() {
        jdbc.query("select pg_advisory_xact_lock(?, 0)", row -> {}, LOCK);
    }

    /** The place of files this database knows, or this one from now on. */
    UUID storeOr(UUID here) {
        jdbc.update("insert into document_store (id) values (?) on conflict do nothing", here);
        return java.util.Objects.requireNonNull(jdbc.queryForObject("select id from document_store", UUID.class));
    }

    void adoptStore(UUID here) {
        jdbc.update("update document_store set id = ?", here);
    }

    /** Notes a durable file; the first to hand it in says what it is. */
    void keep(Sha256Name name, long size, String mediaType) {
        jdbc.update(
                "insert into document_file (sha256, size, media_type) values (?, ?, ?) on conflict do nothing",
                name.bytes(),
                size,
                mediaType);
    }

    /** Notes who handed it in, and opens it to dossiers that this owner told before. */
    void own(Sha256Name name, String owner) {
        jdbc.update(
                "insert into document_owner (sha256, owner) values (?, ?) on conflict do nothing", name.bytes(), owner);
        jdbc.update(
                "update document_use set opened = true where sha256 = ? and told_by = ? and not opened",
                name.bytes(),
                owner);
    }

    Optional<StoredFile> find(Sha256Name name) {
        return jdbc
                .query(
                        "select size, media_type from document_file where sha256 = ?",
                        (row, number) -> new StoredFile(name, row.getLong(1), row.getString(2)),
                        (Object) name.bytes())
                .stream()
                .findFirst();
    }

    List<String> owners(Sha256Name name) {
        return jdbc.queryForList(
                "select owner from document_owner where sha256 = ?", String.class, (Object) name.bytes());
    }

    /** Of each of these files that is there, who handed it in. */
    Map<Sha256Name, List<String>> owners(Collection<Sha256Name> names) {
        Map<Sha256Name, List<String>> found = new HashMap<>();
        jdbc.query(
                "select f.sha256, o.owner from document_file f join document_owner o on o.sha256 = f.sha256"
                        + " where f.sha256 = any(?)",
                statement -> statement.setArray(
                        1,
                        statement
                                .getConnection()
                                .createArrayOf(
                                        "bytea",
                                        names.stream().map(Sha256Name::bytes).toArray(byte[][]::new))),
                row -> {
                    found.computeIfAbsent(Sha256Name.of(row.getBytes(1)), name -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return found;
    }

    /** Passes files on, in one order for all writers. */
    void handOver(Collection<Attachments.HandOver> handed) {
        List<Object[]> owners = handed.stream()
                .flatMap(one ->
                        one.agencies().stream().map(agency -> List.of(one.file().hex(), agency)))
                .distinct()
                .sorted(Comparator.comparing((List<String> row) -> row.getFirst())
                        .thenComparing(List::getLast))
                .map(row -> new Object[] {new Sha256Name(row.getFirst()).bytes(), row.getLast()})
                .toList();
        jdbc.batchUpdate("insert into document_owner (sha256, owner) values (?, ?) on conflict do nothing", owners);
        List<Object[]> uses = handed.stream()
                .filter(one -> one.dossierNumber() != null)
                .sorted(Comparator.comparing(
                                (Attachments.HandOver one) -> one.file().hex())
                        .thenComparing(one -> String.valueOf(one.dossierNumber())))
                .map(one -> new Object[] {one.file().bytes(), one.dossierNumber(), one.toldBy()})
                .toList();
        jdbc.batchUpdate(
                "insert into document_use (sha256, dossier_number, told_by, opened) values (?, ?, ?, true)"
                        + " on conflict (sha256, dossier_number) do update set opened = true"
                        + " where not document_use.opened",
                uses);
    }

    /** The dossiers that open this file to whoever may see them. */
    List<String> dossiersOpening(Sha256Name name) {
        return jdbc.queryForList(
                "select dossier_number from document_use where sha256 = ? and opened", String.class, (Object)
                        name.bytes());
    }

    /** Which of these files are there. */
    Set<Sha256Name> thoseThere(Collection<Sha256Name> names) {
        return new HashSet<>(jdbc.query(
                "select sha256 from document_file where sha256 = any(?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bytea", digests(names))),
                (row, number) -> Sha256Name.of(row.getBytes(1))));
    }

    /** Which of these files each of these dossiers opens. */
    Map<String, Set<Sha256Name>> openedBy(Collection<String> dossierNumbers, Collection<Sha256Name> names) {
        Map<String, Set<Sha256Name>> found = new HashMap<>();
        jdbc.query(
                "select u.dossier_number, u.sha256 from document_use u join document_file f on f.sha256 = u.sha256"
                        + " where u.dossier_number = any(?) and u.opened and u.sha256 = any(?)",
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", dossierNumbers.toArray()));
                    statement.setArray(2, statement.getConnection().createArrayOf("bytea", digests(names)));
                },
                row -> {
                    found.computeIfAbsent(row.getString(1), number -> new HashSet<>())
                            .add(Sha256Name.of(row.getBytes(2)));
                });
        return found;
    }

    /** Notes that dossiers name files, in one order for all writers. */
    void use(Collection<Use> uses) {
        jdbc.batchUpdate(
                "insert into document_use (sha256, dossier_number, told_by, opened) values (?, ?, ?, ?)"
                        + " on conflict (sha256, dossier_number) do update set opened = true"
                        + " where excluded.opened and not document_use.opened",
                // the driver makes one statement of a batch, which may touch a row once only
                uses.stream()
                        .collect(Collectors.toMap(
                                use -> use.file().hex() + use.dossierNumber(), Function.identity(), Use::together))
                        .values()
                        .stream()
                        .sorted(Comparator.comparing((Use use) -> use.file().hex())
                                .thenComparing(Use::dossierNumber))
                        .map(use -> new Object[] {use.file().bytes(), use.dossierNumber(), use.toldBy(), use.opened()})
                        .toList());
    }

    private static byte[][] digests(Collection<Sha256Name> names) {
        return names.stream().map(Sha256Name::bytes).toArray(byte[][]::new);
    }

    /** A dossier names a file; {@code opened}: whoever may see the dossier may have it. */
    record Use(Sha256Name file, String dossierNumber, String toldBy, boolean opened) {
        private Use together(Use other) {
            return opened ? this : other;
        }
    }
}
