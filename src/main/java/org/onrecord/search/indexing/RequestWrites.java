package org.onrecord.search.indexing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The outbox rows that the current request has committed, for whoever waits until they are indexed. */
final class RequestWrites {

    private static final String NAME = RequestWrites.class.getName();

    private RequestWrites() {}

    /** Remembers rows; does nothing outside of a request. */
    static void add(List<Long> rows) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            List<Long> all = new ArrayList<>(all());
            all.addAll(rows);
            request.setAttribute(NAME, List.copyOf(all), RequestAttributes.SCOPE_REQUEST);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Long> all() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object rows = request == null ? null : request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
        return rows == null ? List.of() : (List<Long>) rows;
    }
}
