package org.onrecord.extraction.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lists of people or of places: "Leeds, Batley, Morley and York" names four towns, though one of them might be a person
 * elsewhere. Where most in a list of three or more are of one kind, so are the others.
 */
final class Enumerations {

    private static final int SHORTEST = 3;
    private static final int LISTED_PERSON = Gazetteer.GIVEN_NAME | Gazetteer.FAMILY_NAME;
    private static final Set<Long> SEPARATORS = Hash.ofAll(", | ; | and | or | &");
    private static final long COMMA = Hash.of(",");

    private final WordViews views;

    Enumerations(WordViews views) {
        this.views = views;
    }

    /** The names, in text order, those in a list brought in line. */
    List<TaggedName> settle(List<TaggedName> names) {
        var settled = new ArrayList<>(names);
        int from = 0;
        while (from < names.size()) {
            int to = from + 1;
            while (to < names.size() && isPersonOrPlace(names.get(to)) && follows(names.get(to - 1), names.get(to))) {
                to++;
            }
            if (to - from >= SHORTEST && isPersonOrPlace(names.get(from))) {
                bringInLine(settled.subList(from, to));
            }
            from = to;
        }
        return settled;
    }

    private static boolean isPersonOrPlace(TaggedName name) {
        return name.type() == NameLabels.PERSON || name.type() == NameLabels.PLACE;
    }

    /** Whether nothing but a comma, an "and" or both stand between. */
    private boolean follows(TaggedName name, TaggedName next) {
        int between = next.from() - name.to();
        return between == 1 && SEPARATORS.contains(views.lower[name.to()])
                || between == 2
                        && views.lower[name.to()] == COMMA
                        && views.lower[name.to() + 1] != COMMA
                        && SEPARATORS.contains(views.lower[name.to() + 1]);
    }

    private void bringInLine(List<TaggedName> list) {
        int places = 0;
        int people = 0;
        for (var name : list) {
            boolean place = isListedPlace(name) || name.type() == NameLabels.PLACE;
            places += place ? 1 : 0;
            people += name.type() == NameLabels.PERSON && !isListedPlace(name) ? 1 : 0;
        }
        if (places * 3 >= list.size() * 2) {
            list.replaceAll(name -> name.as(NameLabels.PLACE));
        } else if (people * 3 >= list.size() * 2) {
            list.replaceAll(name -> isListedPlace(name) ? name : name.as(NameLabels.PERSON));
        }
    }

    /** Whether the whole name is in a list of places and none of people. */
    private boolean isListedPlace(TaggedName name) {
        int kinds = ~0;
        for (int token = name.from(); token < name.to(); token++) {
            kinds &= views.wholePhrases[token];
        }
        return (kinds & Gazetteer.PLACES) != 0 && (kinds & LISTED_PERSON) == 0;
    }
}
