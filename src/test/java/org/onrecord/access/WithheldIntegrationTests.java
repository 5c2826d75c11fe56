package org.onrecord.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.Newsroom.encoded;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.onrecord.api.DescribedOperation;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.indexing.IndexCatchUp;
import org.onrecord.search.indexing.IndexingLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Nothing withheld is told to a reader, on any route. Everything withheld holds words that stand nowhere else: no answer
 * may hold one, and whoever asks by one, or by the id of something withheld, is answered exactly as if he had asked by
 * words and ids that never were.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "onrecord.access.requests-per-minute=0")
@ArchiveTest
@TestInstance(Lifecycle.PER_CLASS)
class WithheldIntegrationTests {

    /** A word like those of the withheld things, and of the same length, that stands nowhere. */
    private static final String NOWHERE = "qzxyzz";

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    @LocalServerPort
    private int port;

    @Autowired
    private IndexCatchUp catchUp;

    private Asker editor;
    private Asker reader;
    private List<DescribedOperation> reads;

    /** Ids and slugs of what is withheld, by what is asked for by them, with the words each stands for. */
    private final Map<String, Set<String>> withheld = new TreeMap<>();

    private final Map<String, String> shown = new LinkedHashMap<>();

    /** Ids of what had been published and was deleted: readers knew of it, and are told that it is gone. */
    private final Set<String> gone = new LinkedHashSet<>();

    /** The beginnings of the words, one for each thing withheld. */
    private final Set<String> canaries = new LinkedHashSet<>();

    /** What is told of what never was, by what is asked. */
    private final Map<String, String> ofNothing = new ConcurrentHashMap<>();

    /** Entity tags that readers were given before, by path. */
    private final Map<String, String> oldTags = new LinkedHashMap<>();

    @BeforeAll
    void fillTheArchive(@Autowired AccessKeys keys) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        editor = new Asker(
                http, port, keys.create("desk", Role.EDITOR, "test", null).secret());
        reader = new Asker(
                http, port, keys.create("page", Role.READER, "test", null).secret());
        reads = DescribedOperation.all(port).stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> !operation.path().matches("/api/v1/(keys|audit|admin).*"))
                .toList();
        showSomething();
        withholdArticles();
        withholdAVersion();
        withholdEntities();
        withholdQuotes();
        withholdAnOutlet();
        assertThat(catchUp.awaitAll(java.time.Duration.ofSeconds(30))).isTrue();
    }

    private void showSomething() {
        JsonNode article = deliver("""
                {"outlet": {"slug": "tidewater-times", "name": "Tidewater Times"}, "url": "https://tidewater.example/lido",
                 "headline": "Lido opens", "section": "Local", "tags": ["water"], "publishedAt": "2026-03-01T08:00:00Z",
                 "body": "Mayor Greta Holm opened the lido on Monday.\\n\\n“The water is warm,” Greta Holm said. “Come in.”"}
                """);
        shown.put("article", article.at("/id").asString());
        shown.put("quote", article.at("/quotes/0/id").asString());
        shown.put("entity", article.at("/quotes/0/speaker/entityId").asString());
        shown.put("outlet", "tidewater-times");
        assertThat(shown.get("entity")).hasSize(36);
    }

    private JsonNode deliver(String json) {
        return editor.write("POST", "/articles", json);
    }

    /** An article whose every part holds words that begin so. */
    private static String article(String canary, String status) {
        return """
                {"outlet": {"slug": "CANARY-post", "name": "Canaryouse Post"}, "url": "https://tidewater.example/CANARYurl",
                 "externalId": "CANARYext", "headline": "Canaryhead flooded", "standfirst": "Canarystand is wet.",
                 "byline": "By Canaryby Writer", "dateline": "CANARYTOWN, Monday", "section": "Canarysect",
                 "tags": ["CANARYtag"], "rights": "CANARYrights", "publishedAt": "2026-03-02T08:00:00Z", "status": "STATUS",
                 "body": "Engineer Ilka Canaryova of Canarywerk Ltd inspected the CANARYbody dam on Tuesday with Greta Holm.\\n\\n“The CANARYquote holds,” Ilka Canaryova said."}
                """.replace("Canary", canary.substring(0, 1).toUpperCase(Locale.ROOT) + canary.substring(1))
                .replace("CANARY", canary)
                .replace("STATUS", status);
    }

    private String canary(String canary) {
        assertThat(canary).hasSameSizeAs(NOWHERE);
        canaries.add(canary);
        return canary;
    }

    private String store(String canary, String status) {
        JsonNode article = deliver(article(canary(canary), status));
        String id = article.at("/id").asString();
        note("article", id);
        note("url", "https://tidewater.example/" + canary + "url");
        note("outlet", canary + "-post");
        article.at("/quotes").forEach(quote -> note("quote", quote.at("/id").asString()));
        article.at("/entities").forEach(entity -> {
            if (entity.toString().toLowerCase(Locale.ROOT).contains(canary)) {
                note("entity", entity.at("/id").asString());
            }
        });
        assertThat(article.toString().toLowerCase(Locale.ROOT)).contains(canary + "ova", canary + "quote");
        assertThat(article.at("/quotes/0/speaker/name").asString().toLowerCase(Locale.ROOT))
                .contains(canary);
        if (status.equals("published")) {
            assertThat(catchUpAndFind(canary)).contains(canary);
            remember("/api/v1/articles/" + id);
            remember("/api/v1/articles/" + id + "?expand=quotes,entities,outlet");
            remember("/api/v1/quotes/" + article.at("/quotes/0/id").asString());
            remember("/api/v1/outlets/" + canary + "-post");
        }
        return id;
    }

    private void remember(String path) {
        oldTags.put(path, reader.get(path).headers().firstValue("ETag").orElseThrow());
    }

    private String catchUpAndFind(String canary) {
        try {
            assertThat(catchUp.awaitAll(java.time.Duration.ofSeconds(30))).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return (reader.get("/api/v1/articles?q=" + canary + "body").body()
                        + reader.get("/api/v1/entities?q=" + canary + "ova").body())
                .toLowerCase(Locale.ROOT);
    }

    private void note(String kind, String id) {
        withheld.computeIfAbsent(kind, each -> new LinkedHashSet<>()).add(id);
    }

    private void withholdArticles() {
        store("qzaaaa", "embargoed");
        editor.write("PATCH", "/articles/" + store("qzbbbb", "published"), "{\"status\": \"withdrawn\"}");
        editor.write("PATCH", "/articles/" + store("qzcccc", "published"), "{\"status\": \"embargoed\"}");
        delete(store("qzdddd", "published"), "qzdddd");
        editor.write("DELETE", "/articles/" + store("qzeeee", "embargoed"), null);
        String restored = store("qzffff", "embargoed");
        editor.write("DELETE", "/articles/" + restored, null);
        assertThat(editor.write("POST", "/articles/" + restored + "/restore", null)
                        .at("/status")
                        .asString())
                .isEqualTo("embargoed");
        store("qzgggg", "published");
        editor.write("PUT", "/articles/by-url?url=https://tidewater.example/qzggggurl", article("qzgggg", "withdrawn"));
        deliver(article("qzgggg", "published"));
    }

    private void delete(String article, String canary) {
        gone.add(article);
        gone.add(encoded("https://tidewater.example/" + canary + "url"));
        editor.json("/api/v1/articles/" + article + "/quotes")
                .at("/results")
                .forEach(quote -> gone.add(quote.at("/id").asString()));
        editor.write("DELETE", "/articles/" + article, null);
    }

    /** A draft written under an embargo, and published with other words. */
    private void withholdAVersion() {
        JsonNode draft = deliver(article(canary("qzhhhh"), "embargoed"));
        String id = draft.at("/id").asString();
        note("quote", draft.at("/quotes/0/id").asString());
        draft.at("/entities").forEach(entity -> {
            if (!entity.at("/name").asString().equals("Greta Holm")) {
                note("entity", entity.at("/id").asString());
            }
        });
        note("outlet", "qzhhhh-post");
        editor.write("PUT", "/articles/" + id, """
                {"outlet": "tidewater-times", "headline": "Dam inspected", "status": "published",
                 "body": "Greta Holm inspected the dam on Tuesday."}
                """);
        note("version", id);
        assertThat(editor.json("/api/v1/articles/" + id + "/versions")
                        .at("/total")
                        .asInt())
                .isEqualTo(2);
        assertThat(reader.json("/api/v1/articles/" + id + "/versions")
                        .at("/total")
                        .asInt())
                .isOne();
    }

    private void withholdEntities() {
        // By hand, and deleted, while an article goes on naming it.
        deliver("""
                {"outlet": "tidewater-times", "headline": "Swimmer swims",
                 "body": "Swimmer Pavel Ortiz swam on Monday. “It is cold,” Pavel Ortiz said."}
                """);
        String deleted = find("Pavel Ortiz");
        editor.write("PATCH", "/entities/" + deleted, """
                {"aliases": ["Iiii QZIIIIova"], "description": "qziiiidesc", "externalIds": {"desk": "qziiiiext"}}
                """.replace("QZIIII", canary("qziiii")));
        editor.write("DELETE", "/entities/" + deleted, null);
        // Known from an embargoed article only; somebody describes it, and somebody says that it is one who is shown.
        String described = idOfEntity(store("qzjjjj", "embargoed"), "Qzjjjjova");
        editor.write("PATCH", "/entities/" + described, """
                {"name": "Ilka Qzjjjjnew", "aliases": ["Qzjjjjalias"], "description": "qzjjjjdesc"}
                """);
        String merged = idOfEntity(store("qzkkkk", "embargoed"), "Qzkkkkova");
        editor.write("POST", "/entities/" + merged + "/merge", "{\"into\": \"" + shown.get("entity") + "\"}");
        withheld.get("entity").remove(merged);
        // Never named.
        String added = editor.write("POST", "/entities", """
                {"type": "person", "name": "Ilka %sova", "aliases": ["%salias"]}
                """.formatted(canary("qzllll"), "qzllll"))
                .at("/id")
                .asString();
        editor.write("DELETE", "/entities/" + added, null);
    }

    private String find(String name) {
        try {
            assertThat(catchUp.awaitAll(java.time.Duration.ofSeconds(30))).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return editor.json("/api/v1/entities?q=" + encoded("\"" + name + "\""))
                .at("/results/0/id")
                .asString();
    }

    private String idOfEntity(String article, String name) {
        for (JsonNode entity :
                editor.json("/api/v1/articles/" + article + "/entities").at("/results")) {
            if (entity.at("/name").asString().contains(name)) {
                return entity.at("/id").asString();
            }
        }
        throw new AssertionError("no " + name + " in " + article);
    }

    private void withholdQuotes() {
        String rejected = deliver("""
                {"outlet": "tidewater-times", "headline": "Ferry late",
                 "body": "The ferry was late. “Blame the tide,” captain Omar Reyes said."}
                """).at("/quotes/0/id").asString();
        editor.write("PATCH", "/quotes/" + rejected, "{\"speaker\": {\"name\": \"" + canary("qzmmmm") + "rejected\"}}");
        editor.write("PATCH", "/quotes/" + rejected, "{\"status\": \"rejected\"}");
        note("quote", rejected);
        String deleted = deliver("""
                {"outlet": "tidewater-times", "headline": "Ferry on time",
                 "body": "The ferry was on time. “Thank the tide,” captain Omar Reyes said."}
                """).at("/quotes/0/id").asString();
        editor.write("PATCH", "/quotes/" + deleted, "{\"speaker\": {\"name\": \"" + canary("qznnnn") + "deleted\"}}");
        editor.write("DELETE", "/quotes/" + deleted, null);
    }

    private void withholdAnOutlet() {
        store("qzoooo", "withdrawn");
        editor.write("PATCH", "/outlets/qzoooo-post", "{\"homepage\": \"https://qzoooo.example/\"}");
        editor.write("POST", "/outlets", "{\"slug\": \"qzpppp-post\", \"name\": \"Qzppppouse Post\"}");
        editor.write("DELETE", "/outlets/" + canary("qzpppp") + "-post", null);
    }

    // What was set up is there.

    @Test
    void editorsSeeAllThatIsWithheld() {
        var seen = new StringBuilder();
        for (String kind : List.of("article", "quote", "entity", "outlet")) {
            for (String id : withheld.get(kind)) {
                seen.append(editor.get("/api/v1/" + plural(kind) + "/" + id).body());
            }
        }
        withheld.get("version")
                .forEach(id -> seen.append(
                        editor.get("/api/v1/articles/" + id + "/versions/1").body()));
        assertThat(seen.toString().toLowerCase(Locale.ROOT))
                .contains(Stream.of("aaaa", "bbbb", "cccc", "ffff", "gggg", "hhhh", "jjjj", "kkkk", "mmmm", "oooo")
                        .map(letters -> "qz" + letters)
                        .toList());
        assertThat(withheld).containsOnlyKeys("article", "entity", "outlet", "quote", "url", "version");
    }

    private static String plural(String kind) {
        return kind.equals("entity") ? "entities" : kind + "s";
    }

    // Asked for one thing.

    @Test
    void whatIsAskedForByItsIdIsAsIfItHadNeverBeen() {
        Queue<String> leaks = new ConcurrentLinkedQueue<>();
        for (DescribedOperation operation : reads) {
            String kind = kindOf(operation.path());
            if (kind == null) {
                continue;
            }
            withheld.get(kind).parallelStream().forEach(id -> {
                String path = operation
                                .path()
                                .replaceAll("\\{(id|slug)}", encoded(id))
                                .replace("{number}", "1")
                        + (kind.equals("url") ? "?url=" + encoded(id) : "");
                String twin =
                        kind.equals("outlet") || kind.equals("url") ? id.replaceAll("qz[a-z]{4}", NOWHERE) : NOBODY;
                compare(leaks, "GET", path, id, twin);
                compare(leaks, "HEAD", path, id, twin);
                compare(leaks, "GET", path, id, twin, "If-None-Match", "*");
                compare(leaks, "GET", path, id, twin, "If-None-Match", "\"0\", \"1\", \"2\"");
                compare(leaks, "GET", path, id, twin, "Accept", "text/csv");
            });
        }
        assertThat(leaks).isEmpty();
    }

    private static String kindOf(String path) {
        if (path.equals("/api/v1/articles/by-url")) {
            return "url";
        }
        if (!path.contains("{")) {
            return null;
        }
        return path.startsWith("/api/v1/articles/")
                ? "article"
                : path.startsWith("/api/v1/quotes/")
                        ? "quote"
                        : path.startsWith("/api/v1/entities/")
                                ? "entity"
                                : path.startsWith("/api/v1/outlets/") ? "outlet" : null;
    }

    @Test
    void anOldEntityTagIsAnsweredAsAnyOther() {
        oldTags.forEach((path, tag) -> {
            HttpResponse<String> answer = reader.get(path, "If-None-Match", tag);
            assertThat(answer.statusCode()).as(path).isIn(404, 410);
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
            assertThat(answer.headers().firstValue("Last-Modified")).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(String.join(",", answer.headers().allValues("Vary"))).contains("Authorization");
        });
        assertThat(oldTags).hasSizeGreaterThan(10);
    }

    @Test
    void aVersionThatWasNeverPublishedIsNotThere() {
        for (String id : withheld.get("version")) {
            assertThat(reader.get("/api/v1/articles/" + id + "/versions/1").statusCode())
                    .isEqualTo(404);
            assertThat(reader.get("/api/v1/articles/" + id + "/versions/2").statusCode())
                    .isEqualTo(200);
            assertThat(editor.get("/api/v1/articles/" + id + "/versions/1").statusCode())
                    .isEqualTo(200);
        }
    }

    // Asked for lists.

    @Test
    void noListTellsAnything() {
        Queue<String> leaks = new ConcurrentLinkedQueue<>();
        targets(List.of()).parallelStream().forEach(target -> {
            HttpResponse<String> answer = reader.get(target);
            if (answer.statusCode() >= 500 || tells(answer)) {
                leaks.add(target + " " + answer.statusCode() + " " + answer.body());
            }
        });
        assertThat(leaks).isEmpty();
    }

    @Test
    void whoeverAsksByAWithheldWordLearnsNothing() {
        Queue<String> leaks = new ConcurrentLinkedQueue<>();
        assertThat(targets(List.copyOf(canaries))).hasSizeGreaterThan(2_000);
        targets(List.copyOf(canaries)).parallelStream().forEach(target -> {
            String canary = canaries.stream()
                    .filter(target.toLowerCase(Locale.ROOT)::contains)
                    .findFirst()
                    .orElseThrow();
            compare(leaks, "GET", target, canary, NOWHERE);
        });
        assertThat(leaks).isEmpty();
    }

    /** As the two tests before, from the moment of the commit on, before the index knows. */
    @Test
    void notEvenWhileTheIndexHasYetToLearn(@Autowired DataSource database) throws SQLException, InterruptedException {
        String withdrawn = store("qzrrrr", "published");
        String deleted = store("qzssss", "published");
        assertThat(catchUp.awaitAll(java.time.Duration.ofSeconds(30))).isTrue();
        Queue<String> leaks = new ConcurrentLinkedQueue<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + IndexingLock.KEY + ")");
            editor.write("PATCH", "/articles/" + withdrawn, "{\"status\": \"withdrawn\"}");
            delete(deleted, "qzssss");
            targets(List.of("qzrrrr", "qzssss")).parallelStream().forEach(target -> {
                String canary = target.toLowerCase(Locale.ROOT).contains("qzrrrr") ? "qzrrrr" : "qzssss";
                compare(leaks, "GET", target, canary, NOWHERE);
            });
            targets(List.of()).parallelStream().forEach(target -> {
                HttpResponse<String> answer = reader.get(target);
                if (answer.statusCode() >= 500 || tells(answer)) {
                    leaks.add(target + " " + answer.statusCode() + " " + answer.body());
                }
            });
            connection.rollback();
        }
        assertThat(leaks).isEmpty();
    }

    /**
     * Every list, with everything it takes.
     *
     * @param words what to ask by, in every parameter that may be any text; with none, whatever else it takes is asked
     */
    private List<String> targets(List<String> words) {
        Set<String> targets = new LinkedHashSet<>();
        for (DescribedOperation operation : reads) {
            if (operation.path().contains("by-url")) {
                continue;
            }
            String path = filled(operation.path());
            if (words.isEmpty()) {
                addPlain(targets, operation, path);
            }
            for (String word : words) {
                addWord(targets, operation, path, word);
            }
        }
        if (words.isEmpty()) {
            targets.addAll(List.of(
                    "/",
                    "/actuator",
                    "/actuator/metrics",
                    "/actuator/prometheus",
                    "/actuator/health",
                    "/v3/api-docs",
                    "/api/v1"));
        }
        return List.copyOf(targets);
    }

    private String filled(String path) {
        String kind = kindOf(path);
        return kind == null
                ? path.replaceAll("\\{[^}]*}", "not-found")
                : path.replaceAll("\\{(id|slug)}", shown.get(kind)).replace("{number}", "1");
    }

    private static void addPlain(Set<String> targets, DescribedOperation operation, String path) {
        boolean needsQuery = operation.queryParameters().stream()
                .anyMatch(parameter -> parameter.required() && parameter.name().equals("q"));
        String start = path + (needsQuery ? "?q=qz&" : "?");
        targets.add(start.substring(0, start.length() - 1));
        for (DescribedOperation.Parameter parameter : operation.queryParameters()) {
            for (String constant : parameter.constants()) {
                targets.add(start + parameter.name() + "=" + constant);
            }
            if (parameter.name().equals("limit")) {
                targets.add(start + "limit=200");
            }
            if (parameter.name().equals("facet")) {
                targets.add(start + "facetSize=100&facet=" + String.join(",", parameter.constants()));
            }
            if (parameter.name().equals("expand")) {
                targets.add(start + "highlight=true&limit=200&expand=" + String.join(",", parameter.constants()));
                targets.add(start + "format=ndjson&expand=" + String.join(",", parameter.constants()));
            }
            if (parameter.name().equals("q") && !needsQuery) {
                for (String query : List.of("qz*", "quote:qz*", "entity:qz*", "outlet:qz*", "flooded", "OR holds")) {
                    targets.add(start + "highlight=true&q=" + encoded(query));
                    targets.add(start + "format=csv&q=" + encoded(query));
                }
            }
        }
    }

    private static void addWord(Set<String> targets, DescribedOperation operation, String path, String word) {
        boolean suggests = operation.path().endsWith("/suggest");
        boolean whole = operation.path().matches("/api/v1/(articles|quotes|entities)");
        for (DescribedOperation.Parameter parameter : operation.queryParameters()) {
            List<String> values = suggests
                    ? List.of(word, "ilka " + word, word + "-post", word + "ouse")
                    : values(parameter.name().replace("not.", ""), word, whole);
            for (String value : parameter.constants().isEmpty() ? values : List.<String>of()) {
                targets.add(path + "?" + (suggests && !parameter.name().equals("q") ? "q=x&" : "") + parameter.name()
                        + "=" + encoded(value));
            }
        }
    }

    /** What a parameter may be asked by; anything for one not known here. */
    private static List<String> values(String parameter, String word, boolean whole) {
        return switch (parameter) {
            case "q" ->
                whole ? queries(word) : List.of(word + "body", word + "ova", word + "*", "entity:" + word + "ova");
            case "entity", "speaker", "about" -> List.of("Ilka " + word + "ova", word + "alias");
            case "section" -> List.of(word + "sect");
            case "tag" -> List.of(word + "tag");
            case "limit", "cursor", "from", "to", "tz", "facetSize", "fields", "highlight", "hasQuotes" -> List.of();
            default -> List.of(word + "-post");
        };
    }

    private static List<String> queries(String word) {
        List<String> queries = new ArrayList<>();
        for (String part : List.of("body", "head", "quote", "ova", "alias", "rejected", "deleted", "new")) {
            queries.add(word + part);
        }
        queries.add(word + "*");
        queries.add(word + "body~");
        queries.add("\"" + word + "quote holds\"");
        for (String field : List.of(
                "headline:%shead",
                "body:%sbody",
                "quote:%squote",
                "speaker:%sova",
                "entity:%sova",
                "entity:%salias",
                "speaker:%srejected",
                "outlet:%souse",
                "section:%ssect",
                "tag:%stag")) {
            queries.add(field.formatted(word));
        }
        return queries;
    }

    private boolean tells(HttpResponse<String> answer) {
        String told = (answer.body() + answer.headers().map()).toLowerCase(Locale.ROOT);
        return canaries.stream().anyMatch(told::contains);
    }

    /** Asks by something withheld and by what never was: but for that, the answers must be one. */
    private void compare(
            Queue<String> leaks, String method, String target, String asked, String twin, String... headers) {
        String other = replaced(target, asked, twin);
        HttpResponse<String> answer = reader.send(method, target, null, headers);
        if (answer.statusCode() == 410 && isGone(target, asked)) {
            return;
        }
        String told = told(answer, asked);
        String toldOfNothing = ofNothing.computeIfAbsent(
                method + other + List.of(headers), asking -> told(reader.send(method, other, null, headers), twin));
        if (answer.statusCode() >= 500 || !told.equals(toldOfNothing)) {
            leaks.add(method + " " + target + List.of(headers) + "\n  told: " + told + "\n  and of nothing: "
                    + toldOfNothing);
        }
        String rest = told.toLowerCase(Locale.ROOT);
        canaries.stream()
                .filter(canary -> !asked.contains(canary))
                .filter(rest::contains)
                .forEach(canary -> leaks.add(method + " " + target + " tells " + canary + ": " + told));
    }

    /** What had been published and was deleted may be said to be gone, without a word of what it was. */
    private boolean isGone(String target, String asked) {
        HttpResponse<String> answer = reader.get(target);
        return answer.statusCode() == 410
                && !told(answer, asked).toLowerCase(Locale.ROOT).matches("(?s).*qz[a-r]{4}.*")
                && gone.stream().anyMatch(target::contains);
    }

    private static String replaced(String target, String asked, String twin) {
        return target.replace(encoded(asked), encoded(twin))
                .replace(asked, twin)
                .replace(capitalised(asked), capitalised(twin));
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Status, headers and body without what differs from one request to the next, and without what was asked by. */
    private static String told(HttpResponse<String> answer, String asked) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> Set.of("date", "x-request-id").contains(name.toLowerCase(Locale.ROOT)));
        if (!asked.equals(NOBODY) && asked.length() != NOBODY.length() && asked.length() != NOWHERE.length()) {
            headers.remove("content-length");
        }
        String told = answer.statusCode() + " " + headers + " "
                + answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "").replaceAll("<updated>[^<]*</updated>", "");
        return told.replace(encoded(asked), "#").replace(asked, "#").replace(capitalised(asked), "#");
    }
}
