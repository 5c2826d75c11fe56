package org.onrecord.article;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Every item as it was received. */
public interface ReceivedItems extends Repository<ReceivedItem, UUID> {

    ReceivedItem save(ReceivedItem item);

    Optional<ReceivedItem> findFirstByArticleIdOrderByReceivedAtDescIdDesc(UUID articleId);
}
