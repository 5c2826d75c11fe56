package org.onrecord.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.BrokenExport;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.kernel.Gate;
import org.onrecord.search.index.Order;
import org.onrecord.search.query.Finder;
import org.onrecord.search.query.Found;
import org.onrecord.search.query.Search;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every result of a search, page after page, holding one page in memory at a time. What is written is flushed at
 * the end only, and never closed: an export that fails on its way must not look like one that came to its end.
 */
@Component
class Exports {

    private static final int PAGE = 500;

    /** Each keeps a thread until its reader has taken all of it. */
    private final Gate exports =
            Gate.withoutWaiting(16, "Too many exports are under way; ask for this one again later.");

    /** Pages are read in turn, so that no more than these use the database. */
    private final Gate reading =
            new Gate(3, Duration.ofSeconds(20), 16, "Too many exports are under way; ask for this one again later.");

    private final Finder finder;
    private final JsonMapper json;

    Exports(Finder finder, JsonMapper json) {
        this.finder = finder;
        this.json = json;
    }

    /** RFC 4180: a header, CRLF, quotes where needed. */
    <T> void writeCsv(Asked asked, Listing<T> listing, HttpServletResponse response) throws IOException {
        try (Gate.Place place = exports.enter()) {
            start(response, ListFormat.CSV);
            var csv = new CSVPrinter(writer(response), CSVFormat.RFC4180);
            csv.printRecord(listing.table().columns());
            pages(asked, listing, response, page -> {
                for (T result : page) {
                    csv.printRecord(safe(listing.table().cells().apply(result)));
                }
            });
            csv.flush();
        }
    }

    /** A result a line, and a last line that says that it is the last. */
    <T> void writeNdjson(Asked asked, Listing<T> listing, HttpServletResponse response) throws IOException {
        try (Gate.Place place = exports.enter()) {
            start(response, ListFormat.NDJSON);
            Writer lines = writer(response);
            long[] count = {0};
            pages(asked, listing, response, page -> {
                for (T result : page) {
                    lines.write(json.writeValueAsString(result));
                    lines.write('\n');
                    count[0]++;
                }
            });
            lines.write(json.writeValueAsString(new Trailer(true, count[0])));
            lines.write('\n');
            lines.flush();
        }
    }

    private static void start(HttpServletResponse response, ListFormat format) {
        response.setContentType(format.contentType());
        response.setHeader("Content-Disposition", "attachment; filename=\"onrecord." + extension(format) + "\"");
    }

    private static String extension(ListFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static Writer writer(HttpServletResponse response) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 16);
    }

    private <T> void pages(Asked asked, Listing<T> listing, HttpServletResponse response, PageWriter<T> writer)
            throws IOException {
        Search first = asked.search();
        Search.After after = first.after();
        do {
            try {
                Search next = first.page(PAGE, after);
                Page<T> page = reading.through(() -> read(next, asked, listing));
                writer.write(page.results());
                after = page.next();
            } catch (RuntimeException failure) {
                throw response.isCommitted() ? new BrokenExport(failure) : failure;
            }
        } while (after != null);
    }

    private <T> Page<T> read(Search search, Asked asked, Listing<T> listing) {
        Found found = finder.find(search);
        refuseCutOff(search, found);
        return new Page<>(listing.show().apply(found, asked.expansions()), found.next());
    }

    /** An export holds every result or says that it cannot. */
    static void refuseCutOff(Search search, Found found) {
        if (search.order().isRelevance() && found.isBeyondRelevance()) {
            throw InvalidInput.parameter(
                    "sort",
                    "too-many-results",
                    "by relevance ends after " + Found.DEEPEST_RELEVANCE
                            + " results, and there are more; an export in any other order holds them all");
        }
    }

    /** All results are listed by date unless the caller wants another order: relevance ends where nobody looks. */
    static Order order(Asked asked, boolean sorted) {
        return sorted || !asked.search().order().isRelevance()
                ? asked.search().order()
                : asked.search().subject().order();
    }

    private static List<@Nullable Object> safe(List<@Nullable Object> cells) {
        List<@Nullable Object> safe = new ArrayList<>(cells.size());
        for (Object cell : cells) {
            safe.add(cell instanceof String text ? safe(text) : cell);
        }
        return safe;
    }

    /**
     * A cell that spreadsheets would take for a formula begins with an apostrophe instead (OWASP, CSV Injection).
     */
    static String safe(String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        return switch (cell.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> "'" + cell;
            default -> cell;
        };
    }

    /** The last line. */
    private record Trailer(boolean end, long count) {}

    private record Page<T>(List<T> results, Search.@Nullable After next) {}

    /** Writes one page. */
    private interface PageWriter<T> {
        void write(List<T> page) throws IOException;
    }
}
