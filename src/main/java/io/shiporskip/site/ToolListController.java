package io.shiporskip.site;

import io.shiporskip.catalogue.CategoryView;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Slug;
import io.shiporskip.site.ToolLines.KindGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;

/** The lists of tools: all of them, and those on one shelf. */
@Controller
class ToolListController {

    private final Tools tools;
    private final Shelves shelves;
    private final ToolLines lines;

    ToolListController(Tools tools, Shelves shelves, ToolLines lines) {
        this.tools = tools;
        this.shelves = shelves;
        this.lines = lines;
    }

    /**
     * A list of tools.
     *
     * @param category the shelf, or nothing for all tools
     * @param categories all shelves
     * @param kinds the tools by kind
     * @param total how many there are
     */
    record ToolListView(@Nullable CategoryView category, List<CategoryView> categories, List<KindGroup> kinds,
            int total) {}

    @GetMapping("/tools")
    ModelAndView all() {
        return list(null, lines.of(tools.all()));
    }

    @GetMapping("/categories/{slug}")
    ModelAndView category(@PathVariable String slug) {
        CategoryView category = Slug.parse(slug.toLowerCase(Locale.ROOT)).flatMap(shelves::category)
                .orElseThrow(UnknownPage::new);
        if (!category.slug().equals(slug)) {
            return Redirects.permanent("/categories/" + category.slug());
        }
        return list(category, lines.of(tools.inCategory(new Slug(category.slug()))));
    }

    private ModelAndView list(@Nullable CategoryView category, List<ToolLine> list) {
        return new ModelAndView("site/tools", "view",
                new ToolListView(category, shelves.categories(), ToolLines.byKind(list), list.size()));
    }
}
