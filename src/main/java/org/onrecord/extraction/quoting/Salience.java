package org.onrecord.extraction.quoting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.persons.Gender;
import org.onrecord.extraction.resolving.Member;

/**
 * Who is talked about, and how much, sentence by sentence. Salience decays with every sentence and is renewed by every
 * mention, after Lappin and Leass (1994).
 */
final class Salience {

    private static final double DECAY_PER_SENTENCE = 0.4;
    private static final double CARRY = 0.6;

    /** More people than these are never in play at once. */
    private static final int IN_PLAY = 16;

    private final List<Activation> inPlay = new ArrayList<>();

    private static final class Activation {
        private final Member member;
        private double salience;
        private int sentence;

        Activation(Member member) {
            this.member = member;
        }

        double at(int now) {
            return salience * Math.pow(DECAY_PER_SENTENCE, Math.min(60, now - sentence));
        }
    }

    /**
     * The most salient person whose gender fits.
     *
     * @param sentence where the person was last mentioned
     * @param second the salience of the next one
     */
    record Leader(Member member, int sentence, double score, double second) {}

    /** Adds the weight of a mention to what is left of a person's salience. */
    void renew(Member member, double weight, int now) {
        Activation activation = activationOf(member);
        if (activation == null) {
            activation = new Activation(member);
            if (inPlay.size() == IN_PLAY) {
                inPlay.remove(leastSalient(now));
            }
            inPlay.add(activation);
        }
        activation.salience = CARRY * activation.at(now) + weight;
        activation.sentence = now;
    }

    private int leastSalient(int now) {
        int least = 0;
        for (int index = 1; index < inPlay.size(); index++) {
            if (inPlay.get(index).at(now) < inPlay.get(least).at(now)) {
                least = index;
            }
        }
        return least;
    }

    /** The person most talked about of this gender or of none that is known; null where nobody fits. */
    @Nullable
    Leader leader(Gender gender, int now, double weightOfUnknown) {
        Activation best = null;
        double bestScore = 0;
        double second = 0;
        for (Activation candidate : inPlay) {
            Gender known = candidate.member.gender();
            if (known != Gender.UNKNOWN && gender != Gender.UNKNOWN && known != gender) {
                continue;
            }
            double score = candidate.at(now) * (known == Gender.UNKNOWN ? weightOfUnknown : 1);
            if (score > bestScore) {
                second = bestScore;
                bestScore = score;
                best = candidate;
            } else {
                second = Math.max(second, score);
            }
        }
        return best == null ? null : new Leader(best.member, best.sentence, bestScore, second);
    }

    /** How much a person is talked about, 0 where not at all. */
    double of(Member member, int now) {
        Activation activation = activationOf(member);
        return activation == null ? 0 : activation.at(now);
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
