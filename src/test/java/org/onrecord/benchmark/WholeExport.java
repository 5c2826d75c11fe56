package org.onrecord.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything a list holds, taken along as NDJSON.
 *
 * @param rows lines before the last
 * @param whole whether the last line says that it is the last, after so many
 * @param growth MiB of memory of its own the archive had more at the worst than before; 0 where there is no /proc
 */
record WholeExport(long rows, boolean whole, Duration took, long growth) {

    private static final int BETWEEN_LOOKS = 2_000;

    /** Takes a list along, and looks at the archive's memory while it does. */
    static WholeExport of(ArchiveProgram archive, String list) throws IOException {
        long before = archive.memory().own();
        long most = before;
        long rows = 0;
        long start = System.nanoTime();
        String last = "";
        URI uri = URI.create("http://127.0.0.1:" + archive.port() + "/api/v1/" + list + "?format=ndjson");
        try (var lines = new BufferedReader(new InputStreamReader(uri.toURL().openStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                if (++rows % BETWEEN_LOOKS == 0) {
                    most = Math.max(most, archive.memory().own());
                }
            }
        }
        var trailer = new JsonMapper().readTree(last);
        boolean whole = trailer.path("end").asBoolean() && trailer.path("count").asLong() == rows - 1;
        return new WholeExport(rows - 1, whole, Duration.ofNanos(System.nanoTime() - start), most - before);
    }
}
