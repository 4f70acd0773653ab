package io.shiporskip.importing;

/** A plan was to be applied that would no longer do what its editor has read. Nothing was changed. */
public final class PlanOutdated extends RuntimeException {

    private static final long serialVersionUID = 1;

    PlanOutdated() {
        super("the plan is no longer what it was");
    }
}
