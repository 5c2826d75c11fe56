package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.MentionKind;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.GenderedNouns;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.PersonNouns;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.WordClass;
import org.onrecord.extraction.resolving.Cast;
import org.onrecord.extraction.resolving.Gender;
import org.onrecord.extraction.resolving.Member;

/**
 * Follows who is talked about from sentence to sentence, and so whom a pronoun or a description means. Salience decays
 * with every sentence and is renewed by every mention, most by a subject's, after Lappin and Leass (1994); gender
 * decides first. The speaker of the words just quoted counts as a subject.
 */
final class Discourse {

    private static final double DECAY_PER_SENTENCE = 0.4;
    private static final double CARRY = 0.6;
    private static final double UNSURE = 0.85;
    private static final double SPEAKER = 1.6;
    private static final double SUBJECT = 1.3;
    private static final double OBJECT = 0.7;
    private static final double OBLIQUE = 0.55;
    private static final double POSSESSOR = 0.5;
    private static final double MODIFIER = 0.25;
    private static final double PRONOUN_SUBJECT = 1.3;
    private static final double PRONOUN_OTHER = 0.3;

    /** More people than these are never in play at once. */
    private static final int IN_PLAY = 16;

    private final Narration narration;
    private final Cast cast;
    private final Clauses clauses;
    private final Map<Integer, Frame> frameOfSource = new HashMap<>();
    private final Set<Integer> speakerHeads = new HashSet<>();
    private final Member[] memberOfPiece;
    private final double[] certainty;
    private final List<Activation> inPlay = new ArrayList<>();

    private static final class Activation {
        private final Member member;
        private double salience;
        private int sentence;
        private int lastPiece;

        Activation(Member member) {
            this.member = member;
        }

        double at(int now) {
            return salience * Math.pow(DECAY_PER_SENTENCE, Math.min(60, now - sentence));
        }
    }

    private Discourse(Narration narration, Cast cast, List<Frame> frames) {
        this.narration = narration;
        this.cast = cast;
        this.clauses = new Clauses(narration);
        this.memberOfPiece = new Member[narration.size()];
        this.certainty = new double[narration.size()];
        for (Frame frame : frames) {
            Phrase source = frame.source();
            if (source != null) {
                frameOfSource.putIfAbsent(source.head(), frame);
                if (frame.reports(Report.SAY) || frame.reports(Report.THINK) || frame.reports(Report.REGARD)) {
                    speakerHeads.add(source.head());
                }
            }
        }
    }

    static Discourse of(Narration narration, Cast cast, List<Frame> frames) {
        var discourse = new Discourse(narration, cast, frames);
        discourse.describe();
        discourse.read();
        return discourse;
    }

    // What the article calls people

    private void describe() {
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

    // Reading on

    private void read() {
        for (int sentence = 0; sentence < narration.sentences(); sentence++) {
            boolean verbSeen = false;
            for (int piece = narration.sentenceStart(sentence); piece < narration.sentenceEnd(sentence); piece++) {
                readPiece(piece, sentence, verbSeen);
                verbSeen |= narration.wordClass(piece).isVerbal();
            }
        }
    }

    private void readPiece(int piece, int sentence, boolean verbSeen) {
        if (narration.isPerson(piece)) {
            Member member = cast.memberOf(narration.nameIndex(piece));
            memberOfPiece[piece] = member;
            certainty[piece] = 1;
            activate(member, role(piece, verbSeen), sentence, piece);
            return;
        }
        String word = narration.lower(piece);
        Gender gender = GenderedNouns.ofPronoun(word);
        if (gender == Gender.UNKNOWN) {
            readDescription(piece, sentence);
            return;
        }
        boolean subject = narration.is(piece, PRONOUN);
        Activation chosen = choose(gender, sentence, piece, subject);
        if (chosen != null) {
            memberOfPiece[piece] = chosen.member;
            activate(
                    chosen.member,
                    speakerHeads.contains(piece) ? SPEAKER : subject ? PRONOUN_SUBJECT : PRONOUN_OTHER,
                    sentence,
                    piece);
        }
    }

    /** "the lawyer said": whom the article calls so, or who is talked about when it has no other name for him. */
    private void readDescription(int piece, int sentence) {
        Frame frame = frameOfSource.get(piece);
        if (frame == null || frame.source() == null || !isSingularDescription(frame.source())) {
            return;
        }
        Member member = described(frame.source(), sentence);
        double sure = 0.8;
        if (member == null) {
            Activation varied = variation(frame.source(), sentence);
            member = varied == null ? null : varied.member;
            sure = 0.65;
        }
        if (member != null) {
            memberOfPiece[piece] = member;
            certainty[piece] = sure;
            activate(member, SPEAKER, sentence, piece);
        }
    }

    private boolean isSingularDescription(Phrase phrase) {
        boolean definite = narration.says(phrase.from(), "the");
        WordClass head = narration.wordClass(phrase.head());
        return definite && (head == NOUN || head == NAME && !narration.isPerson(phrase.head()));
    }

    /**
     * Elegant variation: "the Indiana governor" for the man just spoken of. Only for nouns that mean one known person
     * where they carry a modifier, and only where one person stands out.
     */
    private @Nullable Activation variation(Phrase phrase, int sentence) {
        String head = narration.lower(phrase.head());
        boolean varies = phrase.head() - phrase.from() >= 2 && PersonNouns.mayVary(head) || head.endsWith("-year-old");
        if (!varies) {
            return null;
        }
        Gender gender = GenderedNouns.genderOf(head);
        Activation best = null;
        double bestScore = 0;
        double second = 0;
        for (Activation candidate : inPlay) {
            Gender known = candidate.member.gender();
            if (known != Gender.UNKNOWN && gender != Gender.UNKNOWN && known != gender) {
                continue;
            }
            double score = candidate.at(sentence);
            if (score > bestScore) {
                second = bestScore;
                bestScore = score;
                best = candidate;
            } else {
                second = Math.max(second, score);
            }
        }
        return best != null && sentence - best.sentence <= 3 && bestScore > 1.3 * second ? best : null;
    }

    private double role(int piece, boolean verbSeen) {
        if (speakerHeads.contains(piece)) {
            return SPEAKER;
        }
        if (narration.is(piece + 1, POSSESSIVE_CLITIC)) {
            return POSSESSOR;
        }
        if (modifiesFollowing(piece)) {
            return MODIFIER;
        }
        if (piece > 0
                && narration.sentence(piece - 1) == narration.sentence(piece)
                && narration.is(piece - 1, PREPOSITION, TO)) {
            return OBLIQUE;
        }
        return verbSeen ? OBJECT : SUBJECT;
    }

    /** "Clinton aide Jane Smith": the first name only says whose aide. */
    private boolean modifiesFollowing(int piece) {
        int next = piece + 1;
        return next < narration.size()
                && narration.sentence(next) == narration.sentence(piece)
                && narration.is(next, NOUN, ADJECTIVE, NAME);
    }

    private void activate(Member member, double weight, int sentence, int piece) {
        Activation activation = null;
        for (Activation candidate : inPlay) {
            if (candidate.member == member) {
                activation = candidate;
            }
        }
        if (activation == null) {
            activation = new Activation(member);
            if (inPlay.size() == IN_PLAY) {
                inPlay.remove(leastSalient(sentence));
            }
            inPlay.add(activation);
        }
        activation.salience = CARRY * activation.at(sentence) + weight;
        activation.sentence = sentence;
        activation.lastPiece = piece;
    }

    private int leastSalient(int sentence) {
        int least = 0;
        for (int index = 1; index < inPlay.size(); index++) {
            if (inPlay.get(index).at(sentence) < inPlay.get(least).at(sentence)) {
                least = index;
            }
        }
        return least;
    }

    private @Nullable Activation choose(Gender gender, int sentence, int piece, boolean subject) {
        Activation best = null;
        double bestScore = 0;
        double second = 0;
        for (Activation candidate : inPlay) {
            Gender known = candidate.member.gender();
            if (known != Gender.UNKNOWN && known != gender) {
                continue;
            }
            double score = candidate.at(sentence) * (known == Gender.UNKNOWN ? UNSURE : 1);
            if (score > bestScore) {
                second = bestScore;
                bestScore = score;
                best = candidate;
            } else {
                second = Math.max(second, score);
            }
        }
        if (best == null || bestScore < 0.02) {
            return null;
        }
        certainty[piece] = bestScore / (bestScore + second);
        if (certainty[piece] > 0.8 && best.member.gender() == Gender.UNKNOWN && sentence - best.sentence <= 1) {
            best.member.learnFromArticle(gender, false);
        }
        return best;
    }

    // Answers

    /** The person a piece means, by name or pronoun; null where it means none or nobody fits. */
    @Nullable
    Member memberAt(int piece) {
        return memberOfPiece[piece];
    }

    /** The description of a person that has this piece for its head; null where it is a name, a pronoun or none. */
    @Nullable
    Phrase descriptionAt(int piece) {
        boolean described =
                memberOfPiece[piece] != null && GenderedNouns.ofPronoun(narration.lower(piece)) == Gender.UNKNOWN;
        Frame frame = described ? frameOfSource.get(piece) : null;
        return frame == null ? null : frame.source();
    }

    /** Whom a noun phrase means. */
    Referent referent(Phrase phrase) {
        int head = phrase.head();
        if (narration.is(head, PRONOUN, OBJECT_PRONOUN, POSSESSIVE_PRONOUN)) {
            Member member = memberOfPiece[head];
            return new Referent(member, member == null ? null : member.name(), MentionKind.PRONOUN, certainty[head]);
        }
        Member known = memberOfPiece[head];
        if (known != null && narration.nameIndex(head) < 0) {
            return new Referent(known, known.name(), MentionKind.DESCRIPTOR, certainty[head]);
        }
        if (known != null && isSingularDescription(phrase)) {
            return new Referent(known, known.name(), MentionKind.DESCRIPTOR, certainty[head]);
        }
        if (narration.nameIndex(head) >= 0) {
            Member member = cast.memberOf(narration.nameIndex(head));
            boolean possessor = head + 1 < phrase.to() && narration.is(head + 1, POSSESSIVE_CLITIC);
            if (!possessor && !phrase.plural()) {
                String name = member.isPerson() ? member.name() : printed(phrase);
                return new Referent(member, name, MentionKind.NAME, 1);
            }
        }
        if (phrase.plural()) {
            return new Referent(null, printed(phrase), MentionKind.DESCRIPTOR, 0.9);
        }
        return new Referent(null, printed(phrase), MentionKind.DESCRIPTOR, 0.9);
    }

    private String printed(Phrase phrase) {
        return narration.words(phrase.from(), phrase.to());
    }

    /** "the lawyer" for whom the article calls a lawyer; the most of its words decide, then who was named last. */
    private @Nullable Member described(Phrase phrase, int sentence) {
        String head = narration.lower(phrase.head());
        Member best = null;
        double bestScore = 0;
        for (Member member : cast.members()) {
            if (!member.isPerson()
                    || !member.descriptors().contains(head)
                    || member.mentions().get(0).start() > narration.start(phrase.from())) {
                continue;
            }
            double score = 1;
            for (int piece = phrase.from() + 1; piece < phrase.head(); piece++) {
                if (member.descriptors().contains(narration.lower(piece))) {
                    score += 1;
                }
            }
            Activation activation = activationOf(member);
            score += activation == null ? 0 : Math.min(0.9, activation.at(sentence));
            if (score > bestScore) {
                best = member;
                bestScore = score;
            }
        }
        return best;
    }

    private @Nullable Activation activationOf(Member member) {
        for (Activation activation : inPlay) {
            if (activation.member == member) {
                return activation;
            }
        }
        return null;
    }
}
