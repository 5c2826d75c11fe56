package org.onrecord.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Subselect;
import org.onrecord.search.index.IndexedArticle;
import org.onrecord.search.index.IndexedEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenSearch asked directly, over the very documents the archive indexes: the same fields, the same analysis, the same
 * weights, and the members that the archive's lists show kept beside them.
 *
 * @param oneField whether words are looked for as the archive does it, in one field that holds headline and text, or as
 *     OpenSearch is commonly asked, in both fields at once with a weight for each
 */
record OpenSearchOverHttp(int port, ProcessHandle process, boolean oneField) implements Contender {

    private static final int BATCH = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private static final String ANALYSIS = """
            "settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1",
              "analysis": {
                "filter": {
                  "possessive": {"type": "stemmer", "language": "possessive_english"},
                  "start": {"type": "edge_ngram", "min_gram": 1, "max_gram": 20, "preserve_original": true}},
                "analyzer": {
                  "text": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "possessive",
                    "keyword_repeat", "kstem", "remove_duplicates"]},
                  "text_query": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "possessive", "kstem"]},
                  "name": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "possessive"]},
                  "name_start": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "possessive",
                    "start"]}}}}""";

    private static final String ARTICLES = """
            {%s, "mappings": {"dynamic": false, "_source": {"excludes": ["words", "summary"]}, "properties": {
              "words": {"type": "text", "analyzer": "text", "search_analyzer": "text_query"},
              "headline": {"type": "text", "analyzer": "text", "search_analyzer": "text_query"},
              "body": {"type": "text", "analyzer": "text", "search_analyzer": "text_query"},
              "quotes": {"type": "text", "analyzer": "text", "search_analyzer": "text_query"},
              "speakers": {"type": "text", "analyzer": "name"},
              "entities": {"type": "text", "analyzer": "name"},
              "speaker_ids": {"type": "keyword"}, "entity_ids": {"type": "keyword"},
              "outlet": {"type": "keyword"}, "section": {"type": "keyword"}, "tags": {"type": "keyword"},
              "published_at": {"type": "date"}}}}""".formatted(ANALYSIS);

    private static final String ENTITIES = """
            {%s, "mappings": {"dynamic": false, "properties": {
              "names": {"type": "text", "analyzer": "name_start", "search_analyzer": "name"},
              "prominence": {"type": "long"}}}}""".formatted(ANALYSIS);

    /** An index without anything in it, made when the others are full. */
    private static final String FILLED = "/filled";

    /** What the archive's lists show of an article. */
    private static final List<String> SHOWN = List.of(
            "url",
            "headline",
            "standfirst",
            "byline",
            "outlet",
            "section",
            "tags",
            "language",
            "published_at",
            "ingested_at",
            "word_count",
            "text_sha256");

    /** Fills both indexes from the archive's rows, where they are not there yet; merged as they come. */
    void prepare(Connection database) throws SQLException, IOException {
        try (var http = new HttpConnection(port)) {
            if (http.send("HEAD", FILLED, "", new byte[0]).status() == 200) {
                return;
            }
            expect(http, "DELETE", "/article,entity?ignore_unavailable=true", "");
            expect(http, "PUT", "/article", ARTICLES);
            expect(http, "PUT", "/entity", ENTITIES);
            database.setAutoCommit(false);
            fill(http, database, "article", """
                    select d.*, array_fill(d.headline, array[5]) || d.body as words, v.standfirst, v.byline, v.word_count, v.text_sha256, a.url
                    from (%s) d join article a on a.id = d.id
                    join article_version v on v.article_id = d.id and v.number = a.current_version""".formatted(rows(IndexedArticle.class)));
            fill(http, database, "entity", rows(IndexedEntity.class));
            database.setAutoCommit(true);
            expect(http, "POST", "/_refresh", "");
            expect(http, "POST", "/_flush", "");
            expect(http, "PUT", FILLED, "");
        }
    }

    private static String rows(Class<?> document) {
        return document.getAnnotation(Subselect.class).value();
    }

    private static void fill(HttpConnection http, Connection database, String index, String sql)
            throws SQLException, IOException {
        try (Statement statement = database.createStatement()) {
            statement.setFetchSize(BATCH);
            var bulk = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("select id, row_to_json(d)::text from (" + sql + ") d")) {
                for (int count = 1; rows.next(); count++) {
                    bulk.append("{\"index\":{\"_id\":\"")
                            .append(rows.getString(1))
                            .append("\"}}\n");
                    bulk.append(rows.getString(2)).append('\n');
                    if (count % BATCH == 0) {
                        send(http, index, bulk);
                    }
                }
            }
            send(http, index, bulk);
        }
    }

    private static void send(HttpConnection http, String index, StringBuilder bulk) throws IOException {
        if (!bulk.isEmpty()) {
            var answer = expect(http, "POST", "/" + index + "/_bulk", bulk.toString());
            if (answer.text().contains("\"errors\":true")) {
                throw new IllegalStateException(answer.text());
            }
            bulk.setLength(0);
        }
    }

    private static HttpConnection.Answer expect(HttpConnection http, String method, String target, String body)
            throws IOException {
        var answer = http.send(method, target, "application/json", body.getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 200) {
            throw new IllegalStateException(method + " " + target + ": " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    @Override
    public String name() {
        return oneField ? "OpenSearch, one field" : "OpenSearch";
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of(process);
    }

    @Override
    public Asker connect() throws IOException {
        var http = new HttpConnection(port);
        return new Asker() {
            @Override
            public void ask(Question question) throws IOException {
                answer(http, question);
            }

            @Override
            public void close() throws IOException {
                http.close();
            }
        };
    }

    private HttpConnection.Answer answer(HttpConnection http, Question question) throws IOException {
        return switch (question.kind()) {
            case BY_ID -> expect(http, "GET", "/article/_doc/" + question.id(), "");
            case SUGGEST -> expect(http, "POST", "/entity/_search", JSON.writeValueAsString(suggested(question)));
            default -> expect(http, "POST", "/article/_search", JSON.writeValueAsString(search(question)));
        };
    }

    private static Map<String, Object> suggested(Question question) {
        return Map.of(
                "query", Map.of("match", Map.of("names", question.word())),
                "sort", List.of(Map.of("prominence", "desc")),
                "track_total_hits", false,
                "_source", List.of("name", "type"),
                "size", 10);
    }

    private Map<String, Object> search(Question question) {
        Map<String, Object> search = new HashMap<>(
                Map.of("query", query(question), "_source", SHOWN, "size", 20, "track_total_hits", 10_000));
        switch (question.kind()) {
            case NEWEST -> search.put("sort", List.of(Map.of("published_at", "desc")));
            case FACETS ->
                search.put(
                        "aggs",
                        Map.of(
                                "outlet",
                                terms("outlet"),
                                "section",
                                terms("section"),
                                "speaker",
                                terms("speaker_ids")));
            default -> {}
        }
        return search;
    }

    private static Map<String, Object> terms(String field) {
        return Map.of("terms", Map.of("field", field, "size", 10));
    }

    private Map<String, Object> query(Question question) {
        return switch (question.kind()) {
            case PHRASE -> places("phrase", String.join(" ", question.words()));
            case BOOLEAN -> {
                List<Map<String, Object>> words = question.words().stream()
                        .map(word -> places("most_fields", word))
                        .toList();
                yield bool(Map.of(
                        "must",
                        List.of(words.get(0), bool(Map.of("should", List.of(words.get(1), words.get(2))))),
                        "must_not",
                        List.of(words.get(3))));
            }
            case SPEAKER ->
                bool(Map.of(
                        "must", List.of(places("most_fields", question.word())),
                        "filter", List.of(Map.of("term", Map.of("speaker_ids", String.valueOf(question.id()))))));
            default -> places("most_fields", question.word());
        };
    }

    private Map<String, Object> places(String type, String words) {
        if (oneField) {
            return Map.of(type.equals("phrase") ? "match_phrase" : "match", Map.of("words", words));
        }
        return Map.of("multi_match", Map.of("query", words, "type", type, "fields", List.of("headline^2.5", "body")));
    }

    private static Map<String, Object> bool(Map<String, Object> clauses) {
        return Map.of("bool", clauses);
    }
}
