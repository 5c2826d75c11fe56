package org.onrecord.search.query;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.index.IndexedArticle;
import org.onrecord.search.index.IndexedEntity;
import org.onrecord.search.index.IndexedQuote;
import org.onrecord.search.index.Order;
import org.onrecord.search.language.Field;

/** What is searched: each subject has an index of its own and looks for plain words in its own places. */
public enum Subject {
    // A headline says what an article is about: one word there weighs as much as several in the body.
    ARTICLES(IndexedArticle.class, new Places(Map.of("words", 1f), Map.of("headline", 2.5f, "body", 1f)), newest()),

    // "ruiz flood" means what Ruiz said about floods: names of speakers count as well as words, which come first.
    QUOTES(IndexedQuote.class, Places.of(Map.of("quote", 1.5f, "speaker", 1f)), newest()),

    ENTITIES(
            IndexedEntity.class,
            Places.of(Map.of("name", 2f, "names", 1f)),
            new Order("prominence", Order.Values.NUMBERS, true));

    private final Class<?> document;
    private final Places places;
    private final Order order;
    private final Map<Field, String> fields = new EnumMap<>(Field.class);

    Subject(Class<?> document, Places places, Order order) {
        this.document = document;
        this.places = places;
        this.order = order;
    }

    static {
        for (Field field : Field.values()) {
            ARTICLES.fields.put(field, field.label());
            QUOTES.fields.put(field, field.label());
        }
    }

    Class<?> document() {
        return document;
    }

    /** Where plain words are looked for. */
    Places places() {
        return places;
    }

    /** The index's field for a field of the query language; null where this subject has none. */
    @Nullable
    String place(Field field) {
        return fields.get(field);
    }

    private static Order newest() {
        return new Order("publishedAt", true);
    }

    /** In which order it is listed where nothing else is asked for. */
    public Order order() {
        return order;
    }
}
