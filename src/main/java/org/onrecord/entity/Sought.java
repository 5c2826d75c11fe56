package org.onrecord.entity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.entity.identity.GenericBody;
import org.onrecord.entity.identity.IdentityKey;
import org.onrecord.entity.identity.PersonName;
import org.onrecord.entity.identity.WellKnown;
import org.onrecord.extraction.EntityType;

/**
 * A name whose bearer is looked for.
 *
 * @param type what the bearer is; another than the article says where everybody knows better
 * @param key what the bearer is kept under if it is new
 * @param keys what it may be known under, the key among them
 * @param thing what everybody knows by that name, or null
 * @param country of the body whose name tells no country, as a word for readers, or null
 */
record Sought(
        NamedAs named,
        EntityType type,
        String key,
        List<String> keys,
        WellKnown.@Nullable Thing thing,
        @Nullable String country) {

    static Sought of(NamedAs named, Place place) {
        Optional<WellKnown.Thing> thing = WellKnown.called(named.type(), named.name());
        if (thing.isPresent()) {
            return plain(named, thing.get().type(), thing.get());
        }
        if (named.type() == EntityType.ORGANISATION) {
            Optional<GenericBody> body = GenericBody.of(named.name());
            if (body.isPresent()) {
                Place.Scope scope = place.of(body.get());
                String key = body.get().in(scope.key());
                return new Sought(named, named.type(), key, List.of(key), null, scope.country());
            }
        }
        return plain(named, named.type(), null);
    }

    private static Sought plain(NamedAs named, EntityType type, WellKnown.@Nullable Thing thing) {
        String key = IdentityKey.of(named.type(), named.name());
        List<String> keys = thing == null ? IdentityKey.known(named.type(), named.name()) : List.of(key);
        return new Sought(named, type, key, keys, thing, null);
    }

    /** What it is called if it is new. */
    String name() {
        return thing == null ? named.name() : thing.name();
    }

    /** Whether it is a person whose first name the article does not give. */
    boolean standsAlone() {
        return type == EntityType.PERSON && PersonName.of(named.name()).standsAlone();
    }

    String surname() {
        return PersonName.of(named.name()).surname();
    }
}
