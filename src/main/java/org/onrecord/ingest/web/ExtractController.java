package org.onrecord.ingest.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.input.Limits;
import org.onrecord.api.input.VerbatimText;
import org.onrecord.api.input.WellFormedText;
import org.onrecord.ingest.Delivery;
import org.onrecord.ingest.Reading;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The analysis alone: nothing is stored. */
@RestController
@RequestMapping("/api/v1/extract")
class ExtractController {

    private final Reading reading;

    ExtractController(Reading reading) {
        this.reading = reading;
    }

    /** @param clean false takes the input as the body as it stands, so that offsets count into the input */
    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    ExtractView fromText(
            @RequestBody byte[] text,
            @RequestParam(defaultValue = "true") boolean clean,
            @RequestParam(defaultValue = "false") boolean explain) {
        String input = WellFormedText.decoded(text);
        return clean
                ? ExtractView.of(reading.read(new Delivery.PastedText(input)), explain)
                : ExtractView.of(reading.readVerbatim(null, input), explain);
    }

    @PostMapping(consumes = MediaType.TEXT_HTML_VALUE)
    ExtractView fromHtml(@RequestBody byte[] html, @RequestParam(defaultValue = "false") boolean explain) {
        return ExtractView.of(reading.read(new Delivery.WebPage(WellFormedText.decoded(html))), explain);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ExtractView fromJson(
            @Valid @RequestBody ExtractRequest request,
            @RequestParam(defaultValue = "true") boolean clean,
            @RequestParam(defaultValue = "false") boolean explain) {
        String headline = request.headline() == null ? "" : request.headline();
        return clean
                ? ExtractView.of(
                        reading.read(new Delivery.Parts(request.body(), headline, null, null, null, request.body())),
                        explain)
                : ExtractView.of(reading.readVerbatim(request.headline(), request.body()), explain);
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
