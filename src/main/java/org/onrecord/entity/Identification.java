package org.onrecord.entity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.entity.identity.IdentityKey;
import org.onrecord.entity.identity.NameKey;
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
 * <p>A full name means one of those who go by it unless what is printed speaks against all of them; {@link Choice} says
 * which. Only then is a new entity made, so that no name ever has more entities than it has bearers told apart by
 * evidence. A person named by one word is one of the bearers of that surname if company or the archive at large points
 * to one; otherwise the name itself is the entity, one for the whole archive, until somebody says who it is.
 *
 * <p>A name of an entity that was merged into another means that other one, also where the two are of different types:
 * what was read as a person's name may be an organisation's, and stays to be read as that.
 *
 * <p>Names are looked up under a lock held until the transaction ends, so that articles stored at the same time do not
 * make the same newcomer twice.
 */
@Service
public class Identification {

    /** Up to so many characters capitals may be the usual spelling. */
    private static final int LONGEST_ACRONYM = 6;

    private final JdbcClient jdbc;
    private final NamedEntities entities;
    private final EntityNames names;
    private final KnownNames known;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Identification(
            JdbcClient jdbc,
            NamedEntities entities,
            EntityNames names,
            KnownNames known,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.names = names;
        this.known = known;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Finds or makes the entities named, inside the caller's transaction.
     *
     * @param outletId who prints the article, or null where that is not known
     * @return the entities' ids, in the order of the names
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> identify(UUID articleId, @Nullable UUID outletId, List<NamedAs> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        MergeLock.shared(jdbc);
        Place place = Place.of(outletId == null ? articleId : outletId, homeCountry(outletId), named);
        List<Sought> sought =
                named.stream().map(name -> Sought.of(name, place)).distinct().toList();
        Map<NamedAs, Candidate> identified = new LinkedHashMap<>();
        identifyKnown(sought, identified);
        List<Sought> unknown = sought.stream()
                .filter(name -> !identified.containsKey(name.named()))
                .toList();
        if (!unknown.isEmpty()) {
            lock(unknown);
            identifyKnown(unknown, identified);
            introduce(unknown, identified);
            entities.flush();
        }
        spellAsUsual(sought, identified);
        count(articleId, sought, identified);
        List<UUID> ids = named.stream()
                .map(name -> Objects.requireNonNull(identified.get(name)).id())
                .toList();
        rememberPrinted(sought, identified);
        return ids;
    }

    private @Nullable String homeCountry(@Nullable UUID outletId) {
        return outletId == null
                ? null
                : jdbc.sql("select country from outlet where id = :id")
                        .param("id", outletId)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    private void identifyKnown(List<Sought> sought, Map<NamedAs, Candidate> identified) {
        Map<String, List<Candidate>> byKey = known.byKey(
                sought.stream().flatMap(name -> name.keys().stream()).distinct().toList());
        Map<String, List<Candidate>> bearers = known.bearers(sought.stream()
                .filter(name -> name.type() == EntityType.PERSON)
                .map(Sought::surname)
                .distinct()
                .toList());
        Map<Sought, List<Candidate>> candidates = new LinkedHashMap<>();
        for (Sought name : sought) {
            List<Candidate> found = candidates(name, byKey, bearers);
            if (found.size() == 1 && !name.standsAlone()) {
                identified.put(name.named(), found.get(0));
            } else if (!found.isEmpty()) {
                candidates.put(name, found);
            }
        }
        if (!candidates.isEmpty()) {
            choose(candidates, identified);
        }
    }

    /** Those who go by the name, each with the articles counted; of a surname that stands alone all its bearers too. */
    private static List<Candidate> candidates(
            Sought name, Map<String, List<Candidate>> byKey, Map<String, List<Candidate>> bearers) {
        Map<UUID, Candidate> found = new LinkedHashMap<>();
        for (String key : name.keys()) {
            byKey.getOrDefault(key, List.of())
                    .forEach(candidate -> found.merge(candidate.id(), candidate, Candidate::and));
        }
        if (name.type() == EntityType.PERSON) {
            bearers.getOrDefault(name.surname(), List.of()).stream()
                    .filter(bearer -> name.standsAlone() || found.containsKey(bearer.id()))
                    .forEach(bearer -> found.merge(bearer.id(), bearer, Candidate::and));
        }
        return found.values().stream()
                .filter(candidate -> candidate.namedType() == name.type() && candidate.fits(name.named()))
                .toList();
    }

    private void choose(Map<Sought, List<Candidate>> candidates, Map<NamedAs, Candidate> identified) {
        Set<UUID> asked = candidates.values().stream()
                .flatMap(List::stream)
                .map(Candidate::id)
                .collect(Collectors.toSet());
        Set<UUID> certain = identified.values().stream()
                .filter(candidate -> candidate.type() == EntityType.PERSON && !candidate.standsAlone())
                .map(Candidate::id)
                .collect(Collectors.toSet());
        Map<UUID, Set<UUID>> articles = certain.isEmpty()
                ? Map.of()
                : known.latestArticles(
                        Stream.concat(asked.stream(), certain.stream()).collect(Collectors.toSet()));
        Company company = Company.of(asked, certain, articles);
        candidates.forEach((name, found) -> {
            Optional<Candidate> chosen =
                    name.standsAlone() ? Choice.ofBearers(found, company) : Choice.ofNamesakes(found, company);
            chosen.ifPresent(candidate -> identified.put(name.named(), candidate));
        });
    }

    /** Takes the locks in one order everywhere, so that no two articles wait for each other. */
    private void lock(List<Sought> unknown) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(number)
                        from (select distinct hashtextextended(name, 0) as number
                              from unnest(:names) as named (name) order by 1) as ordered
                        """)
                .param(
                        "names",
                        unknown.stream()
                                .map(name -> name.type() + " "
                                        + (name.type() == EntityType.PERSON ? name.surname() : name.key()))
                                .toArray(String[]::new))
                .query()
                .listOfRows();
    }

    /** Makes those whom nobody knows; two names of one article may be one newcomer's. */
    private void introduce(List<Sought> unknown, Map<NamedAs, Candidate> identified) {
        Map<String, List<Candidate>> made = new HashMap<>();
        for (Sought name : unknown) {
            if (!identified.containsKey(name.named())) {
                List<Candidate> ofKey = made.computeIfAbsent(name.type() + " " + name.key(), any -> new ArrayList<>());
                Candidate newcomer = ofKey.stream()
                        .filter(candidate -> candidate.fits(name.named()))
                        .findFirst()
                        .orElseGet(() -> introduce(name));
                ofKey.add(newcomer);
                identified.put(name.named(), newcomer);
            }
        }
    }

    private Candidate introduce(Sought newcomer) {
        var entity = NamedEntity.found(Ids.next(), newcomer.type(), newcomer.name(), clock.instant());
        if (newcomer.thing() != null || newcomer.country() != null) {
            Map<String, String> externalIds =
                    newcomer.thing() == null ? Map.of() : newcomer.thing().externalIds();
            entity.describe(newcomer.type(), newcomer.name(), newcomer.country(), externalIds, clock.instant());
        }
        entities.save(entity);
        names.save(
                newcomer.thing() == null
                        ? EntityName.found(Ids.next(), entity.id(), newcomer.name(), newcomer.key())
                        : EntityName.given(Ids.next(), entity.id(), newcomer.name(), newcomer.key(), NameKind.PRIMARY));
        events.publishEvent(new NamedEntityChanged(entity.id()));
        return new Candidate(
                entity.id(), newcomer.type(), newcomer.type(), newcomer.name(), Set.of(newcomer.name()), 0);
    }

    /** A name that came in capitals first is written as usual once an article does. */
    private void spellAsUsual(List<Sought> sought, Map<NamedAs, Candidate> identified) {
        for (Sought name : sought) {
            Candidate meant = Objects.requireNonNull(identified.get(name.named()));
            if (isShouted(meant.name())
                    && !isShouted(name.name())
                    && NameKey.of(meant.name()).equals(NameKey.of(name.name()))) {
                entities.findByIdForUpdate(meant.id()).ifPresent(entity -> spell(entity, name));
            }
        }
    }

    private static boolean isShouted(String name) {
        return name.length() > LONGEST_ACRONYM && name.equals(name.toUpperCase(Locale.ROOT));
    }

    private void spell(NamedEntity entity, Sought name) {
        entity.describe(entity.type(), name.name(), entity.description(), entity.externalIds(), clock.instant());
        entities.saveAndFlush(entity);
        jdbc.sql("update entity_name set kind = 'PRINTED' where entity_id = :id and kind = 'PRIMARY'")
                .param("id", entity.id())
                .update();
        jdbc.sql("""
                        insert into entity_name (id, entity_id, name, name_key, identity_key, kind)
                        values (:nameId, :id, :name, :key, :identityKey, 'PRIMARY')
                        on conflict (entity_id, name) do update set kind = 'PRIMARY'
                        """)
                .param("nameId", Ids.next())
                .param("id", entity.id())
                .param("name", name.name())
                .param("key", NameKey.of(name.name()).value())
                .param("identityKey", name.key())
                .update();
        events.publishEvent(new NamedEntityChanged(entity.id()));
    }

    private void count(UUID articleId, List<Sought> sought, Map<NamedAs, Candidate> identified) {
        Map<UUID, String> surnames = new HashMap<>();
        for (Sought name : sought) {
            if (name.type() == EntityType.PERSON && !name.surname().isEmpty()) {
                surnames.put(
                        Objects.requireNonNull(identified.get(name.named())).id(), name.surname());
            }
        }
        if (!surnames.isEmpty()) {
            known.count(articleId, surnames);
        }
    }

    /** Writes only forms not known yet, in one order everywhere: many articles print the same names at once. */
    private void rememberPrinted(List<Sought> sought, Map<NamedAs, Candidate> identified) {
        record Printed(UUID entityId, String name, @Nullable String key) {}
        List<Printed> printed = new ArrayList<>();
        for (Sought name : sought) {
            Candidate meant = Objects.requireNonNull(identified.get(name.named()));
            for (String form : name.named().printed()) {
                if (!NameKey.of(form).isEmpty()) {
                    printed.add(new Printed(
                            meant.id(),
                            form,
                            IdentityKey.ofPrinted(
                                    name.named().type(), name.named().name(), form)));
                }
            }
        }
        if (printed.isEmpty()) {
            return;
        }
        List<UUID> changed = jdbc.sql("""
                        insert into entity_name (id, entity_id, name, name_key, identity_key, kind)
                        select p.id, p.entity_id, p.name, p.name_key, p.identity_key, 'PRINTED'
                        from unnest(:ids, :entityIds, :forms, :keys, :identityKeys)
                             as p (id, entity_id, name, name_key, identity_key)
                        where not exists (
                            select from entity_name n where n.entity_id = p.entity_id and n.name = p.name)
                        order by p.entity_id, p.name
                        on conflict (entity_id, name) do nothing
                        returning entity_id
                        """)
                .param("ids", printed.stream().map(form -> Ids.next()).toArray(UUID[]::new))
                .param("entityIds", printed.stream().map(Printed::entityId).toArray(UUID[]::new))
                .param("forms", printed.stream().map(Printed::name).toArray(String[]::new))
                .param(
                        "keys",
                        printed.stream()
                                .map(form -> NameKey.of(form.name()).value())
                                .toArray(String[]::new))
                .param("identityKeys", printed.stream().map(Printed::key).toArray(String[]::new))
                .query(UUID.class)
                .list();
        changed.stream().distinct().forEach(id -> events.publishEvent(new NamedEntityChanged(id)));
    }
}
