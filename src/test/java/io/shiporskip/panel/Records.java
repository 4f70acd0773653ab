package io.shiporskip.panel;

/** Brings the records of the reviewers up to date when a test of another room says so. */
public class Records {

    private final RecordKeeper keeper;

    Records(RecordKeeper keeper) {
        this.keeper = keeper;
    }

    /** As it happens by itself every minute. */
    public void reckon() {
        keeper.reckon();
    }
}
