package vn.lienthong.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables {@code saved_view} and {@code saved_view_start}. */
@Repository
class SavedViewRepository {
    private static final String SELECT =
            "select v.id, v.owner, v.shared, v.name, v.page, v.query, s.view_id is not null from saved_view v"
                    + " left join saved_view_start s on s.view_id = v.id and s.owner = ? ";

    private final JdbcTemplate jdbc;

    SavedViewRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What this person sees on this page, or on all pages (null); views of pages that are no more are left out. */
    List<SavedView> seenBy(String owner, @Nullable String page) {
        return select(
                "where (v.shared or v.owner = ?) and (?::text is null or v.page = ?)"
                        + " order by v.shared, lower(v.name), v.id",
                owner,
                owner,
                page,
                page);
    }

    Optional<SavedView> find(UUID id, String owner) {
        return select("where v.id = ? and (v.shared or v.owner = ?)", owner, id, owner).stream()
                .findFirst();
    }

    /** What this person begins with. */
    Optional<SavedView> start(String owner) {
        return select("where s.view_id is not null and (v.shared or v.owner = ?)", owner, owner).stream()
                .findFirst();
    }

    int count(String owner, boolean shared) {
        Integer number = jdbc.queryForObject(
                "select count(*) from saved_view where shared = ? and (shared or owner = ?)",
                Integer.class,
                shared,
                owner);
        return number == null ? 0 : number;
    }

    void add(UUID id, String owner, boolean shared, String name, SavedQuery query) {
        jdbc.update(
                "insert into saved_view (id, owner, shared, name, page, query) values (?, ?, ?, ?, ?, ?)",
                id,
                owner,
                shared,
                name,
                query.list().path(),
                query.text());
    }

    void rename(UUID id, String name) {
        jdbc.update("update saved_view set name = ? where id = ?", name, id);
    }

    void remove(UUID id) {
        jdbc.update("delete from saved_view where id = ?", id);
    }

    void setStart(String owner, @Nullable UUID view) {
        if (view == null) {
            jdbc.update("delete from saved_view_start where owner = ?", owner);
        } else {
            jdbc.update(
                    "insert into saved_view_start (owner, view_id) values (?, ?)"
                            + " on conflict (owner) do update set view_id = excluded.view_id",
                    owner,
                    view);
        }
    }

    private List<SavedView> select(String where, @Nullable Object... values) {
        return jdbc
                .query(
                        SELECT + where,
                        (row, number) -> {
                            UUID id = row.getObject(1, UUID.class);
                            String owner = row.getString(2);
                            boolean shared = row.getBoolean(3);
                            String name = row.getString(4);
                            boolean start = row.getBoolean(7);
                            return SavedQuery.stored(row.getString(5), row.getString(6))
                                    .map(query -> new SavedView(id, owner, shared, name, query, start));
                        },
                        values)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
