package io.shiporskip.newsletter;

/**
 * How far the sending of an edition is, in deliveries.
 *
 * @param waiting not tried yet, or to be tried again
 * @param sending in conversation with the mail server
 * @param sent taken over by the mail server
 * @param refused refused by it for good
 * @param givenUp refused for the time being until the last try
 * @param unknown whether it took them is not known; only an editor decides what becomes of them
 * @param dropped not sent because their readers left before
 */
public record DeliveryCounts(int waiting, int sending, int sent, int refused, int givenUp, int unknown, int dropped) {

    /** All of them. */
    public int total() {
        return waiting + sending + sent + refused + givenUp + unknown + dropped;
    }
}
