package io.shiporskip.newsletter;

/** This run of a lane was believed dead, and another one has taken its place. */
final class LaneLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    LaneLost(Lane lane) {
        super("lane " + lane.name() + " has another run");
    }
}
