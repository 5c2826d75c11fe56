package org.onrecord.entity;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.extraction.EntityType;
import org.onrecord.kernel.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which named entity each name of an article means, and makes those the archive does not know yet.
 *
 * <p>A name means the one entity of its type known by that name. Where several are, or where a person is named by one
 * word only, company decides: the one that shares articles with others named here, if it is the only such one.
 * Otherwise a new entity is made, for two that are one are easily joined and one that is two is not easily parted.
 *
 * <p>A name of an entity that was merged into another means that other one, also where the two are of different types:
 * what was read as a person's name may be an organisation's, and stays to be read as that.
 *
 * <p>Names are looked up under a lock held until the transaction ends, so that articles stored at the same time do not
 * make the same newcomer twice.
 */
@Service
public class Identification {

    private final JdbcClient jdbc;
    private final NamedEntities entities;
    private final EntityNames names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Identification(
            JdbcClient jdbc, NamedEntities entities, EntityNames names, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Finds or makes the entities named, inside the caller's transaction.
     *
     * @return the entities' ids, in the order of the names
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> identify(List<NamedAs> named) {
        MergeLock.shared(jdbc);
        Map<NamedAs, UUID> identified = new HashMap<>();
        identifyKnown(named, identified);
        List<NamedAs> unknown = named.stream()
                .filter(name -> !identified.containsKey(name))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            lock(unknown);
            identifyKnown(unknown, identified);
            unknown.stream()
                    .filter(name -> !identified.containsKey(name))
                    .forEach(name -> identified.put(name, introduce(name)));
            entities.flush();
        }
        List<UUID> ids = named.stream().map(identified::get).toList();
        rememberPrinted(named, ids);
        return ids;
    }

    private void identifyKnown(List<NamedAs> named, Map<NamedAs, UUID> identified) {
        Map<NamedAs, Set<UUID>> candidates = candidates(named);
        Set<UUID> certain = new HashSet<>(identified.values());
        candidates.forEach((name, found) -> {
            if (found.size() == 1 && !needsCompany(name)) {
                UUID only = found.iterator().next();
                identified.put(name, only);
                certain.add(only);
            }
        });
        Map<NamedAs, Set<UUID>> doubtful = candidates.entrySet().stream()
                .filter(entry -> !identified.containsKey(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Set<UUID> inCompany = inCompanyOf(certain, doubtful.values());
        doubtful.forEach((name, found) -> {
            List<UUID> fitting = found.stream().filter(inCompany::contains).toList();
            if (fitting.size() == 1) {
                identified.put(name, fitting.get(0));
            }
        });
    }

    /** A person named by one word may be anybody of that surname. */
    private static boolean needsCompany(NamedAs name) {
        return name.type() == EntityType.PERSON && name.key().isSingleWord();
    }

    private Map<NamedAs, Set<UUID>> candidates(List<NamedAs> named) {
        String[] keys =
                named.stream().map(name -> name.key().value()).distinct().toArray(String[]::new);
        record Known(String key, EntityType type, UUID id) {}
        Map<String, List<Known>> known = jdbc
                .sql("""
                        select distinct n.name_key, e.type, meant.id
                        from entity_name n
                        join named_entity e on e.id = n.entity_id
                        join named_entity meant on meant.id = coalesce(e.merged_into, e.id)
                        where n.name_key = any (:keys) and e.deleted_at is null and meant.deleted_at is null
                        """)
                .param("keys", keys)
                .query((row, number) -> new Known(
                        row.getString("name_key"),
                        EntityType.valueOf(row.getString("type")),
                        row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Known::key));
        Map<NamedAs, Set<UUID>> candidates = new LinkedHashMap<>();
        for (NamedAs name : named) {
            Set<UUID> ids = known.getOrDefault(name.key().value(), List.of()).stream()
                    .filter(one -> one.type() == name.type())
                    .map(Known::id)
                    .collect(Collectors.toSet());
            if (!ids.isEmpty()) {
                candidates.put(name, ids);
            }
        }
        return candidates;
    }

    /** Those of the doubtful who are named in an article together with one who is certain. */
    private Set<UUID> inCompanyOf(Set<UUID> certain, Collection<Set<UUID>> doubtful) {
        if (certain.isEmpty() || doubtful.isEmpty()) {
            return Set.of();
        }
        UUID[] asked = doubtful.stream().flatMap(Set::stream).distinct().toArray(UUID[]::new);
        return Set.copyOf(jdbc.sql("""
                        select asked.id
                        from unnest(:asked) as asked (id)
                        where exists (
                            select from mention here join mention there using (article_id)
                            where here.entity_id = asked.id and there.entity_id = any (:certain)
                              and there.entity_id <> here.entity_id)
                        """)
                .param("asked", asked)
                .param("certain", certain.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Takes the locks in one order everywhere, so that no two articles wait for each other. */
    private void lock(List<NamedAs> unknown) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(number)
                        from (select distinct hashtextextended(name, 0) as number
                              from unnest(:names) as named (name) order by 1) as ordered
                        """)
                .param(
                        "names",
                        unknown.stream()
                                .map(name -> name.type() + " " + name.key().value())
                                .toArray(String[]::new))
                .query()
                .listOfRows();
    }

    private UUID introduce(NamedAs newcomer) {
        Instant now = clock.instant();
        NamedEntity entity = entities.save(new NamedEntity(Ids.next(), newcomer.type(), newcomer.name(), now));
        names.save(new EntityName(Ids.next(), entity.id(), newcomer.name(), NameKind.PRIMARY));
        events.publishEvent(new NamedEntityChanged(entity.id()));
        return entity.id();
    }

    /** Writes only forms not known yet, in one order everywhere: many articles print the same names at once. */
    private void rememberPrinted(List<NamedAs> named, List<UUID> ids) {
        record Printed(UUID entityId, String name) {}
        List<Printed> printed = Stream.iterate(0, i -> i < named.size(), i -> i + 1)
                .flatMap(i -> named.get(i).printed().stream().map(form -> new Printed(ids.get(i), form)))
                .filter(form -> !NameKey.of(form.name()).isEmpty())
                .distinct()
                .toList();
        if (printed.isEmpty()) {
            return;
        }
        UUID[] entityIds = printed.stream().map(Printed::entityId).toArray(UUID[]::new);
        String[] forms = printed.stream().map(Printed::name).toArray(String[]::new);
        List<UUID> fresh = new ArrayList<>();
        printed.forEach(form -> fresh.add(Ids.next()));
        List<UUID> changed = jdbc.sql("""
                        insert into entity_name (id, entity_id, name, name_key, kind)
                        select p.id, p.entity_id, p.name, p.name_key, 'PRINTED'
                        from unnest(:ids, :entityIds, :forms, :keys) as p (id, entity_id, name, name_key)
                        where not exists (
                            select from entity_name n where n.entity_id = p.entity_id and n.name = p.name)
                        order by p.entity_id, p.name
                        on conflict (entity_id, name) do nothing
                        returning entity_id
                        """)
                .param("ids", fresh.toArray(UUID[]::new))
                .param("entityIds", entityIds)
                .param("forms", forms)
                .param(
                        "keys",
                        Stream.of(forms).map(form -> NameKey.of(form).value()).toArray(String[]::new))
                .query(UUID.class)
                .list();
        changed.stream().distinct().forEach(id -> events.publishEvent(new NamedEntityChanged(id)));
    }
}
