package io.shiporskip.mail;

import com.ibm.icu.text.IDNA;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address that mail can be sent to: one plain address as in RFC 5321, section 4.1.2, without a name, a comment, a
 * quoted part or an IP address. The part before the {@code @} is as typed, in ASCII; the domain is in lower case and in ASCII,
 * by <a href="https://www.unicode.org/reports/tr46/">UTS #46</a> where it was typed in other letters.
 */
public record EmailAddress(String value) {

    /** The longest address that an SMTP path has room for, in characters (RFC 5321, section 4.5.3.1.3, less the brackets). */
    public static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Non-transitional, so that {@code ß} is a letter of its own, as it is in today's domain names. */
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.CHECK_CONTEXTO);

    /** @throws IllegalArgumentException where it is no such address */
    public EmailAddress {
        if (!value.equals(read(value).orElse(""))) {
            // Without the text itself, because this message may end in a log.
            throw new IllegalArgumentException("no e-mail address in its one form");
        }
    }

    /** The address that somebody typed, with white space around it or not; nothing where it is none. */
    public static Optional<EmailAddress> parse(String typed) {
        return read(typed).map(EmailAddress::new);
    }

    /** What makes two addresses the same one: no mail server of today tells capitals from small letters. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** No log and no message of an error tells who reads. */
    @Override
    public String toString() {
        return "an e-mail address";
    }

    private static Optional<String> read(String typed) {
        if (typed.codePoints().anyMatch(EmailAddress::isUnseen)) {
            return Optional.empty();
        }
        String text = stripped(typed);
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || text.length() > LONGEST) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        return domain(text.substring(at + 1)).map(domain -> local + "@" + domain)
                .filter(address -> address.length() <= LONGEST && isPlain(address));
    }

    /** Control characters, line ends of any kind, and what has no shape on the screen; a joiner may be part of a domain's word. */
    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT -> character != ZERO_WIDTH_JOINER && character != ZERO_WIDTH_NON_JOINER;
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
                    Character.UNASSIGNED ->
                true;
            default -> false;
        };
    }

    private static String stripped(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && Character.isSpaceChar(typed.charAt(from))) {
            from++;
        }
        while (from < to && Character.isSpaceChar(typed.charAt(to - 1))) {
            to--;
        }
        return typed.substring(from, to);
    }

    private static Optional<String> domain(String typed) {
        IDNA.Info found = new IDNA.Info();
        String ascii = DOMAINS.nameToASCII(typed, new StringBuilder(), found).toString().toLowerCase(Locale.ROOT);
        int lastDot = ascii.lastIndexOf('.');
        // A last label of digits alone would make it an IP address.
        boolean isName = !found.hasErrors() && lastDot > 0 && lastDot < ascii.length() - 1
                && ascii.length() <= LONGEST_DOMAIN
                && ascii.chars().skip(lastDot + 1L).anyMatch(c -> c < '0' || c > '9');
        return isName ? Optional.of(ascii) : Optional.empty();
    }

    /** Whether the parser of the mail library finds this one address and nothing beside it. */
    private static boolean isPlain(String address) {
        if (address.startsWith("\"") || address.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return false;
        }
        try {
            InternetAddress parsed = new InternetAddress(address, true);
            return address.equals(parsed.getAddress()) && parsed.getPersonal() == null && !parsed.isGroup();
        } catch (AddressException _) {
            return false;
        }
    }
}
