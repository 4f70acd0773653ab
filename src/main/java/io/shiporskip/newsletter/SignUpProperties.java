package io.shiporskip.newsletter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about signing up for the weekly e-mail.
 *
 * @param signUpsAnHour how many sign-ups an hour are taken from one network, by each copy of the site
 */
@ConfigurationProperties("shiporskip.newsletter")
public record SignUpProperties(@DefaultValue("20") int signUpsAnHour) {

    public SignUpProperties {
        if (signUpsAnHour < 1) {
            throw new IllegalArgumentException("shiporskip.newsletter.sign-ups-an-hour is at least 1");
        }
    }
}
