package org.onrecord.search.measure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.onrecord.kernel.Ids;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Articles as an archive holds them, of generated words: some 450 words, four quotes and twelve mentions each, written
 * straight into the tables as one ingested article would be.
 */
public final class GeneratedArchive {

    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");
    private static final int OUTLETS = 40;
    private static final String[] SECTIONS = {"World", "Politics", "Business", "Sport", "Culture", "Science", "Local"};

    private final JdbcTemplate jdbc;
    private final GeneratedText text;
    private final Random random;
    private final List<UUID> outlets = new ArrayList<>();
    private final List<UUID> entities = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    public GeneratedArchive(JdbcTemplate jdbc, long seed, int entityCount) {
        this.jdbc = jdbc;
        this.text = new GeneratedText(seed, 50_000);
        this.random = new Random(seed);
        outlets();
        entities(entityCount);
    }

    public GeneratedText text() {
        return text;
    }

    public List<UUID> entities() {
        return entities;
    }

    private void outlets() {
        for (int i = 0; i < OUTLETS; i++) {
            UUID id = Ids.next();
            jdbc.update(
                    "insert into outlet (id, version, slug, name, created_at) values (?, 0, ?, ?, now())",
                    id,
                    "outlet-" + i,
                    "Outlet " + i);
            outlets.add(id);
        }
    }

    private void entities(int count) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> nameRows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = Ids.next();
            String name = capital(200 + random.nextInt(20_000)) + " " + capital(200 + random.nextInt(40_000));
            entities.add(id);
            names.add(name);
            rows.add(new Object[] {id, i % 3 == 0 ? "ORGANISATION" : "PERSON", name});
            nameRows.add(new Object[] {Ids.next(), id, name, name.toLowerCase(Locale.ROOT)});
        }
        jdbc.batchUpdate("""
                insert into named_entity (id, version, type, name, external_ids, created_at, modified_at)
                values (?, 0, ?, ?, '{}', now(), now())
                """, rows);
        jdbc.batchUpdate(
                "insert into entity_name (id, entity_id, name, name_key, kind) values (?, ?, ?, ?, 'PRIMARY')",
                nameRows);
    }

    private String capital(int rank) {
        String word = text.word(rank);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Writes articles inside the caller's transaction. */
    public List<Written> write(int count) {
        List<Object[]> articles = new ArrayList<>();
        List<Object[]> versions = new ArrayList<>();
        List<Object[]> quotes = new ArrayList<>();
        List<Object[]> mentions = new ArrayList<>();
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = Ids.next();
            String body = text.prose(430 + random.nextInt(40));
            articles.add(new Object[] {
                id,
                outlets.get((int) Math.min(OUTLETS - 1, Math.abs(random.nextGaussian()) * OUTLETS / 3)),
                id.toString(),
                Timestamp.from(FIRST.plusSeconds((long) (random.nextDouble() * 10 * 365 * 86_400))),
                SECTIONS[random.nextInt(SECTIONS.length)],
                new String[] {text.word(100 + random.nextInt(400))}
            });
            versions.add(new Object[] {Ids.next(), id, text.prose(9), body});
            List<UUID> quoteIds = new ArrayList<>();
            List<UUID> named = new ArrayList<>();
            for (int each = 0; each < 12; each++) {
                int entity = Math.min(text.rank(), entities.size() - 1);
                named.add(entities.get(entity));
                int start = 30 * each;
                mentions.add(new Object[] {Ids.next(), id, entities.get(entity), start, start + 10, names.get(entity)});
                if (each < 4) {
                    UUID quote = Ids.next();
                    quoteIds.add(quote);
                    String content = body.substring(200 * each, 200 * each + 150);
                    quotes.add(new Object[] {
                        quote, id, content, 200 * each, 200 * each + 150, names.get(entity), entities.get(entity)
                    });
                }
            }
            written.add(new Written(id, quoteIds, named));
        }
        store(articles, versions, mentions, quotes);
        return written;
    }

    private void store(
            List<Object[]> articles, List<Object[]> versions, List<Object[]> mentions, List<Object[]> quotes) {
        jdbc.batchUpdate("""
                insert into article (id, version, outlet_id, received_sha256, status, published_at, ingested_at, section,
                    tags, language, current_version)
                values (?, 0, ?, ?, 'PUBLISHED', ?, now(), ?, ?, 'en', 1)
                """, articles);
        jdbc.batchUpdate("""
                insert into article_version (id, article_id, number, headline, body, text_sha256, word_count, removed,
                    shown, reason, created_at)
                values (?, ?, 1, ?, ?, '', 450, '[]', true, 'RECEIVED', now())
                """, versions);
        jdbc.batchUpdate("""
                insert into mention (id, article_id, article_version, entity_id, span_start, span_end, text, kind)
                values (?, ?, 1, ?, ?, ?, ?, 'NAME')
                """, mentions);
        jdbc.batchUpdate("""
                insert into quote (id, version, article_id, article_version, kind, content, content_start, content_end,
                    segments, speaker_name, speaker_id, confidence, reason, status, prefix, suffix, created_at, modified_at)
                values (?, 0, ?, 1, 'DIRECT', ?, ?, ?, '[]', ?, ?, 0.9, '', 'EXTRACTED', '', '', now(), now())
                """, quotes);
    }

    /** An article with its quotes and the entities it names. */
    public record Written(UUID article, List<UUID> quotes, List<UUID> entities) {}
}
