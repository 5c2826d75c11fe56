package org.onrecord.kernel;

/** Which version a change was made for. Checked inside the transaction that changes, before anything is changed. */
@FunctionalInterface
public interface ExpectedVersion {

    /** Throws where the version there is now is not the one expected. */
    void check(long current);
}
