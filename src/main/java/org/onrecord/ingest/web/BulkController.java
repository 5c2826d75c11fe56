package org.onrecord.ingest.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.Refresh;
import org.onrecord.api.SearchCatchUp;
import org.onrecord.api.input.BodyLimit;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many articles at once, a line of JSON each; streamed both ways, so that any number fits into little memory. */
@RestController
class BulkController {

    private static final String NDJSON = "application/x-ndjson";

    private final BulkIntake bulk;
    private final SearchCatchUp search;

    BulkController(BulkIntake bulk, SearchCatchUp search) {
        this.bulk = bulk;
        this.search = search;
    }

    /**
     * Takes the lines in their order and answers each with a line; a bad line never sinks the rest. An upload that was
     * cut off may be sent again: what is stored already is unchanged.
     */
    @PostMapping(path = "/api/v1/articles/bulk", consumes = NDJSON)
    @BodyLimit(bytes = BodyLimit.NONE)
    void take(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "true") boolean clean,
            @RequestParam @Nullable Refresh refresh,
            Caller caller)
            throws IOException {
        response.setContentType(NDJSON);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        bulk.take(request.getInputStream(), response.getOutputStream(), clean, caller, () -> search.await(refresh));
    }
}
