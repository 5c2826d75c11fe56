package org.onrecord.backup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.onrecord.api.BrokenExport;
import org.onrecord.backup.ArchiveExport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets admins take everything with them. */
@RestController
@RequestMapping("/api/v1/admin/export")
class ExportController {

    private static final int BUFFER = 1 << 16;

    private final ArchiveExport export;

    ExportController(ArchiveExport export) {
        this.export = export;
    }

    @GetMapping(produces = "application/x-ndjson")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"onrecord.ndjson\"");
        OutputStream lines = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        try {
            export.writeTo(lines);
        } catch (RuntimeException failure) {
            throw response.isCommitted() ? new BrokenExport(failure) : failure;
        }
    }
}
