package org.onrecord.ingest.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.input.Limits;
import org.onrecord.api.input.VerbatimText;
import org.onrecord.api.input.WellFormedText;
import org.onrecord.archive.ArticleAnalyser;
import org.onrecord.article.ArticleText;
import org.onrecord.ingest.Delivery;
import org.onrecord.ingest.Preparation;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Prepares items as the archive would, and stores nothing. */
@RestController
@RequestMapping("/api/v1/extract")
class ExtractController {

    private final Preparation preparation;
    private final ArticleAnalyser analyser;

    ExtractController(Preparation preparation, ArticleAnalyser analyser) {
        this.preparation = preparation;
        this.analyser = analyser;
    }

    /** @param clean false takes the input as the body as it stands, so that offsets count into the input */
    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    ExtractView fromText(
            @RequestBody byte[] text,
            @RequestParam(defaultValue = "true") boolean clean,
            @RequestParam(defaultValue = "false") boolean explain) {
        String input = WellFormedText.decoded(text);
        return clean ? prepared(new Delivery.PastedText(input), explain) : analysed("", input, explain);
    }

    @PostMapping(consumes = MediaType.TEXT_HTML_VALUE)
    ExtractView fromHtml(@RequestBody byte[] html, @RequestParam(defaultValue = "false") boolean explain) {
        return prepared(new Delivery.WebPage(WellFormedText.decoded(html)), explain);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ExtractView fromJson(
            @Valid @RequestBody ExtractRequest request,
            @RequestParam(defaultValue = "true") boolean clean,
            @RequestParam(defaultValue = "false") boolean explain) {
        String headline = Objects.requireNonNullElse(request.headline(), "");
        String body = request.body();
        return clean
                ? prepared(new Delivery.Parts(body, headline, null, null, null, body), explain)
                : analysed(headline, body, explain);
    }

    private ExtractView prepared(Delivery.Content content, boolean explain) {
        return ExtractView.of(preparation.prepare(new Delivery(Delivery.Metadata.NONE, content, true)), explain);
    }

    /** The text is taken exactly as it stands, not even normalised, so that offsets count into the input. */
    private ExtractView analysed(String headline, String body, boolean explain) {
        ArticleText text = new ArticleText(headline, null, null, null, body);
        return ExtractView.of(text, analyser.analyse(text), explain);
    }

    /**
     * A text to analyse.
     *
     * @param body taken exactly as sent, so that offsets into it hold
     */
    record ExtractRequest(
            @Size(max = Limits.HEADLINE_CHARACTERS) @Nullable
            String headline,

            @NotNull @JsonDeserialize(using = VerbatimText.class)
            String body) {}
}
