package org.onrecord.entity;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All names of all named entities. */
public interface EntityNames extends Repository<EntityName, UUID> {

    EntityName save(EntityName name);

    <N extends EntityName> List<N> saveAll(Iterable<N> names);

    List<EntityName> findByEntityIdOrderByKindAscNameAsc(UUID entityId);

    void deleteAll(Iterable<? extends EntityName> names);
}
