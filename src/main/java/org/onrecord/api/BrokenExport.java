package org.onrecord.api;

/**
 * An export failed after its beginning was sent. Nobody handles this, so the server cuts the connection: whatever else
 * were sent now would be taken for a part of the export, and a proper end for its end.
 */
public class BrokenExport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenExport(RuntimeException failure) {
        super("an export failed on its way", failure);
    }
}
