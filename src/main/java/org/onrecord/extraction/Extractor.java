package org.onrecord.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.naming.NameTagger;
import org.onrecord.extraction.quoting.QuoteFinder;
import org.onrecord.extraction.resolving.Cast;
import org.onrecord.extraction.resolving.Member;
import org.onrecord.text.CharSpan;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;
import org.onrecord.text.TokenisedText;

/**
 * Reads an article's body: who is quoted, who and what is named. Holds the models and word lists, which take a moment
 * to load; immutable and thread-safe, so one is enough for a process.
 */
public final class Extractor {

    private final NameTagger nameTagger;
    private final QuoteFinder quoteFinder;

    private Extractor(NameTagger nameTagger, QuoteFinder quoteFinder) {
        this.nameTagger = nameTagger;
        this.quoteFinder = quoteFinder;
    }

    public static Extractor load() {
        return new Extractor(NameTagger.load(), QuoteFinder.load());
    }

    /**
     * Analyses a body; any text will do. Time grows linearly with its length. Cues are known in English alone, so a
     * body that is clearly in another language has no quotes rather than nonsense ones; names are looked for in any.
     */
    public Analysis analyse(String body) {
        TokenisedText text = TokenisedText.of(body);
        Cast cast = Cast.of(text, nameTagger.tag(text));
        String language = FunctionWords.languageOf(text);
        boolean readable = language.equals(FunctionWords.ENGLISH) || language.equals(FunctionWords.UNDETERMINED);
        QuoteFinder.Findings findings =
                readable ? quoteFinder.find(text, cast) : new QuoteFinder.Findings(List.of(), List.of());
        return new Findings(new CodePoints(body), language, cast, findings).analysis();
    }

    /** Turns what was found into the public result: code points, entities in the order of their first mention. */
    private record Findings(CodePoints body, String language, Cast cast, QuoteFinder.Findings found) {

        Analysis analysis() {
            List<Member> members = new ArrayList<>(cast.members());
            members.sort(
                    Comparator.comparingInt(member -> member.mentions().get(0).start()));
            Map<Member, Integer> places = new HashMap<>();
            members.forEach(member -> places.put(member, places.size()));
            Map<Member, List<FoundMention>> mentions = new HashMap<>();
            for (Member member : members) {
                List<FoundMention> byName = new ArrayList<>();
                member.mentions().forEach(name -> byName.add(mention(name.span(), MentionKind.NAME)));
                mentions.put(member, byName);
            }
            for (QuoteFinder.Reference reference : found.references()) {
                mentions.computeIfAbsent(reference.member(), member -> new ArrayList<>())
                        .add(mention(reference.span(), reference.kind()));
            }
            List<FoundEntity> entities = new ArrayList<>();
            for (Member member : members) {
                List<FoundMention> all = mentions.computeIfAbsent(member, absent -> new ArrayList<>());
                all.sort(Comparator.comparing(FoundMention::span));
                entities.add(new FoundEntity(member.type(), member.name(), member.gender(), all));
            }
            List<FoundQuote> quotes =
                    found.quotes().stream().map(quote -> quote(quote, places)).toList();
            return new Analysis(language, quotes, entities);
        }

        private FoundQuote quote(QuoteFinder.Quote quote, Map<Member, Integer> places) {
            List<Span> segments = quote.segments().stream().map(body::span).toList();
            CharSpan cue = quote.cue();
            return new FoundQuote(
                    quote.kind(),
                    segments,
                    cue == null ? null : body.span(cue),
                    speaker(quote, places),
                    quote.confidence(),
                    quote.reason());
        }

        private @Nullable FoundSpeaker speaker(QuoteFinder.Quote quote, Map<Member, Integer> places) {
            String name = quote.speaker();
            if (name == null) {
                return null;
            }
            CharSpan source = quote.source();
            MentionKind kind = quote.sourceKind();
            FoundMention mention = source == null || kind == null ? null : mention(source, kind);
            return new FoundSpeaker(name, mention, quote.member() == null ? null : places.get(quote.member()));
        }

        private FoundMention mention(CharSpan span, MentionKind kind) {
            return new FoundMention(body.span(span), span.in(body.text()), kind);
        }
    }
}
