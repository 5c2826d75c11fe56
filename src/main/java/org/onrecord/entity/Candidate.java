package org.onrecord.entity;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.onrecord.entity.identity.PersonName;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.persons.Gender;

/**
 * An entity that a name may mean.
 *
 * @param namedType what names of its are read as: another type where what was read wrong was merged into it
 * @param name its primary name
 * @param goesBy its names that were asked for, or its primary name
 * @param articles about how many articles name it, as far as that is counted
 */
record Candidate(UUID id, EntityType type, EntityType namedType, String name, Set<String> goesBy, int articles) {

    Candidate {
        goesBy = Set.copyOf(goesBy);
    }

    /** Whether nothing the name itself says speaks against it: one it goes by exactly, or one like all it goes by. */
    boolean fits(NamedAs named) {
        if (named.type() != EntityType.PERSON || type != EntityType.PERSON || goesBy.contains(named.name())) {
            return true;
        }
        PersonName asked = PersonName.of(named.name());
        return goesBy.stream().map(PersonName::of).allMatch(asked::mayBe)
                && !(asked.standsAlone() && isOther(named.gender()));
    }

    private boolean isOther(Gender gender) {
        Gender own = PersonName.of(name).gender();
        return gender != Gender.UNKNOWN && own != Gender.UNKNOWN && gender != own;
    }

    boolean standsAlone() {
        return type == EntityType.PERSON && PersonName.of(name).standsAlone();
    }

    /** The same entity, asked for by another of its names as well. */
    Candidate and(Candidate same) {
        Set<String> all = new HashSet<>(goesBy);
        all.addAll(same.goesBy);
        return new Candidate(id, type, namedType, name, all, Math.max(articles, same.articles));
    }
}
