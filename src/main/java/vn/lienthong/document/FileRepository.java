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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables {@code document_file}, {@code document_owner}, {@code document_use} and {@code document_store}. */
@Repository
class FileRepository {
    private final JdbcTemplate jdbc;

    FileRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The folder this database knows, or this one from now on. */
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

    /** Which of these files a dossier opens. */
    Set<Sha256Name> openedBy(String dossierNumber, Collection<Sha256Name> names) {
        return new HashSet<>(jdbc.query(
                "select u.sha256 from document_use u join document_file f on f.sha256 = u.sha256"
                        + " where u.dossier_number = ? and u.opened and u.sha256 = any(?)",
                statement -> {
                    statement.setString(1, dossierNumber);
                    byte[][] digests = names.stream().map(Sha256Name::bytes).toArray(byte[][]::new);
                    statement.setArray(2, statement.getConnection().createArrayOf("bytea", digests));
                },
                (row, number) -> Sha256Name.of(row.getBytes(1))));
    }

    void use(Sha256Name name, String dossierNumber, @Nullable String toldBy, boolean opened) {
        jdbc.update(
                "insert into document_use (sha256, dossier_number, told_by, opened) values (?, ?, ?, ?)"
                        + " on conflict (sha256, dossier_number) do update set opened = true"
                        + " where excluded.opened and not document_use.opened",
                name.bytes(),
                dossierNumber,
                toldBy,
                opened);
    }
}
