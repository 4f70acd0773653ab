package io.shiporskip.desk.newsletter;

import io.shiporskip.desk.Bars;
import io.shiporskip.newsletter.ConfirmedOnDay;
import io.shiporskip.newsletter.SignUpsOfDay;
import io.shiporskip.newsletter.SubscriberCounts;
import io.shiporskip.newsletter.SubscriberLine;
import io.shiporskip.shared.Figures;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * Who gets the weekly e-mail.
 *
 * @param counts how many there are in each state
 * @param growth sign-ups and confirmed subscribers over time
 * @param lines those who were asked for, the latest sign-up first
 * @param state the state that was asked for; empty for all
 * @param q the part of an address that was asked for; empty for all
 * @param first whether these are the first of them
 * @param older the id of the last one, where there are more after it
 */
public record SubscribersView(SubscriberCounts counts, GrowthPlot growth, List<SubscriberLine> lines, String state,
        String q, boolean first, @Nullable UUID older) {

    /** A number, grouped. */
    public String figure(int number) {
        return Figures.of(number);
    }

    /** Whether something less than all was asked for. */
    public boolean narrowed() {
        return !state.isEmpty() || !q.isEmpty();
    }

    /**
     * Sign-ups a day as bars, confirmed subscribers as a line.
     *
     * @param signUps one for each day, the last one today (UTC); never empty
     * @param confirmed likewise, for the same days
     */
    public record GrowthPlot(List<SignUpsOfDay> signUps, List<ConfirmedOnDay> confirmed) {

        private static final int STEP = 8;

        /** The width of the drawing. */
        public int width() {
            return bars().width(signUps.size());
        }

        /** Where the bar of a day begins. */
        public int x(int index) {
            return bars().x(index);
        }

        /** How high the bar of a day is: a day with a sign-up has one that can be seen. */
        public long bar(SignUpsOfDay day) {
            return bars().height(day.signUps());
        }

        /** Where the bar of a day begins, from above. */
        public long y(SignUpsOfDay day) {
            return bars().y(day.signUps());
        }

        /** The line of the confirmed ones, from nothing at the foot to the most of them at the top. */
        public String line() {
            long most = Math.max(1, confirmed.stream().mapToLong(ConfirmedOnDay::confirmed).max().orElse(0));
            StringBuilder points = new StringBuilder();
            for (int i = 0; i < confirmed.size(); i++) {
                points.append(i == 0 ? "" : " ").append(i * STEP + STEP / 2).append(',')
                        .append(Bars.HEIGHT - Math.round((Bars.HEIGHT - 2.0) * confirmed.get(i).confirmed() / most)
                                - 1);
            }
            return points.toString();
        }

        /** What the bars show, in a sentence. */
        public String signUpsSentence() {
            long total = signUps.stream().mapToLong(SignUpsOfDay::signUps).sum();
            return total == 0 ? "Nobody has signed up in the last " + signUps.size() + " days."
                    : Figures.of(total, "sign-up", "sign-ups") + " in the last " + signUps.size() + " days; today "
                            + Figures.of(signUps.getLast().signUps()) + ".";
        }

        private Bars bars() {
            return new Bars(STEP, signUps.stream().mapToLong(SignUpsOfDay::signUps).max().orElse(0));
        }

        /** What the line shows, in a sentence. */
        public String confirmedSentence() {
            long before = confirmed.getFirst().confirmed();
            long now = confirmed.getLast().confirmed();
            return Figures.of(now, "confirmed subscriber", "confirmed subscribers") + " now; "
                    + (confirmed.size() - 1) + " days ago " + Figures.of(before) + ".";
        }
    }
}
