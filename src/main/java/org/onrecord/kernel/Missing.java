package org.onrecord.kernel;

/** There is nothing of that id, and there never was as far as the caller may know. */
public final class Missing extends RuntimeException {

    private final String kind;
    private final transient Object id;

    /**
     * @param kind what was asked for, as people call it: "article", "quote"
     * @param id as the caller gave it
     */
    public Missing(String kind, Object id) {
        super("there is no " + kind + " " + id, null, false, false);
        this.kind = kind;
        this.id = id;
    }

    public String kind() {
        return kind;
    }

    public Object id() {
        return id;
    }
}
