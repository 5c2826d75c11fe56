package org.onrecord.api.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Problems;
import org.onrecord.api.RequestIds;
import org.springframework.http.HttpStatusCode;

/**
 * Tells as problems what Tomcat refuses before any filter sees it: a request line, a header or a Host it cannot read.
 * Made by Tomcat, by name.
 */
public class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = understood(request, response.getStatus());
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setStatus(status);
        if (status == 405) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        }
        var id = response.getHeader(RequestIds.HEADER);
        if (id == null) {
            id = RequestIds.accept(null);
            response.setHeader(RequestIds.HEADER, id);
        }
        var problem = Problems.of(
                HttpStatusCode.valueOf(status),
                status < 500
                        ? "The request cannot be read: its request line, a header or its Host is malformed or too long."
                        : "Something went wrong here; the request id helps to find out what.");
        Problems.complete(problem, null, id);
        StandardHeaders.onEverything(response);
        response.setHeader("Cache-Control", "no-store");
        try {
            response.setContentType("application/problem+json");
            byte[] body = Problems.json(problem);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException gone) {
            // The caller has hung up: there is nobody left to tell.
            getContainer().getLogger().debug("error report not sent", gone);
        }
    }

    /** Tomcat says 501 to CONNECT and to unknown transfer encodings; that is the caller's doing, no failure here. */
    private static int understood(Request request, int status) {
        if (status != 501) {
            return status;
        }
        return "CONNECT".equals(request.getMethod()) ? 405 : 400;
    }
}
