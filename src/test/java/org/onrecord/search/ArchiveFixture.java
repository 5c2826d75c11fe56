package org.onrecord.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleChanged;
import org.onrecord.entity.NamedEntityChanged;
import org.onrecord.entity.identity.NameKey;
import org.onrecord.kernel.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes articles straight into the archive's tables, as ingesting them would, and outlets and entities as if by hand. */
public final class ArchiveFixture {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    public ArchiveFixture(JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    public UUID outlet(String slug, String name) {
        UUID id = Ids.next();
        jdbc.sql("insert into outlet (id, version, slug, name, by_hand, created_at) values (?, 0, ?, ?, true, now())")
                .params(id, slug, name)
                .update();
        return id;
    }

    public UUID entity(String type, String name, String... aliases) {
        UUID id = Ids.next();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into named_entity
                                (id, version, type, name, external_ids, by_hand, created_at, modified_at)
                            values (?, 0, ?, ?, '{}', true, now(), now())
                            """).params(id, type, name).update();
            name(id, name, "PRIMARY");
            for (String alias : aliases) {
                name(id, alias, "ALIAS");
            }
            events.publishEvent(new NamedEntityChanged(id));
        });
        return id;
    }

    public void alias(UUID entity, String name) {
        transaction.executeWithoutResult(status -> {
            name(entity, name, "ALIAS");
            events.publishEvent(new NamedEntityChanged(entity));
        });
    }

    private void name(UUID entity, String name, String kind) {
        jdbc.sql("insert into entity_name (id, entity_id, name, name_key, kind, by_hand) values (?, ?, ?, ?, ?, true)")
                .params(Ids.next(), entity, name, NameKey.of(name).value(), kind)
                .update();
    }

    public Draft anArticle(String headline, String body) {
        return new Draft(headline, body);
    }

    public void become(UUID article, String status) {
        change("update article set status = :status where id = :id", article, status);
    }

    public void delete(UUID article) {
        change("update article set deleted_at = now() where id = :id", article, null);
    }

    private void change(String sql, UUID article, @Nullable String status) {
        transaction.executeWithoutResult(ignored -> {
            jdbc.sql(sql).param("status", status).param("id", article).update();
            events.publishEvent(new ArticleChanged(article));
        });
    }

    /** An article being put together. */
    public final class Draft {

        private final String headline;
        private final String body;
        private @Nullable UUID outlet;
        private @Nullable String section;
        private String[] tags = {};
        private Instant publishedAt = Instant.parse("2024-05-01T10:00:00Z");
        private final List<Runnable> more = new ArrayList<>();
        private final UUID id = Ids.next();

        private Draft(String headline, String body) {
            this.headline = headline;
            this.body = body;
        }

        public Draft in(UUID outlet) {
            this.outlet = outlet;
            return this;
        }

        public Draft section(String section) {
            this.section = section;
            return this;
        }

        public Draft tagged(String... tags) {
            this.tags = tags;
            return this;
        }

        public Draft on(String instant) {
            this.publishedAt = Instant.parse(instant);
            return this;
        }

        public Draft naming(UUID entity, String text) {
            more.add(() -> {
                int start = body.indexOf(text);
                jdbc.sql("""
                                insert into mention
                                    (id, article_id, article_version, entity_id, span_start, span_end, text, kind)
                                values (?, ?, 1, ?, ?, ?, ?, 'NAME')
                                """)
                        .params(Ids.next(), id, entity, start, start + text.length(), text)
                        .update();
            });
            return this;
        }

        public Draft quoting(@Nullable UUID speaker, @Nullable String name, String content) {
            more.add(() -> {
                int start = body.indexOf(content);
                jdbc.sql("""
                                insert into quote (id, version, article_id, article_version, kind, content, content_start,
                                    content_end, segments, speaker_name, speaker_id, confidence, reason, status, prefix,
                                    suffix, created_at, modified_at)
                                values (?, 0, ?, 1, 'DIRECT', ?, ?, ?, jsonb_build_array(jsonb_build_object(
                                    'start', ?, 'end', ?, 'text', ?)), ?, ?, 0.9, 'cue', 'EXTRACTED', '', '', now(), now())
                                """)
                        .params(
                                Ids.next(),
                                id,
                                content,
                                start,
                                start + content.length(),
                                start,
                                start + content.length(),
                                content,
                                name,
                                speaker)
                        .update();
            });
            return this;
        }

        /** Stores it in one transaction. */
        public UUID store() {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("""
                                insert into article (id, version, outlet_id, received_sha256, status, published_at,
                                    ingested_at, section, tags, language, current_version)
                                values (?, 0, ?, ?, 'PUBLISHED', ?, now(), ?, ?, 'en', 1)
                                """)
                        .params(id, outlet, id.toString(), java.sql.Timestamp.from(publishedAt), section, tags)
                        .update();
                jdbc.sql("""
                                insert into article_version (id, article_id, number, headline, body, text_sha256,
                                    word_count, removed, shown, reason, created_at)
                                values (?, ?, 1, ?, ?, '', 1, '[]', true, 'RECEIVED', now())
                                """).params(Ids.next(), id, headline, body).update();
                more.forEach(Runnable::run);
                events.publishEvent(new ArticleChanged(id));
            });
            return id;
        }
    }
}
