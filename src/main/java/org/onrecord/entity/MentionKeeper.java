package org.onrecord.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.FoundEntity;
import org.onrecord.extraction.FoundMention;
import org.onrecord.extraction.MentionKind;
import org.onrecord.kernel.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who and what an article version names. */
@Service
public class MentionKeeper {

    private final Identification identification;
    private final Mentions mentions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    MentionKeeper(Identification identification, Mentions mentions, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.identification = identification;
        this.mentions = mentions;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Stores what was found in an article version in place of what stood there, inside the caller's transaction. Whoever
     * is not named any more, or not by the same words, may be unknown to readers from now on.
     *
     * @param previousVersion the version that held before; the same one when it is only read again
     * @return the ids of the named entities, in the order of those found
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> keep(
            UUID articleId, @Nullable UUID outletId, int previousVersion, int articleVersion, List<FoundEntity> found) {
        Set<NamedSo> before = previousVersion == articleVersion
                ? delete(articleId, articleVersion)
                : new HashSet<>(mentions.namedIn(articleId, previousVersion));
        List<UUID> ids = identification.identify(
                articleId, outletId, found.stream().map(MentionKeeper::named).toList());
        List<Mention> stored = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            for (FoundMention mention : found.get(i).mentions()) {
                stored.add(new Mention(
                        Ids.next(),
                        articleId,
                        articleVersion,
                        ids.get(i),
                        mention.span(),
                        mention.text(),
                        mention.kind()));
            }
        }
        mentions.saveAll(stored);
        stored.forEach(mention -> before.remove(mention.named()));
        announce(before);
        return ids;
    }

    private Set<NamedSo> delete(UUID articleId, int articleVersion) {
        return new HashSet<>(
                jdbc.sql("delete from mention where article_id = ? and article_version = ? returning entity_id, text")
                        .params(articleId, articleVersion)
                        .query(NamedSo.class)
                        .list());
    }

    /** Tells the other modules that readers see an article version from now on, or no longer, with what it names. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(UUID articleId, int articleVersion) {
        announce(mentions.namedIn(articleId, articleVersion));
    }

    private void announce(Set<NamedSo> named) {
        named.stream().map(NamedSo::entityId).distinct().forEach(id -> events.publishEvent(new NamedEntityChanged(id)));
    }

    private static NamedAs named(FoundEntity entity) {
        Set<String> printed = entity.mentions().stream()
                .filter(mention -> mention.kind() == MentionKind.NAME)
                .map(FoundMention::text)
                .collect(Collectors.toSet());
        return new NamedAs(
                entity.type(), entity.name(), printed, entity.mentions().size(), entity.gender());
    }
}
