package org.onrecord.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.MentionKind;

/**
 * A named entity as one article mentions it.
 *
 * @param name its primary name, which the article need not print
 * @param mentions in text order, at least one
 */
public record EntityInArticle(UUID id, EntityType type, String name, List<Place> mentions) {

    public EntityInArticle {
        mentions = List.copyOf(mentions);
    }

    /**
     * Where an article mentions an entity.
     *
     * @param start in code points of the body
     */
    public record Place(String text, int start, int end, MentionKind kind) {}

    /** Gathers mentions by entity, in the order of the entities' first mentions. */
    public static List<EntityInArticle> gather(List<MentionView> mentions) {
        Map<UUID, List<MentionView>> byEntity = new LinkedHashMap<>();
        for (MentionView mention : mentions) {
            byEntity.computeIfAbsent(mention.entityId(), id -> new ArrayList<>())
                    .add(mention);
        }
        return byEntity.values().stream().map(EntityInArticle::of).toList();
    }

    private static EntityInArticle of(List<MentionView> mentions) {
        MentionView first = mentions.get(0);
        return new EntityInArticle(
                first.entityId(),
                first.type(),
                first.name(),
                mentions.stream()
                        .map(mention -> new Place(mention.text(), mention.start(), mention.end(), mention.kind()))
                        .toList());
    }
}
