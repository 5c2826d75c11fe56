package org.onrecord.search.web;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.InvalidInput;

/** Reads a parameter that holds one or more of a few names, as in {@code facet=outlet,section} or given twice. */
final class ChosenNames {

    private ChosenNames() {}

    /**
     * In the order given, each once.
     *
     * @param given the parameter's values, null where it is not there
     * @throws InvalidInput if one is none of those known
     */
    static Set<String> of(String parameter, @Nullable List<String> given, Collection<String> known) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String list : given == null ? List.<String>of() : given) {
            for (String name : list.split(",", -1)) {
                if (!known.contains(name.strip())) {
                    throw InvalidInput.parameter(
                            parameter, "unknown-value", "is one or more of " + String.join(", ", new TreeSet<>(known)));
                }
                chosen.add(name.strip());
            }
        }
        return chosen;
    }
}
