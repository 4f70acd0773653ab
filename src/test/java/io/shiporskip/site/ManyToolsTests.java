package io.shiporskip.site;

import io.shiporskip.testing.ManyTools;
import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages that show the whole catalogue where it is small, over one that is not. */
@PageTest
@Import(ManyTools.class)
@SuppressWarnings("NullAway.Init")
class ManyToolsTests {

    @Autowired
    Pages pages;
    @Autowired
    ManyTools many;

    @BeforeEach
    void manyTools() {
        many.add();
    }

    @Test
    void oneWritesNames() {
        Page page = pages.get("/compare?tool=numbered-7");

        assertThat(page.html().select("datalist#tools option")).hasSize(60);
        assertThat(page.html().select("form.form input[name=tool]").eachAttr("id")).containsExactly("tool-1", "tool-2",
                "tool-3", "tool-4");
        assertThat(page.html().select("#tool-1").val()).isEqualTo("numbered-7");
        assertThat(page.html().select("#tool-1").attr("data-label")).isEqualTo("Numbered Nr 7");
        assertThat(page.html().select("label[for=tool-1]")).hasSize(1);
        assertThat(pages.get("/compare?tool=Numbered+Nr+7&tool=devin").location())
                .isEqualTo("/compare/devin-vs-numbered-7");
    }

    @Test
    void whatWasWrittenStaysInTheField() {
        Page page = pages.get("/compare?tool=SmolLM3&tool=devin");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("form.form input[name=tool]").eachAttr("value")).containsExactly("SmolLM3",
                "devin", "", "");
        assertThat(page.html().select("#tool-2").attr("data-label")).isEqualTo("Devin");
    }

    @Test
    void ofManyCandidatesSomeAreNamed() {
        Page page = pages.get("/compare?tool=numbered&tool=devin");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select(".form-doubt a")).hasSize(8);
    }

    @Test
    void theFrontPageCountsThemAllAndReadsAFew() {
        Page page = pages.get("/");

        assertThat(page.statements()).isEqualTo(14);
        assertThat(page.html().select("form.form-ground input[name=tool]")).hasSize(2);
        assertThat(page.html().select("datalist#tools option")).hasSize(60);
        assertThat(page.html().select("section[aria-labelledby=new] li")).hasSize(8);
        assertThat(page.html().select("section[aria-labelledby=contested] li")).hasSize(5);
        assertThat(page.html().select("section[aria-labelledby=week] a[href^=/compare/]")).hasSize(6);
        assertThat(page.text("section[aria-labelledby=kinds] li:has(a[href=/kinds/coding-agent]) small"))
                .matches("2[4-9]\\d tools\\. .*");
        int all = Integer.parseInt(page.text("section[aria-labelledby=new] .page-more").replaceAll("\\D", ""));
        assertThat(all).isGreaterThan(ManyTools.ADDED);
    }

    @Test
    void theFormCostsTheSame() {
        // Which tool a slug names takes three statements more.
        assertThat(pages.get("/compare").statements()).isEqualTo(5);
        assertThat(pages.get("/compare?tool=numbered-7").statements()).isEqualTo(8);
    }
}
