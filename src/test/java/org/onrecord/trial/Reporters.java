package org.onrecord.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who send articles without a pause. An article is sent again until the archive has taken it, as a real newsroom
 * would, so a commit whose answer was lost must not become a second article.
 */
final class Reporters implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** Far beyond what is allowed, so that a hang is measured and not cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int LINES = 20;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ArchiveProcess archive;
    private final AckLog log;
    private final AtomicInteger next;
    private final List<Thread> people = new ArrayList<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong lastTakenNanos = new AtomicLong(System.nanoTime());
    private volatile boolean open = true;

    /**
     * @param next the number of the next article, shared by newsrooms that follow each other
     * @param writers how many send one article at a time
     * @param bulkWriters how many send twenty at a time
     */
    Reporters(ArchiveProcess archive, AckLog log, AtomicInteger next, int writers, int bulkWriters) {
        this.archive = archive;
        this.log = log;
        this.next = next;
        for (int person = 0; person < writers; person++) {
            people.add(new Thread(this::sendOneByOne, "writer-" + person));
        }
        for (int person = 0; person < bulkWriters; person++) {
            people.add(new Thread(this::sendInBulk, "bulk-writer-" + person));
        }
        people.forEach(Thread::start);
    }

    private void sendOneByOne() {
        while (open) {
            SentArticle delivery = new SentArticle(next.getAndIncrement());
            while (open && !taken(delivery)) {
                Trial.pause(Duration.ofMillis(50));
            }
        }
    }

    private boolean taken(SentArticle delivery) {
        HttpRequest request = HttpRequest.newBuilder(archive.uri("/api/v1/articles"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(delivery.json()))
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            note(start, answer.statusCode());
            if (answer.statusCode() / 100 == 2) {
                acknowledge(JSON.readTree(answer.body()).path("id").asString(), delivery.number());
                return true;
            }
            if (!saysComeBack(answer)) {
                wrong.add(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
            }
        } catch (IOException e) {
            note(start, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static boolean saysComeBack(HttpResponse<String> answer) {
        return answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }

    private void sendInBulk() {
        List<SentArticle> deliveries = new ArrayList<>();
        while (open) {
            while (deliveries.size() < LINES) {
                deliveries.add(new SentArticle(next.getAndIncrement()));
            }
            takenInBulk(deliveries);
            Trial.pause(Duration.ofMillis(50));
        }
    }

    /** Sends a line for each delivery and forgets those that were taken. */
    private void takenInBulk(List<SentArticle> deliveries) {
        List<SentArticle> sent = List.copyOf(deliveries);
        String lines = String.join("\n", sent.stream().map(SentArticle::json).toList()) + "\n";
        HttpRequest request = HttpRequest.newBuilder(archive.uri("/api/v1/articles/bulk"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<Stream<String>> answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
            note(start, answer.statusCode());
            if (answer.statusCode() == 200) {
                answer.body().forEach(line -> readResult(line, sent, deliveries));
            } else if (answer.statusCode() != 503) {
                wrong.add(answer.statusCode() + " to a bulk request: "
                        + answer.body().toList());
            }
        } catch (IOException | UncheckedIOException e) {
            note(start, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readResult(String line, List<SentArticle> sent, List<SentArticle> left) {
        JsonNode result = JSON.readTree(line);
        int status = result.path("status").asInt(0);
        if (result.has("line") && status / 100 == 2) {
            SentArticle delivery = sent.get(result.path("line").asInt() - 1);
            acknowledge(result.path("id").asString(), delivery.number());
            left.remove(delivery);
        } else if (result.has("line") && status != 503) {
            wrong.add("in bulk: " + line);
        }
    }

    private void acknowledge(String id, int number) {
        log.acknowledge(id, number);
        lastTakenNanos.set(System.nanoTime());
        taken.incrementAndGet();
    }

    private void note(long start, Object outcome) {
        long took = System.nanoTime() - start;
        slowestNanos.accumulateAndGet(took, Math::max);
        String name = outcome instanceof Throwable failure ? failure.getClass().getSimpleName() : outcome.toString();
        synchronized (answers) {
            answers.merge(name, 1, Integer::sum);
        }
    }

    /** How often each status, or each failure to get one, was met. */
    Map<String, Integer> answers() {
        synchronized (answers) {
            return new TreeMap<>(answers);
        }
    }

    /** Answers nobody should get: neither success nor a request to come back later. */
    List<String> wrongAnswers() {
        return List.copyOf(wrong);
    }

    Duration slowest() {
        return Duration.ofNanos(slowestNanos.get());
    }

    /** Waits until the archive has taken a number of articles: before that it is still warming up. */
    void awaitTaken(int articles) {
        if (!Trial.comesTrue(Duration.ofSeconds(120), () -> taken.get() >= articles)) {
            throw new AssertionError("only " + taken + " articles were taken in: " + answers() + " " + wrong);
        }
    }

    /** Whether an article was taken after a moment of {@link System#nanoTime()}. */
    boolean hasBeenTakenSince(long nanos) {
        return lastTakenNanos.get() - nanos > 0;
    }

    /** Lets everybody finish what they are sending. */
    @Override
    public void close() {
        open = false;
        for (Thread person : people) {
            try {
                person.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
