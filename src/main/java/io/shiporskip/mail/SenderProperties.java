package io.shiporskip.mail;

import io.shiporskip.platform.SiteAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.io.UnsupportedEncodingException;

/**
 * Who sends the mails of this site, and how long one connection to the mail server is used.
 *
 * @param from the sender that readers see, such as {@code Ship or Skip <newsletter@shiporskip.example>}; while it is unset,
 *            {@code newsletter} at the host of the base URL
 * @param bounces the address that mail servers return mails to; while it is unset, that of the sender
 * @param mailsAConnection how many mails go over one connection before a new one is made
 */
@ConfigurationProperties("shiporskip.mail")
public record SenderProperties(@Nullable String from, @Nullable String bounces,
        @DefaultValue("100") int mailsAConnection) {

    public SenderProperties {
        from = checked("shiporskip.mail.from", from);
        bounces = checked("shiporskip.mail.bounces", bounces);
        if (mailsAConnection < 1) {
            throw new IllegalArgumentException("shiporskip.mail.mails-a-connection is at least 1");
        }
    }

    /** The sender that readers see. */
    InternetAddress sender(SiteAddress site) {
        return parse("shiporskip.mail.from", from == null ? "Ship or Skip <newsletter@" + site.host() + ">" : from);
    }

    /** The address that mail servers return mails to, without a name; nothing for that of the sender. */
    @Nullable
    String returnPath() {
        return bounces == null ? null : parse("shiporskip.mail.bounces", bounces).getAddress();
    }

    private static @Nullable String checked(String name, @Nullable String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        parse(name, address);
        return address;
    }

    private static InternetAddress parse(String name, String address) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(address, false);
            if (parsed.length == 1 && parsed[0].getAddress().indexOf('@') > 0) {
                // The parser takes a name as it stands; in a header, what is not ASCII has to be encoded (RFC 2047).
                return parsed[0].getPersonal() == null ? parsed[0]
                        : new InternetAddress(parsed[0].getAddress(), parsed[0].getPersonal(), "UTF-8");
            }
        } catch (AddressException | UnsupportedEncodingException _) {
            // Said below.
        }
        throw new IllegalArgumentException(name + " is one address, such as newsletter@shiporskip.example");
    }
}
