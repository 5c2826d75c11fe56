package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.MentionKind;
import org.onrecord.extraction.framing.Frame;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.GenderedNouns;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.PersonNouns;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.WordClass;
import org.onrecord.extraction.persons.Gender;
import org.onrecord.extraction.resolving.Cast;
import org.onrecord.extraction.resolving.Member;

/**
 * Finds whom a pronoun or a description means, reading sentence by sentence. Gender decides first, then who is most
 * salient: a speaker's mention weighs most, then a subject's.
 */
final class Discourse {

    private static final double UNSURE = 0.85;
    private static final double SPEAKER = 1.6;
    private static final double SUBJECT = 1.3;
    private static final double OBJECT = 0.7;
    private static final double OBLIQUE = 0.55;
    private static final double POSSESSOR = 0.5;
    private static final double MODIFIER = 0.25;
    private static final double PRONOUN_SUBJECT = 1.3;
    private static final double PRONOUN_OTHER = 0.3;

    private final Narration narration;
    private final Cast cast;
    private final Clauses clauses;
    private final Map<Integer, Frame> frameOfSource = new HashMap<>();
    private final Set<Integer> speakerHeads = new HashSet<>();
    private final Member[] memberOfPiece;
    private final double[] certainty;
    private final Salience salience = new Salience();

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
        new Descriptions(narration, cast).collect();
        discourse.read();
        return discourse;
    }

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
            salience.renew(member, role(piece, verbSeen), sentence);
            return;
        }
        String word = narration.lower(piece);
        Gender gender = GenderedNouns.ofPronoun(word);
        if (gender == Gender.UNKNOWN) {
            readDescription(piece, sentence);
            return;
        }
        boolean subject = narration.is(piece, PRONOUN);
        Member chosen = choose(gender, sentence, piece);
        if (chosen != null) {
            memberOfPiece[piece] = chosen;
            double weight = speakerHeads.contains(piece) ? SPEAKER : subject ? PRONOUN_SUBJECT : PRONOUN_OTHER;
            salience.renew(chosen, weight, sentence);
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
            member = variation(frame.source(), sentence);
            sure = 0.65;
        }
        if (member != null) {
            memberOfPiece[piece] = member;
            certainty[piece] = sure;
            salience.renew(member, SPEAKER, sentence);
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
    private @Nullable Member variation(Phrase phrase, int sentence) {
        String head = narration.lower(phrase.head());
        boolean varies = phrase.head() - phrase.from() >= 2 && PersonNouns.mayVary(head) || head.endsWith("-year-old");
        var leader = varies ? salience.leader(GenderedNouns.genderOf(head), sentence, 1) : null;
        if (leader == null) {
            return null;
        }
        boolean standsOut = sentence - leader.sentence() <= 3 && leader.score() > 1.3 * leader.second();
        return standsOut ? leader.member() : null;
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

    private @Nullable Member choose(Gender gender, int sentence, int piece) {
        var leader = salience.leader(gender, sentence, UNSURE);
        if (leader == null || leader.score() < 0.02) {
            return null;
        }
        Member chosen = leader.member();
        certainty[piece] = leader.score() / (leader.score() + leader.second());
        if (certainty[piece] > 0.8 && chosen.gender() == Gender.UNKNOWN && sentence - leader.sentence() <= 1) {
            chosen.learnFromArticle(gender, false);
        }
        return chosen;
    }

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
            score += Math.min(0.9, salience.of(member, sentence));
            if (score > bestScore) {
                best = member;
                bestScore = score;
            }
        }
        return best;
    }
}
