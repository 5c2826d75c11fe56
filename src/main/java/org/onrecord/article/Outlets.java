package org.onrecord.article;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every outlet the archive knows. */
public interface Outlets extends Repository<Outlet, UUID> {

    Outlet save(Outlet outlet);

    Outlet saveAndFlush(Outlet outlet);

    Optional<Outlet> findById(UUID id);

    List<Outlet> findByIdIn(Collection<UUID> ids);

    Optional<Outlet> findBySlug(String slug);

    /** Those that anybody may see. */
    @NativeQuery("select * from shown_outlet where slug > :after order by slug")
    List<Outlet> listAfter(String after, Limit limit);

    @NativeQuery("select count(*) from shown_outlet")
    long countListed();

    /** Makes the outlet unless one with this slug is there already, in one statement that parallel writers may race. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into outlet (id, version, slug, name, created_at)
                    values (:id, 0, :slug, :name, now())
                    on conflict (slug) do nothing
                    """)
    int insertIfMissing(UUID id, String slug, String name);
}
