package io.shiporskip.desk.newsletter;

import io.shiporskip.newsletter.ConfirmedOnDay;
import io.shiporskip.newsletter.DeliveryCounts;
import io.shiporskip.newsletter.EditionProgress;
import io.shiporskip.newsletter.SignUpsOfDay;
import io.shiporskip.newsletter.Week;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What the pages draw and say of figures and moments. */
class PlotTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    void theBarShowsWhateverThereIsAndNoMoreThanTheWhole() {
        ProgressView view = progress("SENDING", new DeliveryCounts(1, 0, 99_996, 1, 0, 1, 1));

        assertThat(view.parts()).extracting(ProgressView.Part::text).containsExactly("99,996", "1", "1", "1", "1");
        assertThat(view.parts()).allSatisfy(part -> assertThat(part.x() + part.width()).isLessThanOrEqualTo(1000));
        assertThat(view.sentence())
                .isEqualTo("99,996 of 100,000 mails sent, 1 failed, 1 unknown, 1 dropped, 1 waiting.");
    }

    @Test
    void whereNobodyIsEnrolledTheBarSaysWhy() {
        DeliveryCounts none = new DeliveryCounts(0, 0, 0, 0, 0, 0, 0);
        assertThat(progress("COMPOSED", none).sentence()).isEqualTo("Readers are being enrolled.");
        assertThat(progress("SENT", none).sentence()).isEqualTo("Nobody was to get this edition.");
        assertThat(progress("SENT", none).parts()).extracting(ProgressView.Part::width).containsOnly(0);
    }

    @Test
    void growthIsDrawnAndSaidAlike() {
        SubscribersView.GrowthPlot plot = new SubscribersView.GrowthPlot(
                List.of(new SignUpsOfDay(DAY.minusDays(1), 1000), new SignUpsOfDay(DAY, 1)),
                List.of(new ConfirmedOnDay(DAY.minusDays(2), 7), new ConfirmedOnDay(DAY.minusDays(1), 0),
                        new ConfirmedOnDay(DAY, 1200)));

        assertThat(plot.bar(plot.signUps().getFirst())).isEqualTo(60);
        assertThat(plot.bar(plot.signUps().getLast())).as("can be seen").isEqualTo(3);
        assertThat(plot.line()).isEqualTo("4,59 12,59 20,1");
        assertThat(plot.signUpsSentence()).isEqualTo("1,001 sign-ups in the last 2 days; today 1.");
        assertThat(plot.confirmedSentence()).isEqualTo("1,200 confirmed subscribers now; 2 days ago 7.");
    }

    @Test
    void aMomentIsSaidInUtcAndWhereTheScheduleIs() {
        Instant moment = Instant.parse("2026-11-22T23:30:00Z");
        assertThat(Moments.text(moment, ZoneOffset.UTC)).isEqualTo("Sunday 22 November 2026, 23:30 UTC");
        assertThat(Moments.text(moment, ZoneId.of("Europe/Berlin")))
                .isEqualTo("Sunday 22 November 2026, 23:30 UTC (Monday 00:30 Europe/Berlin)");
        assertThat(Moments.field(moment, ZoneId.of("Europe/Berlin"))).isEqualTo("2026-11-23T00:30");
        assertThat(Moments.zone(ZoneId.of("UTC"))).isEqualTo("UTC");
    }

    private static ProgressView progress(String state, DeliveryCounts counts) {
        return new ProgressView(new EditionProgress(new UUID(0, 1), 7, new Week(DAY, DAY), "Devin: Ship", state,
                Instant.EPOCH, null, counts));
    }
}
