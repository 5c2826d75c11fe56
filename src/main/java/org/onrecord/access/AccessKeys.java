package org.onrecord.access;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.kernel.Ids;
import org.onrecord.kernel.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The keys there are. A secret is 256 random bits and stored as its SHA-256: there is no dictionary from which so long a
 * random number could be guessed, so the slow hashes passwords need would protect nothing here and cost every request
 * their time; and equal digests can be looked up by index.
 */
@Component
public class AccessKeys {

    /** What every secret begins with, so that people and leak scanners know one when they see it. */
    public static final String PREFIX = "or_";

    private static final int SECRET_BYTES = 32;
    private static final int HINT_LENGTH = 8;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    /** How long it is taken for granted that nobody made a first key beside this process. */
    private static final Duration NONE_BELIEVED = Duration.ofSeconds(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String COLUMNS =
            "id, version, name, role, hint, created_at, created_by, expires_at, revoked_at, last_used_at";

    private final JdbcClient database;
    private final Clock clock;
    private volatile boolean made;
    private volatile long noneSeen = System.nanoTime() - NONE_BELIEVED.toNanos();

    AccessKeys(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes a key.
     *
     * @param createdBy the id of the caller who gives it
     * @param expiresAt when it stops working, null for never
     */
    @Transactional
    public NewKey create(String name, Role role, String createdBy, @Nullable Instant expiresAt) {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var key = new AccessKey(
                Ids.next(),
                0,
                name,
                role,
                secret.substring(0, HINT_LENGTH),
                clock.instant(),
                createdBy,
                expiresAt,
                null,
                null);
        database.sql("""
                        insert into access_key
                            (id, name, role, secret_sha256, hint, created_at, created_by, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(key.id())
                .param(name)
                .param(role.name())
                .param(Sha256.of(secret))
                .param(key.hint())
                .param(time(key.createdAt()))
                .param(createdBy)
                .param(time(expiresAt))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                made = true;
            }
        });
        return new NewKey(key, secret);
    }

    /** The key with this secret if it opens anything now; notes that it was used. */
    public Optional<AccessKey> open(String secret) {
        var now = clock.instant();
        var key = database.sql("select " + COLUMNS + " from access_key where secret_sha256 = ?")
                .param(Sha256.of(secret))
                .query(AccessKeys::key)
                .optional()
                .filter(found -> found.isValidAt(now));
        key.ifPresent(found -> noteUse(found, now));
        return key;
    }

    private void noteUse(AccessKey key, Instant now) {
        var lastUsed = key.lastUsedAt();
        if (lastUsed == null || lastUsed.plus(USE_NOTED_EVERY).isBefore(now)) {
            database.sql("update access_key set last_used_at = ? where id = ?")
                    .param(time(now))
                    .param(key.id())
                    .update();
        }
    }

    /**
     * Whether a key was ever made: from then on one is asked for, even when all have been revoked since. A key made by
     * this process counts at once, one made beside it within a second.
     */
    public boolean anyEverMade() {
        long now = System.nanoTime();
        if (!made && now - noneSeen >= NONE_BELIEVED.toNanos()) {
            if (database.sql("select exists (select from access_key)")
                    .query(Boolean.class)
                    .single()) {
                made = true;
            } else {
                noneSeen = now;
            }
        }
        return made;
    }

    public Optional<AccessKey> find(UUID id) {
        return database.sql("select " + COLUMNS + " from access_key where id = ?")
                .param(id)
                .query(AccessKeys::key)
                .optional();
    }

    /**
     * Keys, the newest first.
     *
     * @param total how many there are in all
     */
    public record Listed(List<AccessKey> keys, long total) {}

    /**
     * Lists keys.
     *
     * @param before those made before this one only, or null to begin
     */
    @Transactional(readOnly = true)
    public Listed list(int limit, @Nullable UUID before) {
        var keys = database.sql("select " + COLUMNS
                        + " from access_key where cast(:before as uuid) is null or id < :before"
                        + " order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(AccessKeys::key)
                .list();
        return new Listed(
                keys,
                database.sql("select count(*) from access_key")
                        .query(Long.class)
                        .single());
    }

    /**
     * Renames a key or sets when it expires.
     *
     * @return false when it has been changed since this version
     */
    @Transactional
    public boolean change(UUID id, long version, String name, @Nullable Instant expiresAt) {
        return database.sql("""
                        update access_key set name = ?, expires_at = ?, version = version + 1
                         where id = ? and version = ?
                        """)
                        .param(name)
                        .param(time(expiresAt))
                        .param(id)
                        .param(version)
                        .update()
                == 1;
    }

    /**
     * Takes a key back; it opens nothing from now on. Taking it back again changes nothing.
     *
     * @return false when it has been changed since this version
     */
    @Transactional
    public boolean revoke(UUID id, long version) {
        return database.sql("""
                        update access_key set revoked_at = coalesce(revoked_at, ?), version = version + 1
                         where id = ? and version = ?
                        """)
                        .param(time(clock.instant()))
                        .param(id)
                        .param(version)
                        .update()
                == 1;
    }

    private static AccessKey key(ResultSet row, int number) throws SQLException {
        return new AccessKey(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("hint"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
