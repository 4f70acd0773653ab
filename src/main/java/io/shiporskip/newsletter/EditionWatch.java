package io.shiporskip.newsletter;

/**
 * Is told what the site itself does to editions, in the transaction in which it does it: what throws here undoes it. Other rooms
 * write it down, which this one cannot know.
 */
public interface EditionWatch {

    /**
     * An edition begins to go out, at its time.
     *
     * @param number of the edition
     * @param planned whether an editor had chosen the moment; otherwise it is the weekly one
     */
    void goesOut(int number, boolean planned);

    /** What an editor had planned was not sent. */
    void dropped(DroppedPlan plan);
}
