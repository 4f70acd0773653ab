package io.shiporskip.mail;

/** Stands where a site for the public has no mail server. */
final class NoPostman implements Postman {

    @Override
    public Round round() {
        return new Round() {

            @Override
            public Outcome hand(Mail mail) {
                return new Outcome.Unreachable("No mail server is named.");
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }

    @Override
    public boolean delivers() {
        return false;
    }
}
