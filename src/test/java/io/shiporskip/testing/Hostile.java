package io.shiporskip.testing;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Texts that try to become part of a page, and what of a page is theirs if they succeed. */
public final class Hostile {

    /** Each marks what it adds with this word. */
    public static final String MARK = "pwned";

    /** Texts of one line, none longer than a name. */
    public static final List<String> LINES = List.of("<script>pwned()</script>", "<img src=x onerror=pwned()>",
            "<svg/onload=pwned()>", "\"><script>pwned()</script>", "' onmouseover='pwned()",
            "\" autofocus onfocus=\"pwned()",
            "</textarea><script>pwned()</script>", "</title><img src=x onerror=pwned()>",
            "<a href=\"javascript:pwned()\">x</a>",
            "[x](javascript:pwned())", "[x](JaVaScRiPt:pwned())", "[x](&#106;avascript:pwned())",
            "[x](java&Tab;script:pwned())", "![x](javascript:pwned())", "[x](data:text/html,<script>pwned()</script>)",
            "[x](vbscript:pwned())", "<javascript:pwned()>", "<div hx-get=\"/pwned\" hx-trigger=\"load\">x</div>",
            "<div data-hx-get=\"/pwned\" data-hx-trigger=\"load\">x</div>", "<p style=\"background:url(/pwned)\">x</p>",
            "<style>@import '/pwned';</style>", "<iframe srcdoc=\"<script>pwned()</script>\"></iframe>",
            "<object data=\"/pwned\"></object>", "<embed src=\"/pwned\">", "<base href=\"https://pwned.example/\">",
            "<meta http-equiv=\"refresh\" content=\"0;url=/pwned\">",
            "<form action=\"/pwned\"><button>x</button></form>",
            "<math><mtext><script>pwned()</script></mtext></math>", "<details open ontoggle=pwned()>x</details>",
            "<x onpointerenter=pwned()>x</x>", "--><script>pwned()</script>", "]]><script>pwned()</script>",
            "${T(java.lang.Runtime).pwned()}", "[[${7*191}]]", "__${7*191}__::pwned", "{{7*191}} pwned",
            "<a href=\"x\" formaction=\"javascript:pwned()\">x</a>",
            "<b id=\"said\" class=\"notice\" data-keys-open>pwned</b>",
            "\u2028<script>pwned()</script>", "\uFF1Cscript\uFF1Epwned()\uFF1C/script\uFF1E");

    /** All of them in one text of many lines, with what Markdown alone can say. */
    public static final String MARKDOWN = String.join("\n\n", LINES) + """


            [pwned]

            [pwned]: javascript:pwned() "pwned"

            [x]( <javascript:pwned()> "t\\" onclick=\\"pwned()")

            | a | b |
            | - | - |
            | <img src=x onerror=pwned()> | [x](javascript:pwned()) |

            ```pwned" onclick="pwned()
            </code></pre><script>pwned()</script>
            ```

            <div
            onclick=pwned()>x</div>
            """;

    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "data", "srcdoc",
            "poster",
            "xlink:href", "cite", "background");

    private Hostile() {}

    /** What of a page does something that a text said; nothing where all texts are but shown. */
    public static List<String> successes(Document page) {
        return page.getAllElements().stream().flatMap(Hostile::successes).toList();
    }

    private static Stream<String> successes(Element element) {
        Stream<String> attributes = element.attributes().asList().stream().filter(Hostile::acts)
                .map(attribute -> element.nodeName() + " " + attribute);
        boolean foreign = switch (element.nodeName()) {
            case "script" -> !element.data().isBlank() || !element.attr("src").startsWith("/");
            case "style", "iframe", "object", "embed", "base", "math" -> true;
            case "meta" -> element.hasAttr("http-equiv");
            case "b" -> element.id().equals("said");
            default -> false;
        };
        return foreign ? Stream.concat(Stream.of(element.outerHtml()), attributes) : attributes;
    }

    private static boolean acts(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]+", "").toLowerCase(Locale.ROOT);
        boolean behaves = name.startsWith("on") || name.equals("style") || name.startsWith("hx-")
                || name.equals("srcdoc");
        boolean sends = name.startsWith("data-hx-") && value.contains(MARK) && !value.startsWith("/desk/")
                && !value.startsWith("/tools/");
        boolean leads = ADDRESSES.contains(name)
                && (value.startsWith("javascript:") || value.startsWith("vbscript:") || value.startsWith("data:"));
        return behaves || sends || leads;
    }
}
