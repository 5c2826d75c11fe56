package org.onrecord.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the candidates a name means. A full name means one of those who go by it, always: a copy of somebody is worse
 * than the likeliest of two namesakes. A surname alone means the one bearer whom the company or the archive at large
 * points to; otherwise it stays a name of which nobody is known.
 */
final class Choice {

    /** Articles from which on the archive at large can point to a bearer of a surname. */
    private static final int OFTEN = 5;

    /** How many times oftener than the next a bearer is named whom the surname alone means. */
    private static final int TIMES = 4;

    private Choice() {}

    /** Of those who go by a full name, or by the name of something; empty only if there are none. */
    static Optional<Candidate> ofNamesakes(List<Candidate> candidates, Company company) {
        return candidates.stream()
                .min(Comparator.<Candidate>comparingInt(candidate -> -company.of(candidate))
                        .thenComparingInt(candidate -> -candidate.articles())
                        .thenComparing(Candidate::id));
    }

    /**
     * Of the bearers of a surname that stands alone.
     *
     * @param bearers known by a full name, or by the surname alone
     */
    static Optional<Candidate> ofBearers(List<Candidate> bearers, Company company) {
        List<Candidate> full =
                bearers.stream().filter(bearer -> !bearer.standsAlone()).toList();
        Optional<Candidate> alone =
                bearers.stream().filter(Candidate::standsAlone).max(Comparator.comparing(Candidate::articles));
        Optional<Candidate> inCompany = foremost(full, company::of, 1, 2);
        if (inCompany.isPresent()) {
            return inCompany;
        }
        Optional<Candidate> known = foremost(full, Candidate::articles, OFTEN, TIMES)
                .filter(bearer -> alone.map(Candidate::articles).orElse(0) < TIMES * bearer.articles());
        return known.isPresent() ? known : alone;
    }

    private interface Weight {
        int of(Candidate candidate);
    }

    /** The one of the greatest weight, if that is enough and so many times the next one's. */
    private static Optional<Candidate> foremost(List<Candidate> candidates, Weight weight, int least, int times) {
        List<Candidate> byWeight = candidates.stream()
                .sorted(Comparator.comparingInt(weight::of).reversed())
                .toList();
        if (byWeight.isEmpty() || weight.of(byWeight.get(0)) < least) {
            return Optional.empty();
        }
        boolean ahead = byWeight.size() == 1 || weight.of(byWeight.get(0)) >= times * weight.of(byWeight.get(1));
        return ahead ? Optional.of(byWeight.get(0)) : Optional.empty();
    }
}
