package io.shiporskip.newsletter;

import org.springframework.stereotype.Component;

/** Who gets the weekly e-mail. */
@Component
public class Subscribers {}
