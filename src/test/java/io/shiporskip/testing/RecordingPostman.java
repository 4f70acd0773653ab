package io.shiporskip.testing;

import io.shiporskip.mail.Mail;
import io.shiporskip.mail.Outcome;
import io.shiporskip.mail.Postman;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the mails that it is handed, and answers as a test says. */
public final class RecordingPostman implements Postman {

    private static final Pattern LINK = Pattern.compile("/newsletter/confirm/(\\S+)");

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Queue<Outcome> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean delivers = true;

    /** Forgets everything. */
    public void forget() {
        mails.clear();
        answers.clear();
        delivers = true;
    }

    /** Gives these answers to the next mails; after them, it takes every mail over. */
    public void answer(Outcome... next) {
        answers.addAll(List.of(next));
    }

    /** Whether mails can reach people. */
    public void delivers(boolean now) {
        delivers = now;
    }

    /** The mails that were handed over, whatever was answered. */
    public List<Mail> mails() {
        return mails;
    }

    /** The token in the link of the last mail. */
    public String lastToken() {
        Matcher link = LINK.matcher(mails.getLast().text());
        if (!link.find()) {
            throw new AssertionError("no link in " + mails.getLast().text());
        }
        return link.group(1);
    }

    @Override
    public Round round() {
        return new Round() {

            @Override
            public Outcome hand(Mail mail) {
                mails.add(mail);
                Outcome answer = answers.poll();
                return answer == null ? new Outcome.Accepted("250 taken") : answer;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public boolean delivers() {
        return delivers;
    }
}
