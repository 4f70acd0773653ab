package io.shiporskip.mail;

import java.util.List;

/**
 * What the local mailbox holds.
 *
 * @param folder where the files are
 * @param mails the newest first
 * @param kept how many are kept
 */
public record MailboxView(String folder, List<MailView> mails, int kept) {}
