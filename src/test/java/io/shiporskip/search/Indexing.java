package io.shiporskip.search;

/** Brings the index up to date when a test of another room says so. */
public class Indexing {

    private final IndexKeeper keeper;

    Indexing(IndexKeeper keeper) {
        this.keeper = keeper;
    }

    /** As it happens by itself seconds after the catalogue, a panel or votes have changed. */
    public void catchUp() {
        keeper.catchUp();
        keeper.countVotes();
    }
}
