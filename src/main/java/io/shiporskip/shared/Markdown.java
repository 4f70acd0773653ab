package io.shiporskip.shared;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Visitor;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import java.util.List;

/**
 * Turns what somebody wrote in Markdown into HTML that is safe to show: CommonMark with tables, no raw HTML, no images,
 * links to the web only. What is refused disappears from the page and stays in the source.
 *
 * <p>Two nets, one behind the other: the renderer escapes HTML and drops dangerous addresses, and a list of allowed
 * elements lets through nothing else.
 */
public final class Markdown {

    /** Headings in a text begin at this level, because the page around it owns the levels above. */
    private static final int FIRST_HEADING = 4;

    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true)
            .sanitizeUrls(true).softbreak(" ").build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder().extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS).build();
    private static final Visitor LOWER_HEADINGS = new AbstractVisitor() {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() + FIRST_HEADING - 1));
            visitChildren(heading);
        }
    };
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "h4", "h5",
                    "h6", "table", "thead", "tbody", "tr", "th", "td", "a")
            .allowAttributes("href").onElements("a").allowAttributes("start").matching(true, "0", "1", "2", "3")
            .onElements("ol").allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("nofollow", "noopener", "ugc").toFactory();

    private Markdown() {}

    /** The text as HTML without scripts, styles, event handlers, images or addresses other than the web's and mail's. */
    public static String toHtml(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(LOWER_HEADINGS);
        return ALLOWED.sanitize(HTML.render(document));
    }

    /** The text without its marks, for where there is no HTML; the address of a link stands behind its words. */
    public static String toText(String markdown) {
        return TEXT.render(PARSER.parse(markdown));
    }
}
