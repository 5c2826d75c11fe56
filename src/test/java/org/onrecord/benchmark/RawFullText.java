package org.onrecord.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.onrecord.benchmark.Question.Kind;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * PostgreSQL's own full-text search over the same rows, as one would set it up for speed: the words of each article
 * ready in a table beside the date, the outlet and the speakers, with indexes on all of it. Nobody counts the results
 * here, as the archive does.
 */
final class RawFullText implements Contender {

    private static final String SHOWN = """
            select a.id, a.url, v.headline, v.standfirst, v.byline, a.section, a.tags, a.language, a.published_at,
                   a.modified_at, a.ingested_at, v.word_count, v.text_sha256
            from (%s) found
            join article a on a.id = found.article_id
            join article_version v on v.article_id = a.id and v.number = a.current_version
            order by found.place""";

    private static final String RANKED = SHOWN.formatted("""
            select article_id, row_number() over () as place from (
                select article_id from raw_text, to_tsquery('english', ?) query
                where words @@ query order by ts_rank(words, query) desc limit 20) best""");

    private static final String OF_SPEAKER = SHOWN.formatted("""
            select article_id, row_number() over () as place from (
                select article_id from raw_text, to_tsquery('english', ?) query
                where words @@ query and speakers @> array[?::uuid] order by ts_rank(words, query) desc limit 20) best""");

    private static final String NEWEST = SHOWN.formatted("""
            select article_id, row_number() over () as place from (
                select article_id from raw_text
                where words @@ to_tsquery('english', ?) order by published_at desc, article_id desc limit 20) newest""");

    private static final String COUNTED = """
            with found as materialized (
                select outlet, section, speakers from raw_text where words @@ to_tsquery('english', ?))
            (select outlet, count(*) from found group by 1 order by 2 desc limit 10)
            union all
            (select section, count(*) from found group by 1 order by 2 desc limit 10)
            union all
            (select speaker::text, count(*) from found, unnest(speakers) speaker group by 1 order by 2 desc limit 10)""";

    private static final String SUGGESTED = """
            select id, type, name from raw_name where word like ? || '%' order by mentions desc limit 10""";

    private static final String BY_ID = """
            select a.*, v.* from article a
            join article_version v on v.article_id = a.id and v.number = a.current_version where a.id = ?::uuid""";

    private static final Map<Kind, List<String>> STATEMENTS = Map.of(
            Kind.COMMON, List.of(RANKED),
            Kind.RARE, List.of(RANKED),
            Kind.PHRASE, List.of(RANKED),
            Kind.BOOLEAN, List.of(RANKED),
            Kind.SPEAKER, List.of(OF_SPEAKER),
            Kind.NEWEST, List.of(NEWEST),
            Kind.FACETS, List.of(RANKED, COUNTED),
            Kind.SUGGEST, List.of(SUGGESTED),
            Kind.BY_ID, List.of(BY_ID));

    private final JdbcConnectionDetails server;
    private final ProcessHandle process;

    /** @param process the server's */
    RawFullText(JdbcConnectionDetails server, ProcessHandle process) {
        this.server = server;
        this.process = process;
    }

    /** Makes what is searched, where it is not there yet. */
    void prepare() throws SQLException {
        try (Connection connection = open(server);
                Statement statement = connection.createStatement()) {
            if (exists(statement)) {
                return;
            }
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute("drop table if exists raw_text");
            statement.execute("""
                    create table raw_text as
                    select a.id as article_id, a.published_at, o.slug as outlet, a.section,
                           array(select distinct q.speaker_id from quote q
                                  where q.article_id = a.id and q.deleted_at is null) as speakers,
                           setweight(to_tsvector('english', v.headline), 'A')
                               || to_tsvector('english', concat_ws(' ', v.standfirst, v.body)) as words
                    from article a join article_version v on v.article_id = a.id and v.number = a.current_version
                    left join outlet o on o.id = a.outlet_id""");
            statement.execute("create index on raw_text using gin (words)");
            statement.execute("create index on raw_text using gin (speakers)");
            statement.execute("create index on raw_text (published_at desc, article_id desc)");
            statement.execute("""
                    create table raw_name as
                    select e.id, e.type, e.name, lower(word) as word,
                           (select count(*) from mention m where m.entity_id = e.id) as mentions
                    from named_entity e, regexp_split_to_table(e.name, ' ') word""");
            statement.execute("create index on raw_name (word text_pattern_ops)");
            statement.execute("vacuum analyze raw_text, raw_name, article, article_version");
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('raw_name') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    static Connection open(JdbcConnectionDetails server) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", server.getUsername());
        properties.setProperty("password", server.getPassword());
        // Longer than anything the archive would wait for is measured as well.
        properties.setProperty("options", "-c statement_timeout=0");
        return DriverManager.getConnection(server.getJdbcUrl(), properties);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of(process);
    }

    @Override
    public Asker connect() throws SQLException {
        Connection connection = open(server);
        return new Asker() {
            @Override
            public void ask(Question question) throws SQLException {
                for (String sql : STATEMENTS.get(question.kind())) {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        bind(statement, question);
                        read(statement);
                    }
                }
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private static void bind(PreparedStatement statement, Question question) throws SQLException {
        switch (question.kind()) {
            case PHRASE -> statement.setString(1, String.join(" <-> ", question.words()));
            case BOOLEAN ->
                statement.setString(
                        1, "%s & (%s | %s) & !%s".formatted(question.words().toArray()));
            case SPEAKER -> {
                statement.setString(1, question.word());
                statement.setString(2, String.valueOf(question.id()));
            }
            case SUGGEST -> statement.setString(1, question.word().toLowerCase());
            case BY_ID -> statement.setString(1, String.valueOf(question.id()));
            default -> statement.setString(1, question.word());
        }
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }
}
