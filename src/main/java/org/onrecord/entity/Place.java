package org.onrecord.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.entity.identity.GenericBody;
import org.onrecord.entity.identity.WellKnown;

/**
 * Where an article plays, for bodies whose name does not tell: "Parliament" is that of the country the article is about.
 * That is the outlet's own, unless the article names another country often and its own not at all; where the outlet's is
 * not known, the country named by far most. Where no country shows, it is the outlet's body of that name.
 *
 * @param home the outlet's id, or the article's where it has none
 * @param country ISO 3166-1 code, or null
 */
record Place(UUID home, @Nullable String country) {

    private static final int OFTEN = 3;

    static Place of(UUID home, @Nullable String homeCountry, List<NamedAs> named) {
        Map<String, Integer> times = new HashMap<>();
        for (NamedAs each : named) {
            WellKnown.called(each.type(), each.name())
                    .map(WellKnown.Thing::country)
                    .ifPresent(country -> times.merge(country, each.times(), Integer::sum));
        }
        String most = times.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
        if (most == null) {
            return new Place(home, homeCountry);
        }
        if (homeCountry != null) {
            boolean abroad = times.getOrDefault(most, 0) >= OFTEN && !times.containsKey(homeCountry);
            return new Place(home, abroad ? most : homeCountry);
        }
        int mostTimes = Objects.requireNonNull(times.remove(most));
        boolean byFar = times.values().stream().allMatch(others -> mostTimes >= 2 * others) && mostTimes > 1;
        return new Place(home, byFar ? most : null);
    }

    /**
     * Which of the bodies of one name.
     *
     * @param country as readers know it, or null
     */
    record Scope(String key, @Nullable String country) {}

    Scope of(GenericBody body) {
        String code = body.country() == null ? country : body.country();
        return code == null || body.isLocal()
                ? new Scope(home.toString(), null)
                : new Scope(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH));
    }
}
