package org.onrecord.api.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Cursors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The secret cursors are sealed with, kept in the database: so it outlives restarts, and processes on one archive share
 * it. Made by whoever needs it first.
 */
class DatabaseSigningKey implements Cursors.SigningKey {

    private static final String NAME = "cursor";

    private final JdbcClient database;
    private final Clock clock;
    private volatile byte @Nullable [] secret;

    DatabaseSigningKey(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public byte[] bytes() {
        byte[] known = secret;
        if (known == null) {
            known = fetched();
            secret = known;
        }
        return known;
    }

    private byte[] fetched() {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        database.sql("""
                        insert into signing_key (name, secret, created_at) values (?, ?, ?)
                        on conflict (name) do nothing
                        """)
                .params(NAME, fresh, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return database.sql("select secret from signing_key where name = ?")
                .param(NAME)
                .query((row, number) -> row.getBytes(1))
                .single();
    }
}
