package org.onrecord.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.FoundEntity;
import org.onrecord.extraction.FoundMention;
import org.onrecord.extraction.MentionKind;
import org.onrecord.kernel.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who and what an article version names. */
@Service
public class MentionKeeper {

    private final Identification identification;
    private final Mentions mentions;

    MentionKeeper(Identification identification, Mentions mentions) {
        this.identification = identification;
        this.mentions = mentions;
    }

    /**
     * Stores what was found in an article version in place of what stood there, inside the caller's transaction.
     *
     * @return the ids of the named entities, in the order of those found
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> keep(UUID articleId, @Nullable UUID outletId, int articleVersion, List<FoundEntity> found) {
        mentions.deleteOf(articleId, articleVersion);
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
        return ids;
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
