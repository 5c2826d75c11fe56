package org.onrecord.api;

import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.Unavailable;

/** Lets a write wait until search sees it; the search module does the waiting. */
public interface SearchCatchUp {

    /**
     * Returns when search sees everything committed before the call, or at once when nobody asked to wait.
     *
     * @throws Unavailable when search does not catch up in time; the write itself is stored
     */
    void await(@Nullable Refresh refresh);
}
