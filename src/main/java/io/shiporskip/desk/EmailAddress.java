package io.shiporskip.desk;

import com.ibm.icu.text.IDNA;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as mail is sent to it: the local part as typed, the domain in lower case and in ASCII (UTS 46).
 *
 * @param text at most 254 characters (RFC 5321, section 4.5.3.1.3)
 */
record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final Pattern LOCAL = Pattern
            .compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:[.][A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern
            .compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z0-9-]{2,63}");

    /** The address in what somebody typed, or nothing where it is none. */
    static Optional<EmailAddress> of(String typed) {
        String stripped = typed.strip();
        int at = stripped.lastIndexOf('@');
        if (at < 1 || stripped.length() > LONGEST || !LOCAL.matcher(stripped.substring(0, at)).matches()) {
            return Optional.empty();
        }
        IDNA.Info faults = new IDNA.Info();
        StringBuilder domain = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI)
                .nameToASCII(stripped.substring(at + 1), new StringBuilder(), faults);
        String ascii = domain.toString().toLowerCase(Locale.ROOT);
        String address = stripped.substring(0, at) + "@" + ascii;
        return !faults.hasErrors() && DOMAIN.matcher(ascii).matches() && address.length() <= LONGEST
                ? Optional.of(new EmailAddress(address))
                : Optional.empty();
    }
}
