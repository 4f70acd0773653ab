package io.shiporskip.editorial;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What there is to write on of one tool: its draft, and where nothing was typed yet what is published.
 *
 * @param id the draft's; the tool's where there is no draft
 * @param published the tool as readers have it; nothing for a new one
 * @param draft whether there is a draft
 * @param sheet the tool itself
 * @param takes a part for each reviewer, in the panel's order, those without a take as well
 * @param schedule when it goes out by itself; nothing where it does not
 * @param failure why it did not go out; nothing where that did not happen
 */
public record Manuscript(UUID id, @Nullable Current published, boolean draft, Part<SheetForm> sheet,
        Map<String, Part<TakeForm>> takes, @Nullable Schedule schedule, @Nullable String failure) {

    /**
     * When a draft goes out by itself.
     *
     * @param at when
     * @param reason why, and on whose behalf
     */
    public record Schedule(Instant at, Reason reason) {}

    /** What tells it from others in an address: the tool's slug, or while it has none the draft's id. */
    public String key() {
        return published == null ? id.toString() : published.dossier().tool().slug().value();
    }

    /** What people call it. */
    public String label() {
        String name = sheet.form().name();
        return !name.isBlank() ? name : published == null ? "New tool" : published.dossier().tool().profile().name();
    }

    /** The part of a reviewer; nothing where there is no such reviewer. */
    public Optional<Part<TakeForm>> take(String reviewer) {
        return Optional.ofNullable(takes.get(reviewer));
    }

    /** What was typed of all takes, by reviewer. */
    public Map<String, TakeForm> takeForms() {
        Map<String, TakeForm> forms = new LinkedHashMap<>();
        takes.forEach((reviewer, part) -> forms.put(reviewer, part.form()));
        return forms;
    }

    /** The versions of all parts: whoever publishes it names those that were looked at. */
    public String versions() {
        StringBuilder versions = new StringBuilder(version(Problem.SHEET, sheet));
        takes.forEach((reviewer, part) -> versions.append(' ').append(version(reviewer, part)));
        return versions.toString();
    }

    /** The parts that say something else than when they were looked at: reviewers, and {@link Problem#SHEET} for the tool. */
    public Set<String> savedSince(String seen) {
        Set<String> known = new HashSet<>(List.of(seen.split(" ", -1)));
        Set<String> since = new LinkedHashSet<>();
        if (!known.contains(version(Problem.SHEET, sheet))) {
            since.add(Problem.SHEET);
        }
        takes.forEach((reviewer, part) -> {
            if (!known.contains(version(reviewer, part))) {
                since.add(reviewer);
            }
        });
        return since;
    }

    void refuseUnlessSeen(String seen) {
        if (!versions().equals(seen)) {
            throw new Unseen();
        }
    }

    void refuseWithoutReason(Reason reason) {
        if (published != null && reason.text().isBlank()) {
            throw new Unready(List.of(Problem.onSheet("reason", "Say why: readers see the reason.")));
        }
    }

    private static String version(String part, Part<?> saved) {
        return part + "=" + saved.version();
    }
}
