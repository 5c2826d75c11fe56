package org.onrecord.extraction.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.onrecord.text.TokenisedText;

/**
 * Where a text explains an acronym, "the Office for National Statistics (ONS)", name and acronym are of one kind, and
 * so is the acronym wherever it stands. The long form is found as Schwartz and Hearst do ("A Simple Algorithm for
 * Identifying Abbreviation Definitions in Biomedical Text", 2003), by the initials of its words.
 */
final class Acronyms {

    private static final int LONGEST = 8;

    /** Words of the long form that may have no letter in the acronym. */
    private static final int MOST_SKIPPED = 2;

    private static final long OPEN = Hash.of("(");
    private static final long CLOSE = Hash.of(")");
    private static final Set<Long> SMALL_WORDS = Hash.ofAll("""
            of | for | the | and | de | del | la | on | in | to | & | - | 's | al""");

    private final TokenisedText text;
    private final WordViews views;

    Acronyms(TokenisedText text, WordViews views) {
        this.text = text;
        this.views = views;
    }

    /** The names, in text order, corrected and completed by the definitions the text gives. */
    List<TaggedName> settle(List<TaggedName> names) {
        var settled = new ArrayList<TaggedName>(names.size());
        var kinds = new LongIntMap();
        boolean defined = false;
        int next = 0;
        for (int bracket = 1; bracket + 2 < views.size; bracket++) {
            if (views.word[bracket] == OPEN && views.word[bracket + 2] == CLOSE && isAcronym(bracket + 1)) {
                while (next < names.size() && names.get(next).from() < bracket) {
                    settled.add(names.get(next++));
                }
                defined |= settle(bracket, settled, kinds);
            }
        }
        settled.addAll(names.subList(next, names.size()));
        return defined ? withAcronyms(settled, kinds) : names;
    }

    private boolean isAcronym(int token) {
        int length = text.tokenEnd(token) - text.tokenStart(token);
        if (length < 2 || length > LONGEST || !views.is(token, WordFlags.CAPITAL)) {
            return false;
        }
        int capitals = 0;
        for (int index = text.tokenStart(token); index < text.tokenEnd(token); index++) {
            capitals += Character.isUpperCase(text.text().charAt(index)) ? 1 : 0;
        }
        return capitals >= 2;
    }

    /** Whether a bracket defines an acronym; if so its long form takes the place of the names in it. */
    private boolean settle(int bracket, List<TaggedName> namesBefore, LongIntMap kinds) {
        int start = longFormOf(text.token(bracket + 1), bracket);
        int type = start >= 0 ? typeOf(start, bracket, namesBefore) : typeBefore(bracket, namesBefore);
        if (type < 0) {
            return false;
        }
        kinds.put(views.word[bracket + 1], type + 1);
        if (start >= 0) {
            namesBefore
                    .subList(firstAfter(start, namesBefore), namesBefore.size())
                    .clear();
            namesBefore.add(new TaggedName(type, start, bracket));
        }
        return true;
    }

    /** Where the names begin that end after a token; they are looked for from the last one on. */
    private static int firstAfter(int token, List<TaggedName> names) {
        int first = names.size();
        while (first > 0 && names.get(first - 1).to() > token) {
            first--;
        }
        return first;
    }

    /** The first token of what an acronym abbreviates, or -1. */
    private int longFormOf(String acronym, int bracket) {
        int letter = acronym.length() - 1;
        int skipped = 0;
        int token = bracket - 1;
        int earliest = Math.max(0, bracket - 2 * LONGEST);
        while (token >= earliest) {
            while (letter >= 0 && !Character.isLetter(acronym.charAt(letter))) {
                letter--;
            }
            if (letter < 0) {
                break;
            }
            char wanted = Character.toLowerCase(acronym.charAt(letter));
            boolean small = SMALL_WORDS.contains(views.lower[token]);
            if (Character.toLowerCase(views.initial(token)) == wanted && (!small || letter > 0)) {
                letter--;
                if (letter < 0) {
                    break;
                }
            } else if (!small && (++skipped > MOST_SKIPPED || views.is(token, WordFlags.PUNCTUATION))) {
                return -1;
            }
            token--;
        }
        boolean complete = letter < 0 && token >= earliest && bracket - token >= 2;
        return complete && views.is(token, WordFlags.CAPITAL) ? token : -1;
    }

    /** What the long form is, judged by the names found in it; -1 where nothing speaks for a name. */
    private int typeOf(int start, int end, List<TaggedName> names) {
        int[] covered = new int[NameLabels.TYPES];
        for (var name : names.subList(firstAfter(start, names), names.size())) {
            covered[name.type()] += Math.min(end, name.to()) - Math.max(start, name.from());
        }
        if (covered[NameLabels.PERSON] * 2 > end - start) {
            return -1;
        }
        boolean named = Arrays.stream(covered).sum() > 0;
        if (named && NameRules.isWordForAPlace(views.lower[end - 1])) {
            return NameLabels.PLACE;
        }
        if (named && NameRules.isWordForADocument(views.lower[end - 1])) {
            return NameLabels.OTHER;
        }
        boolean organised = false;
        int capitals = 0;
        for (int token = start; token < end; token++) {
            organised |= (views.gazetteer[token] & Gazetteer.ORGANISATION_WORD) != 0;
            capitals += views.is(token, WordFlags.CAPITAL) ? 1 : 0;
        }
        if (covered[NameLabels.PLACE] == end - start && !organised) {
            return NameLabels.PLACE;
        }
        if (covered[NameLabels.ORGANISATION] > 0 || (organised && capitals >= 2)) {
            return NameLabels.ORGANISATION;
        }
        return covered[NameLabels.OTHER] > 0 ? NameLabels.OTHER : -1;
    }

    /** An acronym right behind an organisation is its own, however it is formed. */
    private int typeBefore(int bracket, List<TaggedName> names) {
        if ((views.gazetteer[bracket + 1] & Gazetteer.COUNTRY) != 0) {
            return -1;
        }
        var last = names.isEmpty() ? null : names.get(names.size() - 1);
        if (last != null
                && last.to() == bracket
                && last.to() - last.from() > 1
                && last.type() == NameLabels.ORGANISATION) {
            return NameLabels.ORGANISATION;
        }
        return -1;
    }

    /** Every place of the acronyms that is not part of a longer name gets the acronym's kind. */
    private List<TaggedName> withAcronyms(List<TaggedName> names, LongIntMap kinds) {
        var complete = new ArrayList<TaggedName>();
        int next = 0;
        for (int token = 0; token < views.size; token++) {
            while (next < names.size() && names.get(next).to() <= token) {
                complete.add(names.get(next++));
            }
            int kind = kinds.get(views.word[token]);
            var name = next < names.size() && names.get(next).from() <= token ? names.get(next) : null;
            if (kind != 0 && name == null) {
                complete.add(new TaggedName(kind - 1, token, token + 1));
            } else if (kind != 0 && name != null && name.to() - name.from() == 1) {
                complete.add(new TaggedName(kind - 1, token, token + 1));
                next++;
            }
        }
        complete.addAll(names.subList(next, names.size()));
        return complete;
    }
}
