package org.onrecord.kernel;

/** A part of something is not what it has to be. */
public final class Unfit extends RuntimeException {

    private final String part;
    private final String rule;

    /**
     * @param part the part's name, as the archive's records call it ("body")
     * @param rule which rule it breaks, in kebab case ("too-long"); part of the contract, never renamed
     * @param message what is wrong, for people, without a full stop
     */
    public Unfit(String part, String rule, String message) {
        super(message, null, false, false);
        this.part = part;
        this.rule = rule;
    }

    public String part() {
        return part;
    }

    public String rule() {
        return rule;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
