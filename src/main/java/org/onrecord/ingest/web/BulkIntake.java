package org.onrecord.ingest.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.Failures;
import org.onrecord.api.LineAudit;
import org.onrecord.api.Problems;
import org.onrecord.api.RequestIds;
import org.onrecord.api.input.JsonBodies;
import org.onrecord.api.input.Limits;
import org.onrecord.api.input.WellFormedText;
import org.onrecord.api.problem.ContentTooLarge;
import org.onrecord.api.problem.Problem;
import org.onrecord.api.problem.Unavailable;
import org.onrecord.archive.ArticleAddress;
import org.onrecord.archive.ArticleRequest;
import org.onrecord.archive.LongTexts;
import org.onrecord.archive.Receipt;
import org.onrecord.ingest.Intake;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.kernel.Gate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Takes many articles in, a line each. Lines are prepared side by side, a few ahead, and stored one after the
 * other in their order, each in a transaction of its own: the answer to a line says that it is stored.
 */
@Component
class BulkIntake implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(BulkIntake.class);
    private static final int PREPARERS = Runtime.getRuntime().availableProcessors();

    /** More would share the same preparers and the same gate into the database, and get none of it done sooner. */
    private static final int UPLOADS = 8;

    /** Enough that no preparer waits for a store, few enough that the longest lines fit into memory. */
    private static final int AHEAD = 2 * PREPARERS;

    private final Intake intake;
    private final ArticleDeliveries deliveries;
    private final JsonBodies json;
    private final LineAudit audit;
    private final LongTexts longTexts;
    /** Each upload holds a few of the longest lines in memory for as long as it lasts. */
    private final Gate uploads = Gate.withoutWaiting(UPLOADS, "Too many uploads are under way; send this one later.");

    private final ExecutorService preparers = Executors.newFixedThreadPool(PREPARERS, task -> {
        Thread thread = new Thread(task, "bulk-preparer");
        thread.setDaemon(true);
        return thread;
    });

    BulkIntake(Intake intake, ArticleDeliveries deliveries, JsonBodies json, LineAudit audit, LongTexts longTexts) {
        this.intake = intake;
        this.deliveries = deliveries;
        this.json = json;
        this.audit = audit;
        this.longTexts = longTexts;
    }

    @Override
    public void destroy() {
        preparers.shutdown();
    }

    /**
     * Takes an upload in.
     *
     * @param stored run after the last line is stored, before the summary is answered
     * @throws Unavailable if there are too many uploads already
     */
    void take(InputStream lines, OutputStream answers, boolean clean, Caller by, Runnable stored) throws IOException {
        try (Gate.Place place = uploads.enter()) {
            new Upload(lines, answers, clean, by).run(stored);
        }
    }

    /**
     * The answer to one line.
     *
     * @param line counting from 1
     * @param status as the article alone would have been answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineResult(
            long line,
            int status,
            Receipt.@Nullable Result result,
            @Nullable UUID id,
            @Nullable ProblemDetail problem) {}

    /** The last line of an answer: how many lines came to what. */
    record Summary(Counts summary) {

        record Counts(long lines, long created, long versioned, long updated, long unchanged, long failed) {}
    }

    /** One upload, from its first line to its summary. */
    private final class Upload {

        private final NdjsonLines lines;
        private final OutputStream answers;
        private final boolean clean;
        private final Caller by;
        private final Deque<CompletableFuture<PreparedArticle>> ahead = new ArrayDeque<>();
        private final long[] results = new long[Receipt.Result.values().length];
        private long answered;
        private long failed;
        private @Nullable Problem away;

        Upload(InputStream lines, OutputStream answers, boolean clean, Caller by) {
            this.lines = new NdjsonLines(lines, Limits.BULK_LINE_BYTES);
            this.answers = answers;
            this.clean = clean;
            this.by = by;
        }

        void run(Runnable stored) throws IOException {
            for (NdjsonLines.Line line = lines.next(); line != null; line = lines.next()) {
                NdjsonLines.Line taken = line;
                ahead.add(CompletableFuture.supplyAsync(() -> prepare(taken), preparers));
                if (ahead.size() >= AHEAD) {
                    answerNext();
                }
            }
            while (!ahead.isEmpty()) {
                answerNext();
            }
            stored.run();
            write(new Summary(new Summary.Counts(
                    answered,
                    results[Receipt.Result.CREATED.ordinal()],
                    results[Receipt.Result.VERSIONED.ordinal()],
                    results[Receipt.Result.UPDATED.ordinal()],
                    results[Receipt.Result.UNCHANGED.ordinal()],
                    failed)));
        }

        private PreparedArticle prepare(NdjsonLines.Line line) {
            if (line.bytes() == null) {
                throw new ContentTooLarge("line", Limits.BULK_LINE_BYTES, "bytes");
            }
            ArticleRequest request = json.read(WellFormedText.decoded(line.bytes()), ArticleRequest.class);
            return intake.prepare(deliveries.of(request, clean));
        }

        private void answerNext() throws IOException {
            answered++;
            CompletableFuture<PreparedArticle> next = ahead.remove();
            try {
                Problem unavailable = away;
                write(unavailable == null ? stored(next.join()) : refused(unavailable));
            } catch (RuntimeException failure) {
                Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
                write(refused(cause == null ? failure : cause));
            }
        }

        private LineResult stored(PreparedArticle prepared) {
            Receipt receipt = longTexts.store(
                    prepared.text().body().length(),
                    () -> intake.store(
                            prepared,
                            by,
                            stored -> audit.record(answered, status(stored), ArticleAddress.of(stored.articleId()))));
            results[receipt.result().ordinal()]++;
            return new LineResult(answered, status(receipt), receipt.result(), receipt.articleId(), null);
        }

        private static int status(Receipt receipt) {
            return (receipt.result() == Receipt.Result.CREATED ? HttpStatus.CREATED : HttpStatus.OK).value();
        }

        /** A database that is away is not asked again for every line still to come. */
        private LineResult refused(Throwable failure) {
            failed++;
            ProblemDetail detail = Failures.asProblem(failure)
                    .map(problem -> {
                        away = problem instanceof Unavailable ? problem : away;
                        return problem.getBody();
                    })
                    .orElseGet(() -> {
                        log.error("line {} of a bulk upload could not be stored", answered, failure);
                        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "The line could not be stored.");
                    });
            Problems.complete(detail, null, RequestIds.current());
            return new LineResult(answered, detail.getStatus(), null, null, detail);
        }

        private void write(Object line) throws IOException {
            answers.write((json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
            answers.flush();
        }
    }
}
