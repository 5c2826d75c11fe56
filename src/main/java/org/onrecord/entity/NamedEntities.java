package org.onrecord.entity;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everyone and everything the archive knows by name, deleted and merged ones included. */
public interface NamedEntities extends Repository<NamedEntity, UUID> {

    NamedEntity save(NamedEntity entity);

    NamedEntity saveAndFlush(NamedEntity entity);

    void flush();

    Optional<NamedEntity> findById(UUID id);

    List<NamedEntity> findByIdIn(Collection<UUID> ids);

    /** Those that anybody may see. */
    @NativeQuery("select * from named_entity where id in (select id from shown_entity where id in (:ids))")
    List<NamedEntity> findShown(Collection<UUID> ids);

    /** Loads the entity and keeps others from changing it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from NamedEntity e where e.id = :id")
    Optional<NamedEntity> findByIdForUpdate(UUID id);
}
