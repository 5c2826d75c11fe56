package org.onrecord.benchmark;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleText;
import org.onrecord.text.Span;
import tools.jackson.databind.json.JsonMapper;

/**
 * An article as a newsroom would hand it in, together with what is to be found in it.
 *
 * @param outlet its outlet's slug
 * @param mentions where entities are named, in text order
 * @param quotes what is quoted, in text order
 */
record GeneratedArticle(
        String outlet,
        String url,
        ArticleText text,
        @Nullable String section,
        List<String> tags,
        Instant publishedAt,
        List<Naming> mentions,
        List<Saying> quotes) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A place where an entity is named; code points of the body. */
    record Naming(GeneratedEntity entity, Span span, String text) {}

    /**
     * Something said.
     *
     * @param words inside the quotation marks
     * @param cue the word of saying
     * @param speaker where the speaker is named
     */
    record Saying(Span words, Span cue, Naming speaker) {}

    /** The request a newsroom would post. */
    String json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("outlet", outlet);
        members.put("url", url);
        members.put("headline", text.headline());
        members.put("standfirst", text.standfirst());
        members.put("byline", text.byline());
        members.put("body", text.body());
        members.put("section", section);
        members.put("tags", tags);
        members.put("language", "en");
        members.put("publishedAt", publishedAt.toString());
        return JSON.writeValueAsString(members);
    }
}
