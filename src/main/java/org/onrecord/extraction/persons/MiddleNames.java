package org.onrecord.extraction.persons;

import java.util.List;

/** Middle names and initials, which articles print or leave out. */
public final class MiddleNames {

    private MiddleNames() {}

    /**
     * Whether one person may have both: one side prints none, or the initials are those of the other side in order, or a
     * name stands on both sides. "W." and "H. W." are two people's.
     *
     * @param one folded, initials without their stop
     */
    public static boolean agree(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return true;
        }
        if (areInitials(one) && areInitials(other)) {
            List<String> longer = one.size() > other.size() ? one : other;
            List<String> shorter = longer == one ? other : one;
            return longer.subList(0, shorter.size()).equals(shorter);
        }
        return one.stream().anyMatch(mine -> other.stream().anyMatch(theirs -> agree(mine, theirs)));
    }

    private static boolean areInitials(List<String> names) {
        return names.stream().allMatch(name -> name.length() == 1);
    }

    private static boolean agree(String one, String other) {
        return one.equals(other) || (one.length() == 1 || other.length() == 1) && one.charAt(0) == other.charAt(0);
    }
}
