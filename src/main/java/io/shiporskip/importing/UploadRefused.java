package io.shiporskip.importing;

/** What was sent is not read at all; the message is a sentence for who sent it. */
public final class UploadRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    UploadRefused(String sentence) {
        super(sentence);
    }
}
