package org.onrecord.trial;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What the database really holds, beside what was promised.
 *
 * @param acknowledged how many articles were promised to be kept
 * @param lost acknowledged articles that are not there, or not with their words
 * @param duplicates articles that are there twice
 * @param withoutQuotes articles stored without the quote in them
 * @param stored how many articles there are
 */
record Ledger(int acknowledged, List<String> lost, List<String> duplicates, List<String> withoutQuotes, int stored) {

    /** Reads the archive's own database, as the file in its home says. */
    static Ledger of(Path home, Map<String, Integer> acknowledged) throws IOException {
        return of(JdbcClient.create(database(home)), acknowledged);
    }

    /** Whether the archive's own database takes a connection. */
    static boolean answers(Path home) {
        try (Connection connection = database(home).getConnection()) {
            return connection.isValid(2);
        } catch (IOException | SQLException e) {
            return false;
        }
    }

    private static DataSource database(Path home) throws IOException {
        Properties connection = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("pg18/onrecord-connection.properties"))) {
            connection.load(reader);
        }
        String url = "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        connection.getProperty("host"),
                        connection.getProperty("port"),
                        connection.getProperty("database"));
        return new DriverManagerDataSource(url, connection.getProperty("role"), connection.getProperty("password"));
    }

    static Ledger of(JdbcClient database, Map<String, Integer> acknowledged) {
        Map<String, String> headlines = new HashMap<>();
        database.sql("""
                        select a.id::text, v.headline
                        from article a join article_version v on v.article_id = a.id and v.number = a.current_version
                        where position(substring(v.headline from '\\d+$') in v.body) > 0
                        """)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(entry -> headlines.put(entry.getKey(), entry.getValue()));
        List<String> lost = new TreeMap<>(acknowledged)
                .entrySet().stream()
                        .filter(entry ->
                                !new SentArticle(entry.getValue()).headline().equals(headlines.get(entry.getKey())))
                        .map(Map.Entry::toString)
                        .toList();
        List<String> duplicates = database.sql(
                        "select headline from article_version group by headline having count(*) > 1")
                .query(String.class)
                .list();
        List<String> withoutQuotes = database.sql("""
                        select a.id::text from article a
                        where not exists (
                            select from quote q where q.article_id = a.id and q.article_version = a.current_version)
                        """).query(String.class).list();
        return new Ledger(acknowledged.size(), lost, duplicates, withoutQuotes, headlines.size());
    }

    /** The figures in one line, for the log of a trial. */
    String summary() {
        return "%d acknowledged, %d stored, %d lost, %d twice, %d without quotes"
                .formatted(acknowledged, stored, lost.size(), duplicates.size(), withoutQuotes.size());
    }
}
