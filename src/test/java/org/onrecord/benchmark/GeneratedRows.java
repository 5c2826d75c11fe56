package org.onrecord.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.benchmark.GeneratedArticle.Naming;
import org.onrecord.benchmark.GeneratedArticle.Saying;
import org.onrecord.entity.identity.IdentityKey;
import org.onrecord.entity.identity.NameKey;
import org.onrecord.entity.identity.PersonName;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.kernel.Ids;
import org.onrecord.kernel.Sha256;
import org.onrecord.quote.QuotedText;
import org.onrecord.quote.Wording;
import org.onrecord.text.CodePoints;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes generated articles into the tables as if the archive had taken each of them in, by PostgreSQL's COPY: the rows
 * the archive itself would have written, without the index knowing. For an archive that has none of them yet.
 */
final class GeneratedRows {

    private static final int BATCH = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final ArticleGenerator generator;
    private final CopyManager copy;
    private final Map<String, UUID> outletIds = new HashMap<>();
    private final Map<GeneratedEntity, UUID> entityIds = new HashMap<>();
    private final Map<String, StringBuilder> tables = new LinkedHashMap<>();
    private final Instant now = Instant.now();

    private GeneratedRows(ArticleGenerator generator, Connection connection) throws SQLException {
        this.generator = generator;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Writes the first so many articles and whatever they name. */
    static void write(ArticleGenerator generator, int articles, Connection connection)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        var rows = new GeneratedRows(generator, connection);
        rows.outlets();
        rows.entities();
        for (int number = 0; number < articles; number++) {
            rows.article(generator.article(number));
            if (number % BATCH == BATCH - 1) {
                rows.flush();
                connection.commit();
            }
        }
        rows.flush();
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void outlets() {
        for (String slug : generator.outlets()) {
            UUID id = Ids.next();
            outletIds.put(slug, id);
            row("outlet (id, version, slug, name, created_at)", id, 0, slug, name(slug), now);
        }
    }

    /** What the archive calls an outlet it knows by its slug only. */
    private static String name(String slug) {
        int hyphen = slug.indexOf('-');
        return InventedWords.capital(slug.substring(0, hyphen)) + " "
                + InventedWords.capital(slug.substring(hyphen + 1));
    }

    private void entities() {
        for (GeneratedEntity entity : generator.entities()) {
            entityIds.put(entity, Ids.next());
            row(
                    "named_entity (id, version, type, name, external_ids, created_at, modified_at)",
                    entityIds.get(entity),
                    0,
                    entity.type(),
                    entity.name(),
                    "{}",
                    now,
                    now);
            entityName(entity, entity.name(), "PRIMARY");
            if (entity.type() == EntityType.PERSON) {
                String surname = PersonName.of(entity.name()).surname();
                row("surname_bearer (surname, entity_id, articles)", surname, entityIds.get(entity), 1);
            }
            if (!entity.shortName().equals(entity.name())) {
                entityName(entity, entity.shortName(), "PRINTED");
            }
        }
    }

    private void entityName(GeneratedEntity entity, String name, String kind) {
        row(
                "entity_name (id, entity_id, name, name_key, identity_key, kind)",
                Ids.next(),
                entityIds.get(entity),
                name,
                NameKey.of(name).value(),
                kind.equals("PRIMARY")
                        ? IdentityKey.of(entity.type(), name)
                        : IdentityKey.ofPrinted(entity.type(), entity.name(), name),
                kind);
    }

    private void article(GeneratedArticle article) {
        UUID id = Ids.next();
        UUID item = Ids.next();
        String received = article.json();
        row(
                "article (id, version, outlet_id, url, received_sha256, status, published_at, ingested_at, section,"
                        + " tags, language, current_version)",
                id,
                0,
                outletIds.get(article.outlet()),
                article.url(),
                Sha256.hex(received),
                "PUBLISHED",
                article.publishedAt(),
                now,
                article.section(),
                "{" + String.join(",", article.tags()) + "}",
                "en",
                1);
        row(
                "received_item (id, article_id, media_type, content, received_at)",
                item,
                id,
                "application/json",
                received,
                now);
        var text = article.text();
        row(
                "article_version (id, article_id, number, headline, standfirst, byline, body, text_sha256, word_count,"
                        + " removed, shown, reason, created_at, received_item_id)",
                Ids.next(),
                id,
                1,
                text.headline(),
                text.standfirst(),
                text.byline(),
                text.body(),
                text.sha256(),
                text.wordCount(),
                "[]",
                true,
                "RECEIVED",
                now,
                item);
        article.mentions().forEach(mention -> mention(id, mention));
        QuotedText body = QuotedText.in(new CodePoints(text.body()));
        article.quotes().forEach(quote -> quote(id, quote, body));
    }

    private void mention(UUID article, Naming mention) {
        row(
                "mention (id, article_id, article_version, entity_id, span_start, span_end, text, kind)",
                Ids.next(),
                article,
                1,
                entityIds.get(mention.entity()),
                mention.span().start(),
                mention.span().end(),
                mention.text(),
                "NAME");
    }

    private void quote(UUID article, Saying quote, QuotedText body) {
        Wording wording = body.wording(QuoteKind.DIRECT, List.of(quote.words()), quote.cue());
        Naming speaker = quote.speaker();
        row(
                "quote (id, version, article_id, article_version, kind, content, content_start, content_end, segments,"
                        + " cue_text, cue_start, cue_end, speaker_name, speaker_id, speaker_mention_text,"
                        + " speaker_mention_start, speaker_mention_end, speaker_mention_kind, confidence, reason,"
                        + " status, prefix, suffix, created_at, modified_at)",
                Ids.next(),
                0,
                article,
                1,
                wording.kind(),
                wording.content(),
                wording.start(),
                wording.end(),
                JSON.writeValueAsString(wording.segments()),
                wording.cue().text(),
                wording.cue().start(),
                wording.cue().end(),
                speaker.entity().name(),
                entityIds.get(speaker.entity()),
                speaker.text(),
                speaker.span().start(),
                speaker.span().end(),
                "NAME",
                0.95,
                speaker.text() + " is the one who " + wording.cue().text(),
                "EXTRACTED",
                wording.prefix(),
                wording.suffix(),
                now,
                now);
    }

    private void row(String table, @Nullable Object... values) {
        StringBuilder rows = tables.computeIfAbsent(table, ignored -> new StringBuilder());
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(cell(values[i]));
        }
        rows.append('\n');
    }

    private static String cell(@Nullable Object value) {
        return value == null
                ? "\\N"
                : value.toString()
                        .replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\r", "\\r");
    }

    private void flush() throws SQLException, IOException {
        for (Map.Entry<String, StringBuilder> table : tables.entrySet()) {
            if (!table.getValue().isEmpty()) {
                copy.copyIn(
                        "copy " + table.getKey() + " from stdin",
                        new StringReader(table.getValue().toString()));
                table.getValue().setLength(0);
            }
        }
    }
}
