package io.shiporskip.mail;

import io.shiporskip.platform.SiteAddress;
import io.shiporskip.platform.SiteProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** Where mail goes: to the server that is named, else into the local mailbox, else, on a site for the public, nowhere. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SenderProperties.class)
class MailConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MailConfiguration.class);

    @Bean
    @Profile("!production")
    LocalMailbox localMailbox(SiteProperties properties) {
        return new LocalMailbox(properties.dataFolder().resolve("mailbox"));
    }

    @Bean
    Postman postman(ObjectProvider<JavaMailSenderImpl> server, ObjectProvider<LocalMailbox> mailbox,
            SenderProperties sender, SiteAddress site) {
        JavaMailSenderImpl named = server.getIfAvailable();
        // An environment file may name the variable and give it no value.
        if (named != null && StringUtils.hasText(named.getHost())) {
            return new SmtpPostman(named, sender, site);
        }
        LocalMailbox local = mailbox.getIfAvailable();
        return local == null ? new NoPostman() : new LocalPostman(local, sender, site);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> sayWhereMailGoes(Postman postman,
            ObjectProvider<LocalMailbox> mailbox) {
        return _ -> {
            switch (postman) {
                case SmtpPostman smtp -> log.info("Mail       goes to {}", smtp);
                case LocalPostman _ -> log.info("Mail       stays in {}; read it at /mailbox, from this machine alone",
                        mailbox.getObject().folder());
                default -> log.warn("Mail       goes nowhere, so nobody can sign up for the weekly e-mail;"
                        + " set spring.mail.host");
            }
        };
    }
}
