package io.shiporskip.mail;

/** Takes mails where they go. */
public interface Postman {

    /** A new round. Nothing is connected before the first mail of it. */
    Round round();

    /** Whether mails can reach people: a mail server is named, or this is no site for the public and they go to the local mailbox. */
    boolean delivers();

    /** Many mails over one connection, one after the other; for one thread. */
    interface Round extends AutoCloseable {

        /** Hands over a mail and gives what became of it. It never throws for what a server or a network does. */
        Outcome hand(Mail mail);

        @Override
        void close();
    }
}
