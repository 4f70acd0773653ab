package io.shiporskip.importing;

import java.util.Map;
import java.util.TreeMap;

/** A small folder of catalogue files without a mistake, for tests to put one in. */
final class CatalogueFiles {

    static final String TOOL = """
            name: Example Agent
            maker: example-labs
            category: developer-tools
            kind: coding-agent
            tagline: Runs long refactors while you keep typing
            best-for: Teams that review more code than they write
            entry: free
            website: https://example.com/agent
            published: 2026-11-21
            description: |
              What it is.
            pricing:
              line: Free tier / $20/mo Pro
              source: https://example.com/pricing
              checked: 2026-11-20
              plans:
                - name: Pro
                  amount: 20
                  currency: USD
                  period: month
                  note: per user
            facts:
              licence:
                value: Apache 2.0
                source: https://example.com/licence
                checked: 2026-11-19
              parameters: not verified
            takes:
              builder:
                verdict: ship
                score: 84
                written: 2026-11-18
                basis: in use for 6 weeks
                text: |
                  It *works*.
                claims:
                  - statement: It will work.
                    due: 2027-12-31
              skeptic:
                verdict: skip
                written: 2026-11-18
                basis: documentation
                text: It does not.
            """;

    private static final String MAKERS = """
            example-labs:
              name: Example Labs
              website: https://example.com
            """;
    private static final String CATEGORIES = """
            developer-tools:
              name: Developer Tools
              description: For people who write software.
            """;
    private static final String KINDS = """
            coding-agent:
              name: Coding agent
              plural: Coding agents
              job: takes a task and returns a change
            """;
    private static final String REVIEWERS = """
            builder:
              name: Builder
              motto: Show me the primitive.
              statement: Builds.
            skeptic:
              name: Skeptic
              motto: Where does it break?
              statement: Doubts.
            """;

    private CatalogueFiles() {}

    /** One tool with all that it needs. */
    static Map<String, String> good() {
        return new TreeMap<>(Map.of("makers.yaml", MAKERS, "categories.yaml", CATEGORIES, "kinds.yaml", KINDS,
                "reviewers.yaml", REVIEWERS, "tools/example.yaml", TOOL));
    }

    /** The same with another text for a file, which may be new. */
    static Map<String, String> with(String file, String text) {
        Map<String, String> files = good();
        files.put(file, text);
        return files;
    }

    /** The same with a part of the tool's file replaced. */
    static Map<String, String> replaced(String part, String replacement) {
        if (!TOOL.contains(part)) {
            throw new IllegalArgumentException("the tool's file has no " + part);
        }
        return with("tools/example.yaml", TOOL.replace(part, replacement));
    }
}
