package org.onrecord.article;

import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Standing;
import org.onrecord.article.ArticleView.ArticleOutlet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads articles to show them, by plain SQL: frontends ask for single articles most of all, and the entities Hibernate
 * makes of the same rows, ready to be changed, take most of the time of such an answer.
 */
@Component
class PrintedArticles {

    private static final String SQL = """
            select a.id, a.version, a.withheld, a.deleted_at, a.url, a.external_id, a.section, a.tags, a.rights,
                   a.language, a.published_at, a.modified_at, a.ingested_at, a.status, a.version_number,
                   a.headline, a.standfirst, a.byline, a.dateline, a.body, a.word_count, a.text_sha256, a.removed,
                   o.slug, o.name, o.homepage, o.country, o.language as outlet_language
              from stored_article a
              left join outlet o on o.id = a.outlet_id
            """;

    private static final String BY_ID = SQL + " where a.id = ?";

    private static final String BY_URL = SQL + " where a.url = ?";

    private static final String CURRENT =
            "select version_number, withheld, deleted_at from stored_article where id = ?";

    private static final ObjectReader REMOVED = new JsonMapper().readerForListOf(RemovedText.class);

    private final JdbcTemplate jdbc;
    private final EntityManager changes;

    PrintedArticles(JdbcTemplate jdbc, EntityManager changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * The article of this id with its current text, whatever its status.
     *
     * @param wholeOutlet whether to say all that is known of its outlet, not only its name
     */
    Optional<PrintedArticle> findById(UUID id, boolean wholeOutlet) {
        return find(BY_ID, (row, number) -> read(row, wholeOutlet), id);
    }

    /** The same of the article at this URL. */
    Optional<PrintedArticle> findByUrl(String url, boolean wholeOutlet) {
        return find(BY_URL, (row, number) -> read(row, wholeOutlet), url);
    }

    /** Which version of the text holds now, and whether the article may be shown. */
    record Current(int version, Standing standing) {}

    /** Without its text. */
    Optional<Current> current(UUID id) {
        return find(CURRENT, (row, number) -> new Current(row.getInt("version_number"), Standing.read(row)), id);
    }

    private <T> Optional<T> find(String sql, RowMapper<T> reader, Object key) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // Plain SQL does not see what the transaction changed until Hibernate has written it.
            changes.flush();
        }
        return jdbc.query(sql, reader, key).stream().findFirst();
    }

    private static PrintedArticle read(ResultSet row, boolean wholeOutlet) throws SQLException {
        var view = new ArticleView(
                row.getObject("id", UUID.class),
                outlet(row, wholeOutlet),
                row.getString("url"),
                row.getString("external_id"),
                row.getString("headline"),
                row.getString("standfirst"),
                row.getString("byline"),
                row.getString("dateline"),
                row.getString("section"),
                texts(row.getArray("tags")),
                row.getString("rights"),
                row.getString("language"),
                time(row, "published_at"),
                time(row, "modified_at"),
                row.getObject("ingested_at", OffsetDateTime.class).toInstant(),
                ArticleStatus.valueOf(row.getString("status")),
                row.getInt("version_number"),
                row.getInt("word_count"),
                row.getString("body"),
                row.getString("text_sha256"),
                REMOVED.readValue(row.getString("removed")));
        return new PrintedArticle(view, row.getLong("version"), Standing.read(row));
    }

    private static @Nullable ArticleOutlet outlet(ResultSet row, boolean whole) throws SQLException {
        String slug = row.getString("slug");
        if (slug == null) {
            return null;
        }
        String name = row.getString("name");
        return whole
                ? new ArticleOutlet(
                        slug,
                        name,
                        row.getString("homepage"),
                        row.getString("country"),
                        row.getString("outlet_language"))
                : ArticleOutlet.named(slug, name);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
