package org.onrecord.search.listing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onrecord.entity.NamedEntities;
import org.onrecord.entity.NamedEntity;
import org.onrecord.entity.NamedEntityView;
import org.onrecord.entity.NamedEntityViews;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the named entities a search found as they stand in the database now; what may not be seen drops out. */
@Service
public class EntityLists {

    private final NamedEntities entities;
    private final NamedEntityViews views;

    EntityLists(NamedEntities entities, NamedEntityViews views) {
        this.entities = entities;
        this.views = views;
    }

    /** In the order of the ids. */
    @Transactional(readOnly = true)
    public List<NamedEntityView> show(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, NamedEntity> stored =
                entities.findShown(ids).stream().collect(Collectors.toMap(NamedEntity::id, Function.identity()));
        return views.shown(
                ids.stream().map(stored::get).filter(Objects::nonNull).toList());
    }
}
