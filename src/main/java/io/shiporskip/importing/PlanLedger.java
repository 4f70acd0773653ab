package io.shiporskip.importing;

import io.shiporskip.editorial.Current;
import io.shiporskip.editorial.Difference;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.importing.PlanView.Added;
import io.shiporskip.importing.PlanView.Changed;
import io.shiporskip.importing.PlanView.Shelf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Adds up what an import does, step by step, without keeping what it has read. */
final class PlanLedger {

    private final List<Shelf> shelves = new ArrayList<>();
    private final List<Added> additions = new ArrayList<>();
    private final List<Changed> changes = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private final MessageDigest print;
    private int created;
    private int changed;
    private int same;
    private int refused;

    PlanLedger() {
        try {
            print = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void shelf(Shelf shelf) {
        shelves.add(shelf);
        note("shelf", shelf.toString());
    }

    void created(Dossier dossier) {
        created++;
        if (additions.size() < PlanView.MOST_NAMED) {
            additions.add(new Added(dossier.tool().slug().value(), dossier.tool().profile().name()));
        }
        note("created", dossier.tool().slug().value());
    }

    /** Whether the differences of one more changed tool would be shown. */
    boolean showsChanges() {
        return changes.size() < PlanView.MOST_SHOWN;
    }

    void changed(Current current, Dossier dossier, Difference difference) {
        changed++;
        if (showsChanges()) {
            changes.add(new Changed(dossier.tool().slug().value(), dossier.tool().profile().name(),
                    difference.changes()));
        }
        note("changed", dossier.tool().slug() + " " + current.revision());
    }

    void same(Current current) {
        same++;
        note("same", current.dossier().tool().slug().value());
    }

    /** One thing is refused, for so many reasons. */
    void refused(List<FileProblem> reasons) {
        refused++;
        reasons.forEach(reason -> {
            note("refused", reason.toString());
            if (problems.size() < PlanView.MOST_NAMED) {
                problems.add(reason);
            }
        });
    }

    PlanView view(int passedOver) {
        return new PlanView(created, changed, same, refused, List.copyOf(shelves), List.copyOf(additions),
                List.copyOf(changes), List.copyOf(problems), passedOver, HexFormat.of().formatHex(print.digest()));
    }

    private void note(String what, String which) {
        print.update((what + " " + which + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
