package io.shiporskip.desk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about the desk.
 *
 * @param adminEmail where the link to the first account is mailed; empty to print it in the log
 * @param resetLinkFor the e-mail address of an account whose password is lost: at the start a link to a new one is printed in the
 *            log; empty for none
 */
@ConfigurationProperties("shiporskip.desk")
public record DeskProperties(@DefaultValue("") String adminEmail, @DefaultValue("") String resetLinkFor) {}
