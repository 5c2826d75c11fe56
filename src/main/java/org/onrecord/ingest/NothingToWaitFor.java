package org.onrecord.ingest;

import org.jspecify.annotations.Nullable;
import org.onrecord.api.Refresh;
import org.onrecord.api.SearchCatchUp;
import org.springframework.stereotype.Component;

/** There is no search to catch up yet. */
@Component
class NothingToWaitFor implements SearchCatchUp {

    @Override
    public void await(@Nullable Refresh refresh) {}
}
