package org.onrecord.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long after a write was answered search finds it. Every article written has a word of its own in its headline,
 * which is looked for again and again until it is found.
 */
final class Freshness {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int port;
    private final ArticleGenerator generator;
    private final String run = Long.toString(System.nanoTime(), 36);
    private int next;

    /** @param from number of the first article to write, that no archive has yet */
    Freshness(int port, ArticleGenerator generator, int from) {
        this.port = port;
        this.generator = generator;
        this.next = from;
    }

    /** Writes so many articles at a steady rate. Microseconds from the answer to being found. */
    Histogram afterSteadyWrites(int count, Duration between) throws Exception {
        ExecutorService lookers = Executors.newFixedThreadPool(4);
        try (var http = new HttpConnection(port)) {
            List<Future<Long>> found = new ArrayList<>();
            long due = System.nanoTime();
            for (int i = 0; i < count; i++) {
                String word = write(http, "");
                long answered = System.nanoTime();
                found.add(lookers.submit(() -> micros(answered, awaitTotal(word, 1))));
                due += between.toNanos();
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            }
            var histogram = new Histogram(3);
            for (Future<Long> each : found) {
                histogram.recordValue(each.get());
            }
            return histogram;
        } finally {
            lookers.shutdownNow();
        }
    }

    /**
     * Writes articles with {@code refresh=wait} and looks once after each. Microseconds the answers took.
     *
     * @throws IllegalStateException if one was answered and not found
     */
    Histogram ofAwaitedWrites(int count) throws IOException {
        var histogram = new Histogram(3);
        try (var http = new HttpConnection(port)) {
            for (int i = 0; i < count; i++) {
                long start = System.nanoTime();
                String word = write(http, "?refresh=wait");
                histogram.recordValue(micros(start, System.nanoTime()));
                if (total(http, word) != 1) {
                    throw new IllegalStateException("answered, but search does not see " + word);
                }
            }
        }
        return histogram;
    }

    /** Hands in so many articles at once. How long that took, and how long after it all of them were found. */
    Bulk afterBulk(int count) throws Exception {
        var lines = new StringBuilder();
        String word = "x" + run + "bulk" + next;
        for (int i = 0; i < count; i++) {
            lines.append(article(word)).append('\n');
        }
        try (var http = new HttpConnection(port)) {
            long start = System.nanoTime();
            var answer = http.send(
                    "POST",
                    "/api/v1/articles/bulk",
                    "application/x-ndjson",
                    lines.toString().getBytes(StandardCharsets.UTF_8));
            long answered = System.nanoTime();
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.text());
            }
            long found = awaitTotal(word, count);
            return new Bulk(count, Duration.ofNanos(answered - start), Duration.ofNanos(Math.max(0, found - answered)));
        }
    }

    /**
     * A delivery of many articles.
     *
     * @param stored from the first byte sent to the last byte of the answer
     * @param lag from there until search found all
     */
    record Bulk(int articles, Duration stored, Duration lag) {}

    private String write(HttpConnection http, String parameters) throws IOException {
        String word = "x" + run + "n" + next;
        var answer = http.send(
                "POST",
                "/api/v1/articles" + parameters,
                "application/json",
                article(word).getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return word;
    }

    private String article(String word) {
        var article = (tools.jackson.databind.node.ObjectNode)
                JSON.readTree(generator.article(next).json());
        article.put("headline", article.path("headline").asString() + " " + word);
        article.put("url", article.path("url").asString() + "/" + run);
        next++;
        return JSON.writeValueAsString(article);
    }

    private long awaitTotal(String word, int total) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var http = new HttpConnection(port)) {
            while (total(http, word) < total) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("not found after " + PATIENCE + ": " + word);
                }
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            return System.nanoTime();
        }
    }

    private static int total(HttpConnection http, String word) throws IOException {
        JsonNode list = JSON.readTree(
                http.get("/api/v1/articles?limit=1&q=headline:" + word).body());
        return list.path("total").asInt(-1);
    }

    private static long micros(long start, long end) {
        return Math.max(0, end - start) / 1_000;
    }
}
