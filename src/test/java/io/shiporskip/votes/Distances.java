package io.shiporskip.votes;

/** Brings the distances of the reviewers from the votes up to date when a test of another room says so. */
public class Distances {

    private final DistanceKeeper keeper;

    Distances(DistanceKeeper keeper) {
        this.keeper = keeper;
    }

    /** As it happens by itself every minute. */
    public void reckon() {
        keeper.reckon();
    }
}
