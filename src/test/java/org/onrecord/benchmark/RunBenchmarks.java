package org.onrecord.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.flywaydb.core.Flyway;
import org.onrecord.benchmark.Load.Measured;
import org.onrecord.benchmark.Question.Kind;
import org.onrecord.database.TestServer;
import org.onrecord.search.OpenSearchNode;
import org.onrecord.search.indexing.IndexBuild;

/**
 * Measures the packaged archive beside PostgreSQL's full-text search and OpenSearch, on the same generated articles in
 * the same run, and prints the figures as Markdown. How to run it stands in docs/benchmarks.md.
 *
 * <p>The contenders take turns for several rounds, so that whatever else the machine does hits all of them.
 */
public final class RunBenchmarks {

    private final int articles = Integer.getInteger("benchmark.articles", 10_000);
    private final int connections = Integer.getInteger("benchmark.connections", 4);
    private final int rounds = Integer.getInteger("benchmark.rounds", 3);
    private final Duration warmUp = Duration.ofSeconds(Integer.getInteger("benchmark.warm-up", 150));
    private final Duration turn = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 15));
    private final Set<String> contenders =
            Set.of(System.getProperty("benchmark.contenders", "archive,opensearch,postgresql")
                    .split(","));
    private final Set<String> extras = Set.of(
            System.getProperty("benchmark.extras", "reads,export,freshness").split(","));
    private final Path java = Path.of(System.getProperty("benchmark.java", System.getProperty("java.home")));
    private final String options = System.getProperty("benchmark.options", "-Xmx512m -XX:+UseSerialGC");
    private final Path jar = Path.of(System.getProperty("benchmark.jar", "target/onrecord-0.1.0.jar"));
    private final Path folder = Path.of(System.getProperty("benchmark.home", "target/benchmarks/" + articles))
            .toAbsolutePath();
    private final PrintStream out = System.out;

    public static void main(String[] arguments) throws Exception {
        new RunBenchmarks().run();
    }

    private void run() throws Exception {
        Files.createDirectories(folder);
        try (TestServer database = TestServer.open(folder.resolve("database"), Set.of())) {
            var generator = new ArticleGenerator(Math.max(300, articles / 2));
            fill(database, generator);
            measure(database, generator);
        }
    }

    private void fill(TestServer database, ArticleGenerator generator) throws Exception {
        Flyway.configure()
                .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .load()
                .migrate();
        try (Connection connection = RawFullText.open(database)) {
            if (number(connection, "select count(*) from article") == 0) {
                long start = System.nanoTime();
                GeneratedRows.write(generator, articles, connection);
                execute(
                        connection,
                        "vacuum analyze article, article_version, mention, quote, named_entity, entity_name");
                say("%d articles written by COPY in %.0f s", articles, seconds(start));
            }
        }
    }

    private void measure(TestServer database, ArticleGenerator generator) throws Exception {
        List<AutoCloseable> started = new ArrayList<>();
        Map<Contender, Measured> measured = new LinkedHashMap<>();
        try (Connection connection = RawFullText.open(database)) {
            ArchiveProgram archive = null;
            if (contenders.contains("archive")) {
                archive = startArchive(database, connection);
                started.add(archive);
                measured.put(
                        new ArchiveOverHttp(archive.port(), List.of(archive.process(), postgres(database))),
                        new Measured());
            }
            if (contenders.contains("opensearch") || contenders.contains("opensearch-one-field")) {
                OpenSearchNode node = OpenSearchNode.start(folder.resolve("opensearch"), "-Xms2g", "-Xmx2g");
                started.add(node::stop);
                var commonly = new OpenSearchOverHttp(node.port(), node.process(), false);
                long start = System.nanoTime();
                commonly.prepare(connection);
                say("OpenSearch is ready after %.0f s", seconds(start));
                if (contenders.contains("opensearch")) {
                    measured.put(commonly, new Measured());
                }
                if (contenders.contains("opensearch-one-field")) {
                    measured.put(new OpenSearchOverHttp(node.port(), node.process(), true), new Measured());
                }
            }
            if (contenders.contains("postgresql")) {
                var fullText = new RawFullText(database, postgres(database));
                long start = System.nanoTime();
                fullText.prepare();
                say("PostgreSQL's full-text search is ready after %.0f s", seconds(start));
                measured.put(fullText, new Measured());
            }
            compare(new Load(Questions.about(generator, articles, connection), connections), measured);
            report(measured);
            if (archive != null) {
                if (extras.contains("reads")) {
                    reportReads(
                            new ArchiveOverHttp(archive.port(), List.of(archive.process(), postgres(database))),
                            Questions.about(generator, articles, connection));
                }
                reportArchive(archive, generator);
                var memory = archive.memory();
                say(
                        "OnRecord's memory after the run: %d MiB of its own, %d MiB with mapped files",
                        memory.own(), memory.all());
            }
        } finally {
            for (AutoCloseable each : started) {
                each.close();
            }
        }
    }

    /** Starts the archive and waits until it has indexed all articles; how long that took is the speed of rebuilding. */
    private ArchiveProgram startArchive(TestServer database, Connection connection) throws Exception {
        boolean indexed = isIndexed(connection);
        long start = System.nanoTime();
        var archive = ArchiveProgram.start(jar, java, options, folder.resolve("home"), database);
        say(
                "OnRecord answers after %.1f s; process %d, port %d",
                seconds(start), archive.process().pid(), archive.port());
        awaitIndex(connection, Duration.ofHours(2));
        if (!indexed) {
            say("index built at %.0f articles/s, all their quotes and entities included", articles / seconds(start));
        }
        return archive;
    }

    private static boolean isIndexed(Connection connection) throws SQLException {
        return number(
                        connection,
                        "select count(*) from index_build where completed and format like '" + IndexBuild.FORMAT
                                + " %'")
                > 0;
    }

    /** Waits until an archive has built its index. */
    static void awaitIndex(Connection connection, Duration patience) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isIndexed(connection)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no index after " + patience);
            }
            Thread.sleep(100);
        }
    }

    private void compare(Load load, Map<Contender, Measured> measured) throws Exception {
        for (Contender contender : measured.keySet()) {
            load.warmUp(contender, warmUp);
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<Contender, Measured> each : measured.entrySet()) {
                load.measure(each.getKey(), turn, each.getValue());
            }
        }
    }

    private void report(Map<Contender, Measured> measured) {
        out.printf("%n%,d articles, %d connections, Java %s%n%n", articles, connections, java.getFileName());
        List<String> names = measured.keySet().stream().map(Contender::name).toList();
        out.println("| ms, p50 / p99 | " + String.join(" | ", names) + " |");
        out.println("|---" + "|--:".repeat(names.size()) + "|");
        for (Kind kind : Kind.values()) {
            out.print("| " + kind.label() + " |");
            measured.values()
                    .forEach(each -> out.printf(" %.1f / %.1f |", each.millis(kind, 50), each.millis(kind, 99)));
            out.println();
        }
        out.print("| **the mix** |");
        measured.values().forEach(each -> out.printf(" %.1f / %.1f |", each.millis(50), each.millis(99)));
        out.print("\n| **the mix, answers/s** |");
        measured.values().forEach(each -> out.printf(" %.0f |", each.throughput()));
        out.print("\n| processor time, ms/answer |");
        measured.values().forEach(each -> out.printf(" %.2f |", each.processorMillis()));
        out.printf("%n%n");
    }

    private void reportReads(ArchiveOverHttp archive, Questions questions) throws Exception {
        var reads = SingleReads.of(archive, questions, connections, rounds, turn);
        Load.Measured articles = reads.articles();
        Load.Measured constant = reads.constant();
        say(
                "single articles: %.2f ms (p50), %.0f/s, %.2f ms of processor time; a constant answer: %.2f, %.0f/s, %.2f",
                articles.millis(50),
                articles.throughput(),
                articles.processorMillis(),
                constant.millis(50),
                constant.throughput(),
                constant.processorMillis());
    }

    /** What nobody else is asked. */
    private void reportArchive(ArchiveProgram archive, ArticleGenerator generator) throws Exception {
        if (extras.contains("export")) {
            var export = WholeExport.of(archive, "articles");
            say(
                    "export: %d rows of NDJSON in %.0f s, last line %s, memory grew by %d MiB at most",
                    export.rows(), millis(export.took()) / 1e3, export.whole() ? "there" : "MISSING", export.growth());
        }
        if (extras.contains("freshness")) {
            var freshness = new Freshness(archive.port(), generator, articles);
            reportFreshness(
                    "after its answer search finds a write (4/s)",
                    freshness.afterSteadyWrites(120, Duration.ofMillis(250)));
            reportFreshness("a write with refresh=wait is answered, and found at once,", freshness.ofAwaitedWrites(50));
            var bulk = freshness.afterBulk(500);
            say(
                    "bulk: %d articles stored in %.1f s, all found %.1f s later",
                    bulk.articles(), millis(bulk.stored()) / 1e3, millis(bulk.lag()) / 1e3);
        }
    }

    private void reportFreshness(String what, Histogram micros) {
        say(
                "%s after %.0f ms (p50), %.0f ms (p99)",
                what, micros.getValueAtPercentile(50) / 1e3, micros.getValueAtPercentile(99) / 1e3);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static ProcessHandle postgres(TestServer database) throws IOException {
        String pid =
                Files.readAllLines(database.data().resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private void say(String words, Object... values) {
        out.printf(words + "%n", values);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
