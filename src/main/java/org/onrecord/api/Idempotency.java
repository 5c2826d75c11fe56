package org.onrecord.api;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a request once, however often it is sent: its answer is stored under the caller's key in the transaction of its
 * effect, and given again for a day. A request that fails leaves no trace and may be tried again.
 */
@Component
public class Idempotency {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** Tells that an answer was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final List<String> STORED_HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.LINK);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JsonMapper mapper;
    private final Clock clock;

    Idempotency(JdbcClient database, PlatformTransactionManager transactions, JsonMapper mapper, Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * The answer given before, where there is one: to be asked before slow work is begun for nothing.
     *
     * @throws IdempotencyKeyReused when the key stands for another request
     */
    public Optional<ResponseEntity<Object>> replay(IdempotencyKey key) {
        return key.value() == null ? Optional.empty() : stored(key).map(found -> answer(key, found));
    }

    /**
     * Does the effect and stores its answer, in one transaction, or gives the answer it had.
     *
     * @param effect changes the archive and says what to answer; joins the transaction
     * @throws IdempotencyKeyReused when the key stands for another request
     */
    public ResponseEntity<Object> once(IdempotencyKey key, Supplier<? extends ResponseEntity<?>> effect) {
        if (key.value() == null) {
            return widened(effect.get());
        }
        var answer = transaction.execute(status -> {
            if (!claim(key)) {
                // Nothing is done, so nothing is to be recorded of it either.
                status.setRollbackOnly();
                return answer(key, stored(key).orElseThrow());
            }
            var fresh = effect.get();
            store(key, fresh);
            return widened(fresh);
        });
        return Objects.requireNonNull(answer);
    }

    /** Takes the key, waiting for another request with the same key to end; false when that one has done the work. */
    private boolean claim(IdempotencyKey key) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        forgetExpired(key, now);
        return database.sql("""
                        insert into idempotent_request (key, scope, request_sha256, status, expires_at)
                        values (?, ?, ?, 0, ?)
                        on conflict (key, scope) do nothing
                        """)
                        .param(key.value())
                        .param(key.scope())
                        .param(key.request().get())
                        .param(now.plus(KEPT))
                        .update()
                == 1;
    }

    private void forgetExpired(IdempotencyKey key, OffsetDateTime now) {
        database.sql("delete from idempotent_request where key = ? and scope = ? and expires_at <= ?")
                .param(key.value())
                .param(key.scope())
                .param(now)
                .update();
        // Each new key clears a few old ones away, so that nothing else has to.
        database.sql("""
                        delete from idempotent_request where ctid in (
                            select ctid from idempotent_request where expires_at <= ?
                             order by expires_at limit 20 for update skip locked)
                        """).param(now).update();
    }

    private void store(IdempotencyKey key, ResponseEntity<?> answer) {
        var headers = new HttpHeaders();
        STORED_HEADERS.forEach(
                name -> answer.getHeaders().getOrDefault(name, List.of()).forEach(value -> headers.add(name, value)));
        database.sql("""
                        update idempotent_request
                           set status = ?, headers = ?, body = ?
                         where key = ? and scope = ?
                        """)
                .param(answer.getStatusCode().value())
                .param(mapper.writeValueAsString(headers.toSingleValueMap()))
                .param(answer.getBody() == null ? null : mapper.writeValueAsString(answer.getBody()))
                .param(key.value())
                .param(key.scope())
                .update();
    }

    private Optional<Stored> stored(IdempotencyKey key) {
        return database.sql("""
                        select request_sha256, status, headers, body
                          from idempotent_request
                         where key = ? and scope = ? and expires_at > ?
                        """)
                .param(key.value())
                .param(key.scope())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Stored(row.getBytes(1), row.getInt(2), row.getString(3), row.getString(4)))
                .optional();
    }

    private ResponseEntity<Object> answer(IdempotencyKey key, Stored stored) {
        if (!Arrays.equals(stored.request(), key.request().get())) {
            throw new IdempotencyKeyReused();
        }
        var answer = ResponseEntity.status(stored.status()).header(REPLAYED, "true");
        if (stored.headers() != null) {
            mapper.readTree(stored.headers())
                    .properties()
                    .forEach(header ->
                            answer.header(header.getKey(), header.getValue().asString()));
        }
        if (stored.body() == null) {
            return answer.build();
        }
        JsonNode body = mapper.readTree(stored.body());
        return answer.contentType(MediaType.APPLICATION_JSON).body(body);
    }

    @SuppressWarnings("unchecked")
    private static ResponseEntity<Object> widened(ResponseEntity<?> answer) {
        return (ResponseEntity<Object>) answer;
    }

    private record Stored(
            byte[] request,
            int status,
            @Nullable String headers,
            @Nullable String body) {}

    /** 422: the key was used for another request. */
    public static class IdempotencyKeyReused extends Problem {

        IdempotencyKeyReused() {
            super(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "Idempotency-Key used before",
                    "The key was sent before with another request; a new request needs a new key.");
        }
    }
}
