package io.shiporskip.desk.tools;

import io.shiporskip.desk.tools.ToolListView.Filter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Arrays;

/** All tools and drafts, for whoever looks for one to write on. */
@Controller
class AllToolsController {

    private static final int LONGEST = 120;

    private final ToolListQuery query;

    AllToolsController(ToolListQuery query) {
        this.query = query;
    }

    @GetMapping("/desk/tools")
    ModelAndView page(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "") String done) {
        Filter filter = Arrays.stream(Filter.values()).filter(one -> one.key().equals(state)).findFirst()
                .orElse(Filter.ALL);
        String words = q.strip();
        return new ModelAndView("desk/tools/list", "view", query.read(
                words.substring(0, Math.min(words.length(), LONGEST)), filter, after,
                done));
    }
}
