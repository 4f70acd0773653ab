package io.shiporskip.shared;

/**
 * The 95% score interval of a share: where the true share plausibly lies when only some have been asked. Unlike the plain
 * normal interval it stays within 0 and 1 and is honest for small numbers.
 *
 * <p>E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
 * Statistical Association 22 (1927), 209-212.
 *
 * @param lower the lower bound, 0 to 1
 * @param upper the upper bound, 0 to 1
 */
public record WilsonInterval(double lower, double upper) {

    /** The normal quantile that leaves 2.5% on either side. */
    public static final double Z = 1.959963984540054;

    /**
     * The interval for a number of successes among a number of trials.
     *
     * @throws IllegalArgumentException when there are no trials or more successes than trials
     */
    public static WilsonInterval of(long successes, long trials) {
        if (trials <= 0 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes in " + trials + " trials");
        }
        double share = (double) successes / trials;
        double z2 = Z * Z;
        double centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
        double reach = Z / (1 + z2 / trials)
                * Math.sqrt(share * (1 - share) / trials + z2 / (4.0 * trials * trials));
        return new WilsonInterval(Math.max(0, centre - reach), Math.min(1, centre + reach));
    }

    /** The lower bound as a whole per cent, halves up. */
    public Percentage lowerPercentage() {
        return percentage(lower);
    }

    /** The upper bound as a whole per cent, halves up. */
    public Percentage upperPercentage() {
        return percentage(upper);
    }

    private static Percentage percentage(double share) {
        return new Percentage(Math.toIntExact(Math.round(share * 100)));
    }
}
