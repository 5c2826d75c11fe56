package org.onrecord.extraction.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Events that are called by their place: "the Berlin Film Festival" is one name, and so is, with its year, "the 2015
 * United Kingdom general election".
 */
final class Events {

    /** Words between the place and the vote. */
    private static final int MOST_WORDS = 6;

    private static final Set<Long> GATHERINGS = Hash.ofAll("""
            festival | summit | conference | championship | championships | olympics | prix | marathon | biennale
            expo | war | campaign | crisis""");
    private static final Set<Long> VOTES = Hash.ofAll("election | elections | by-election | referendum");
    private static final Set<Long> KINDS_OF_VOTE = Hash.ofAll("""
            general | presidential | parliamentary | legislative | federal | national | state | provincial
            regional | local | municipal | mayoral | gubernatorial | senate | house | of | representatives
            assembly | council | constitutional | independence | deputy | leadership | snap | special | primary""");

    private final WordViews views;

    Events(WordViews views) {
        this.views = views;
    }

    /** The names, in text order, those inside of an event's name replaced by it. */
    List<TaggedName> settle(List<TaggedName> names) {
        var settled = new ArrayList<TaggedName>(names.size());
        int end = 0;
        for (var name : names) {
            if (name.from() >= end) {
                var event = eventOf(name);
                settled.add(event);
                end = event.to();
            }
        }
        return settled;
    }

    /** The event that is called by a name, or else the name. */
    private TaggedName eventOf(TaggedName name) {
        int gathering = name.type() == NameLabels.PLACE ? endOfGathering(name) : -1;
        if (gathering > 0) {
            return new TaggedName(NameLabels.EVENT, name.from(), gathering);
        }
        int election = isBehindAYear(name) ? endOfElection(name) : -1;
        return election > 0 ? new TaggedName(NameLabels.EVENT, name.from() - 1, election) : name;
    }

    /** The token after the last capitalised word behind a place if that calls an event, otherwise -1. */
    private int endOfGathering(TaggedName place) {
        int limit = Math.min(views.size, place.to() + MOST_WORDS);
        int token = place.to();
        while (token < limit && isCapitalInside(token)) {
            token++;
        }
        return token > place.to() && GATHERINGS.contains(views.lower[token - 1]) ? token : -1;
    }

    private boolean isCapitalInside(int token) {
        return views.is(token, WordFlags.CAPITAL)
                && !views.is(token, WordFlags.SENTENCE_START)
                && !views.is(token, WordFlags.TITLE_CASE_SENTENCE);
    }

    private boolean isBehindAYear(TaggedName name) {
        boolean ofAPlace = name.type() == NameLabels.PLACE || name.type() == NameLabels.ORGANISATION;
        int year = name.from() - 1;
        return ofAPlace && year >= 0 && views.is(year, WordFlags.YEAR);
    }

    /** The token after the word for a vote behind a name, -1 where there is none. */
    private int endOfElection(TaggedName name) {
        int limit = Math.min(views.size, name.to() + MOST_WORDS);
        int token = name.to();
        while (token < limit && KINDS_OF_VOTE.contains(views.lower[token])) {
            token++;
        }
        return token < limit && VOTES.contains(views.lower[token]) ? token + 1 : -1;
    }
}
