package io.shiporskip.importing;

import io.shiporskip.catalogue.CategoryView;
import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.MakerView;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.editorial.Current;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.editorial.Dossiers;
import io.shiporskip.editorial.ToolState;
import io.shiporskip.importing.CatalogueContent.CategoryEntry;
import io.shiporskip.importing.CatalogueContent.KindEntry;
import io.shiporskip.importing.CatalogueContent.MakerEntry;
import io.shiporskip.importing.CatalogueContent.ReviewerEntry;
import io.shiporskip.panel.Panel;
import io.shiporskip.shared.Slug;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the catalogue as the files that an import takes. The same catalogue always gives the same bytes. */
@Component
public class Exports {

    private static final int AT_A_TIME = 200;

    /** No file of an archive is older or newer than another; the format knows no earlier year than 1980. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Shelves shelves;
    private final Panel panel;
    private final Dossiers dossiers;

    Exports(Shelves shelves, Panel panel, Dossiers dossiers) {
        this.shelves = shelves;
        this.panel = panel;
        this.dossiers = dossiers;
    }

    /** The whole catalogue as an archive of its files, withdrawn tools left out. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void archive(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        file(zip, "makers.yaml", CatalogueWriter.makers(shelves.makers().stream()
                .sorted(Comparator.comparing(MakerView::slug))
                .map(maker -> new MakerEntry(new Slug(maker.slug()), maker.name(), maker.website())).toList()));
        file(zip, "categories.yaml", CatalogueWriter.categories(shelves.categories().stream()
                .sorted(Comparator.comparing(CategoryView::slug))
                .map(one -> new CategoryEntry(new Slug(one.slug()), one.name(), one.description())).toList()));
        file(zip, "kinds.yaml", CatalogueWriter.kinds(shelves.kinds().stream()
                .sorted(Comparator.comparing(KindView::slug))
                .map(kind -> new KindEntry(new Slug(kind.slug()), kind.name(), kind.plural(), kind.job())).toList()));
        file(zip, "reviewers.yaml", CatalogueWriter.reviewers(panel.reviewers().stream()
                .map(one -> new ReviewerEntry(new Slug(one.slug()), one.name(), one.motto(), one.statement()))
                .toList()));
        List<Slug> order = order();
        each(dossier -> file(zip, "tools/" + dossier.tool().slug() + ".yaml", CatalogueWriter.tool(dossier, order)));
        zip.finish();
    }

    /** All tools as one table, plans and takes and withdrawn tools left out. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void table(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter table = new CsvWriter(text);
        each(dossier -> table.add(dossier.tool()));
        text.flush();
    }

    /** The file of one tool; nothing where there is none, or it is withdrawn. */
    @Transactional(readOnly = true)
    public Optional<String> tool(Slug slug) {
        return Optional.ofNullable(dossiers.bySlugs(List.of(slug)).get(slug))
                .filter(current -> current.state() != ToolState.WITHDRAWN)
                .map(current -> CatalogueWriter.tool(current.dossier(), order()));
    }

    private List<Slug> order() {
        return panel.reviewers().stream().map(reviewer -> new Slug(reviewer.slug())).toList();
    }

    private void each(Step step) throws IOException {
        List<Current> page = dossiers.after("", AT_A_TIME);
        while (!page.isEmpty()) {
            for (Current current : page) {
                step.take(current.dossier());
            }
            page = dossiers.after(page.getLast().dossier().tool().slug().value(), AT_A_TIME);
        }
    }

    private interface Step {

        void take(Dossier dossier) throws IOException;
    }

    private static void file(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
