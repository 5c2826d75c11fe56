package org.onrecord.backup;

/** An export that cannot be read into this archive, and why; nothing of it was. */
public class NotImported extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotImported(String why) {
        super(why);
    }
}
