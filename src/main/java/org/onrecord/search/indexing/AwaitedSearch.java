package org.onrecord.search.indexing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Refresh;
import org.onrecord.api.SearchCatchUp;
import org.onrecord.api.problem.Unavailable;
import org.springframework.stereotype.Component;

/** Lets a write wait until searches see what its own request committed. */
@Component
class AwaitedSearch implements SearchCatchUp {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final IndexCatchUp catchUp;

    AwaitedSearch(IndexCatchUp catchUp) {
        this.catchUp = catchUp;
    }

    @Override
    public void await(@Nullable Refresh refresh) {
        if (refresh != Refresh.WAIT) {
            return;
        }
        try {
            if (!catchUp.awaitRequest(LONGEST)) {
                throw new Unavailable("It is stored, but search does not see it yet; no need to send it again.", RETRY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable("It is stored, but search does not see it yet: the archive is stopping.", RETRY);
        }
    }
}
