package org.onrecord.search.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onrecord.search.engine.Hit;
import org.onrecord.search.indexing.OutletNames;
import org.onrecord.search.listing.EntityLabel;
import org.onrecord.search.listing.EntityLabels;
import org.springframework.stereotype.Service;

/** Suggests entities and outlets, as they are called now. */
@Service
public class SuggestedThings {

    /** Outlets never crowd out people. */
    private static final int MOST_OUTLETS = 3;

    private final Suggestions suggestions;
    private final EntityLabels labels;
    private final OutletNames outlets;

    SuggestedThings(Suggestions suggestions, EntityLabels labels, OutletNames outlets) {
        this.suggestions = suggestions;
        this.labels = labels;
        this.outlets = outlets;
    }

    /** Outlets whose name or slug starts so, then entities, the best first. */
    public List<Suggested> startingWith(String typed, int limit) {
        List<Suggested> suggested = new ArrayList<>();
        for (OutletNames.Outlet outlet : outlets.startingWith(typed, Math.min(MOST_OUTLETS, limit))) {
            suggested.add(new Suggested(Suggested.Kind.OUTLET, outlet.id(), null, outlet.slug(), outlet.name()));
        }
        List<Hit> found = suggestions.entities(typed, limit - suggested.size());
        Map<UUID, EntityLabel> known = labels.of(found);
        for (Hit hit : found) {
            EntityLabel label = known.get(hit.id());
            if (label != null) {
                suggested.add(new Suggested(Suggested.Kind.ENTITY, hit.id(), label.type(), null, label.name()));
            }
        }
        return suggested;
    }
}
