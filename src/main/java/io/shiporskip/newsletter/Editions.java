package io.shiporskip.newsletter;

import org.springframework.stereotype.Component;

/** The weekly e-mails: the coming one, and those that were sent. */
@Component
public class Editions {}
