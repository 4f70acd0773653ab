package io.shiporskip.importing;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.editorial.Current;
import io.shiporskip.editorial.Difference;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.editorial.DossierText;
import io.shiporskip.editorial.Dossiers;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
import io.shiporskip.editorial.ToolState;
import io.shiporskip.importing.ShelfStep.What;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.shared.Slug;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Goes through an upload, a hundred tools at a time, and says of each what becomes of it; for the dry run and for the act alike, so
 * that the two cannot differ. Only what is shown is kept in memory.
 */
@Component
class ImportRun {

    private static final int AT_A_TIME = 100;

    private final Shelves shelves;
    private final Panel panel;
    private final Tools tools;
    private final Dossiers dossiers;
    private final Publications publications;
    private final DraftQuery drafts;
    private final EntityManager entities;

    ImportRun(Shelves shelves, Panel panel, Tools tools, Dossiers dossiers, Publications publications,
            DraftQuery drafts, EntityManager entities) {
        this.shelves = shelves;
        this.panel = panel;
        this.tools = tools;
        this.dossiers = dossiers;
        this.publications = publications;
        this.drafts = drafts;
        this.entities = entities;
    }

    /**
     * What the upload does.
     *
     * @param reason why it is done; nothing for a dry run, which changes nothing
     */
    PlanView run(Upload upload, @Nullable Reason reason) {
        if (reason == null) {
            return new Run(null, Set.of()).through(new UploadedFiles(upload), upload);
        }
        Run look = new Run(null, Set.of());
        look.through(new UploadedFiles(upload), upload);
        // All at the beginning and in the order in which votes lock them, so that neither waits for the other for ever.
        Set<UUID> locked = look.changing.isEmpty() ? Set.of() : tools.lock(look.changing);
        return new Run(reason, locked).through(new UploadedFiles(upload), upload);
    }

    /** What is wanted of a tool, which may depend on what is said of it today. */
    private interface Wanted {

        Optional<Dossier> over(@Nullable Dossier current, List<FileProblem> problems);
    }

    private record Candidate(String file, int line, Slug slug, Wanted wanted) {

        List<FileProblem> problem(String reason) {
            return List.of(new FileProblem(file, line, reason));
        }
    }

    /** One going through. */
    private final class Run {

        private final @Nullable Reason reason;
        private final PlanLedger ledger = new PlanLedger();
        private final Set<UUID> locked;
        private final Set<UUID> changing = new HashSet<>();
        private final Set<Slug> seen = new HashSet<>();
        private final List<Candidate> waiting = new ArrayList<>();
        private List<ReviewerView> reviewers = List.of();

        Run(@Nullable Reason reason, Set<UUID> locked) {
            this.reason = reason;
            this.locked = locked;
        }

        PlanView through(UploadedFiles files, Upload upload) {
            ShelfPlan plan = new ShelfPlan(today(), files.shelves());
            plan.refused().forEach(ledger::refused);
            plan.steps().stream().filter(step -> !step.same()).forEach(step -> {
                ledger.shelf(step.view());
                if (reason != null) {
                    write(step);
                }
            });
            reviewers = panel.reviewers();
            Known known = plan.known();
            ToolFileReader reader = new ToolFileReader(known);
            files.eachTool((name, text) -> readYaml(name, text, reader));
            String table = upload.files().getFirst().name();
            files.table().ifPresent(text -> new CsvFile(table, text).read(
                    row -> add(new Candidate(table, row.line(), row.slug(),
                            (current, problems) -> CsvToolReader.read(table, row, current, known, problems))),
                    problem -> ledger.refused(List.of(problem))));
            decide();
            return ledger.view(files.passedOver());
        }

        private void readYaml(String name, String text, ToolFileReader reader) {
            List<FileProblem> problems = new ArrayList<>();
            YamlFile file = new YamlFile(name, problems);
            Optional<Slug> slug = Slug
                    .parse(name.substring(name.lastIndexOf('/') + 1).replaceFirst("(?i)[.]yaml$", ""));
            if (slug.isEmpty()) {
                file.refuse(1, "the file's name is no slug with the ending .yaml");
            }
            Optional<Dossier> dossier = slug
                    .flatMap(known -> file.parse(text).flatMap(root -> reader.read(known, root, file)));
            if (problems.isEmpty() && slug.isPresent()) {
                add(new Candidate(name, 1, slug.get(), (_, _) -> dossier));
            } else {
                ledger.refused(problems);
            }
        }

        private void add(Candidate candidate) {
            if (!seen.add(candidate.slug())) {
                ledger.refused(candidate.problem(candidate.slug() + " stands in the upload twice"));
                return;
            }
            waiting.add(candidate);
            if (waiting.size() == AT_A_TIME) {
                decide();
            }
        }

        private void decide() {
            List<Slug> slugs = waiting.stream().map(Candidate::slug).toList();
            Map<Slug, Current> there = dossiers.bySlugs(slugs);
            Set<Slug> taken = tools.taken(slugs.stream().filter(slug -> !there.containsKey(slug)).toList());
            Set<UUID> written = drafts.among(there.values().stream().map(Current::tool).toList());
            for (Candidate candidate : waiting) {
                Current current = there.get(candidate.slug());
                if (current == null) {
                    create(candidate, taken.contains(candidate.slug()));
                } else {
                    change(candidate, current, written.contains(current.tool()));
                }
            }
            waiting.clear();
            if (reason != null) {
                // What stays in mind is compared with the database at each step to come, and would make a long import ever slower.
                entities.flush();
                entities.clear();
            }
        }

        private void create(Candidate candidate, boolean taken) {
            List<FileProblem> problems = new ArrayList<>(taken
                    ? candidate.problem(candidate.slug() + " was once another tool's address, and still leads there")
                    : List.of());
            Optional<Dossier> dossier = candidate.wanted().over(null, problems);
            if (!problems.isEmpty() || dossier.isEmpty()) {
                ledger.refused(problems);
                return;
            }
            ledger.created(dossier.get());
            if (reason != null) {
                publications.add(dossier.get(), reason);
            }
        }

        private void change(Candidate candidate, Current current, boolean hasDraft) {
            List<FileProblem> problems = new ArrayList<>();
            if (current.state() == ToolState.WITHDRAWN) {
                ledger.refused(candidate.problem(candidate.slug() + " is withdrawn; bring it back at the desk first"));
                return;
            }
            Dossier dossier = candidate.wanted().over(current.dossier(), problems).orElse(current.dossier());
            boolean same = dossier.equals(current.dossier());
            if (!same && hasDraft) {
                problems.addAll(candidate
                        .problem(candidate.slug() + " has a draft at the desk; publish or discard it first"));
            }
            if (!problems.isEmpty()) {
                ledger.refused(problems);
            } else if (same) {
                ledger.same(current);
            } else {
                ledger.changed(current, dossier, ledger.showsChanges()
                        ? Difference.between(DossierText.of(current.dossier(), reviewers),
                                DossierText.of(dossier, reviewers))
                        : new Difference(List.of()));
                changing.add(current.tool());
                if (reason != null) {
                    if (!locked.contains(current.tool())) {
                        throw new PlanOutdated();
                    }
                    publications.change(current.tool(), current.revision(), dossier, reason);
                }
            }
        }
    }

    private Map<What, Map<Slug, Map<String, String>>> today() {
        Map<What, Map<Slug, Map<String, String>>> today = new EnumMap<>(What.class);
        for (What what : What.values()) {
            today.put(what, new LinkedHashMap<>());
        }
        shelves.makers().forEach(maker -> put(today, What.MAKER, maker.slug(),
                texts("Name", maker.name(), "Website", maker.website())));
        shelves.categories().forEach(category -> put(today, What.CATEGORY, category.slug(),
                texts("Name", category.name(), "Description", category.description())));
        shelves.kinds().forEach(kind -> put(today, What.KIND, kind.slug(),
                texts("Name", kind.name(), "Plural", kind.plural(), "Job", kind.job())));
        panel.reviewers().forEach(reviewer -> put(today, What.REVIEWER, reviewer.slug(),
                texts("Name", reviewer.name(), "Motto", reviewer.motto(), "Statement", reviewer.statement())));
        return today;
    }

    private static void put(Map<What, Map<Slug, Map<String, String>>> today, What what, String slug,
            Map<String, String> texts) {
        today.getOrDefault(what, Map.of()).put(new Slug(slug), texts);
    }

    private static Map<String, String> texts(String... labelsAndTexts) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < labelsAndTexts.length; i += 2) {
            texts.put(labelsAndTexts[i], labelsAndTexts[i + 1]);
        }
        return texts;
    }

    private void write(ShelfStep step) {
        Slug slug = step.slug();
        String name = step.text("Name");
        switch (step.what()) {
            case MAKER -> {
                if (step.isNew()) {
                    shelves.addMaker(slug, name, step.text("Website"));
                } else {
                    shelves.changeMaker(slug, name, step.text("Website"));
                }
            }
            case CATEGORY -> {
                if (step.isNew()) {
                    shelves.addCategory(slug, name, step.text("Description"));
                } else {
                    shelves.changeCategory(slug, name, step.text("Description"));
                }
            }
            case KIND -> {
                if (step.isNew()) {
                    shelves.addKind(slug, name, step.text("Plural"), step.text("Job"));
                } else {
                    shelves.changeKind(slug, name, step.text("Plural"), step.text("Job"));
                }
            }
            case REVIEWER -> {
                if (step.isNew()) {
                    panel.addReviewer(slug, name, step.text("Motto"), step.text("Statement"));
                } else {
                    panel.changeReviewer(slug, name, step.text("Motto"), step.text("Statement"));
                }
            }
        }
    }
}
