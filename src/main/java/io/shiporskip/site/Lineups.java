package io.shiporskip.site;

import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.catalogue.UnknownTool;
import io.shiporskip.comparisons.Lineup;
import io.shiporskip.comparisons.RowChoice;
import io.shiporskip.shared.Slug;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.List;

/** Reads what an address says of a comparison: which tools, and which rows of its tables. */
@Component
class Lineups {

    private final Tools tools;

    Lineups(Tools tools) {
        this.tools = tools;
    }

    /** All tools of the lineup; a former slug finds the tool that bore it. */
    List<ToolSheetView> found(Lineup lineup) {
        List<ToolSheetView> sheets = tools.sheets(lineup.slugs());
        List<Slug> missing = new ArrayList<>(lineup.slugs());
        sheets.forEach(sheet -> missing.remove(sheet.tool().slug()));
        missing.removeIf(slug -> tools.currentSlug(slug).isPresent());
        if (!missing.isEmpty()) {
            throw new UnknownTool(missing.stream().map(Slug::value).toList(),
                    lineup.slugs().stream().filter(slug -> !missing.contains(slug)).toList());
        }
        return sheets;
    }

    /** The path of the comparison of these tools. */
    static String pathOf(List<ToolSheetView> sheets) {
        return Lineup.of(sheets.stream().map(sheet -> sheet.tool().slug()).toList()).path();
    }

    /** The rows that an address chooses. */
    static RowChoice rows(MultiValueMap<String, String> parameters) {
        return RowChoice.of(parameters.getOrDefault("row", List.of()),
                parameters.getOrDefault("differences", List.of()));
    }
}
