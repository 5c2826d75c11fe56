package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.Locale;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.GenderedNouns;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.PersonNouns;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.WordClass;
import org.onrecord.extraction.resolving.Cast;
import org.onrecord.extraction.resolving.Member;

/** What an article calls people besides their names: "Sen.", "the minister, John Smith,", "Smith, 45, a lawyer,". */
final class Descriptions {

    private final Narration narration;
    private final Cast cast;
    private final Clauses clauses;

    Descriptions(Narration narration, Cast cast) {
        this.narration = narration;
        this.cast = cast;
        this.clauses = new Clauses(narration);
    }

    /** Adds to each person of the cast what the article calls them. */
    void collect() {
        for (int piece = 0; piece < narration.size(); piece++) {
            if (narration.isPerson(piece)) {
                Member member = cast.memberOf(narration.nameIndex(piece));
                describeByHonorifics(piece, member);
                describeByModifiers(piece, member);
                describeByApposition(piece, member);
                describeByPredicate(piece, member);
            }
        }
    }

    /** "Sen." inside the name or before it. */
    private void describeByHonorifics(int piece, Member member) {
        String name = narration.words(piece, piece + 1);
        int space = name.indexOf(' ');
        if (space > 0) {
            member.describe(PersonNouns.spelledOut(name.substring(0, space).toLowerCase(Locale.ROOT)));
        }
    }

    private void describeByModifiers(int piece, Member member) {
        for (int before = piece - 1; before >= clauses.floor(piece) && piece - before <= 6; before--) {
            WordClass found = narration.wordClass(before);
            if (found == NOUN || found == ADJECTIVE || found == NAME && !narration.isPerson(before)) {
                describe(member, before);
            } else {
                break;
            }
        }
        // "the minister, John Smith,"
        if (piece - 1 > clauses.floor(piece) && narration.is(piece - 1, COMMA)) {
            Phrase before = clauses.fullEndingAt(piece - 2);
            if (before != null
                    && !narration.isPerson(before.head())
                    && narration.is(before.from(), DETERMINER)
                    && (piece + 1 >= narration.size()
                            || narration.wordClass(piece + 1).isPunctuation())) {
                describe(member, before);
            }
        }
    }

    private void describeByApposition(int piece, Member member) {
        int comma = piece + 1;
        int ceiling = clauses.ceiling(piece);
        if (comma < ceiling && narration.is(comma, OPENING_BRACKET)) {
            while (comma < ceiling && comma - piece < 10 && !narration.is(comma, CLOSING_BRACKET)) {
                comma++;
            }
            comma++;
        }
        if (comma + 1 >= ceiling || !narration.is(comma, COMMA)) {
            return;
        }
        int first = comma + 1;
        if (narration.is(first, NUMBER)
                && first + 1 < ceiling
                && narration.wordClass(first + 1).isPunctuation()) {
            member.describe(narration.lower(first) + "-year-old");
            first += 2;
        }
        if (first >= ceiling) {
            return;
        }
        Phrase apposition = clauses.startingAt(first);
        if (apposition == null || narration.isPerson(apposition.head()) || narration.is(apposition.head(), PRONOUN)) {
            return;
        }
        boolean ends = apposition.to() >= ceiling
                || narration.wordClass(apposition.to()).isPunctuation()
                || narration.is(apposition.to(), PREPOSITION, RELATIVE);
        if (ends) {
            describe(member, apposition);
        }
    }

    private void describeByPredicate(int piece, Member member) {
        int verb = piece + 1;
        if (verb + 1 < clauses.ceiling(piece)
                && narration.says(verb, "is", "was", "became")
                && narration.is(verb + 1, DETERMINER)) {
            Phrase predicate = clauses.startingAt(verb + 1);
            if (predicate != null) {
                describe(member, predicate);
            }
        }
    }

    private void describe(Member member, Phrase phrase) {
        for (int piece = phrase.from(); piece <= phrase.head(); piece++) {
            if (narration.is(piece, NOUN, ADJECTIVE, NAME)) {
                describe(member, piece);
            }
        }
    }

    private void describe(Member member, int piece) {
        String word = PersonNouns.spelledOut(narration.lower(piece));
        if (word.isEmpty()) {
            word = narration.words(piece, piece + 1).toLowerCase(Locale.ROOT);
        }
        member.describe(word);
        if (word.startsWith("ex-")) {
            member.describe(word.substring(3));
        }
        member.learnFromArticle(GenderedNouns.genderOf(word), !GenderedNouns.isOffice(word));
    }
}
