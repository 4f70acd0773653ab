package io.shiporskip.desk.tools;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All tools and drafts, a page at a time.
 *
 * @param words what the names are searched for; empty for all
 * @param filter which of them
 * @param drafts the drafts: those of new tools, or all where drafts are asked for
 * @param tools the tools, by name
 * @param next where the next page begins; nothing on the last
 * @param done what was just published; nothing where nothing was
 */
public record ToolListView(String words, Filter filter, List<Line> drafts, List<Line> tools, @Nullable String next,
        @Nullable Line done) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK)
            .withZone(ZoneOffset.UTC);

    /** Which tools are listed. */
    public enum Filter {

        ALL("All"), DRAFT("Drafts"), SCHEDULED("Scheduled"), PUBLISHED("Published"), WITHDRAWN("Withdrawn"),
        STALE("Stale facts");

        private final String label;

        Filter(String label) {
            this.label = label;
        }

        /** The words that a page shows. */
        public String label() {
            return label;
        }

        /** What stands for it in an address. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is about drafts, and not about what is public. */
        boolean ofDrafts() {
            return this == DRAFT || this == SCHEDULED;
        }
    }

    /**
     * A tool or draft.
     *
     * @param key what tells it from others in an address
     * @param place where the page after it begins
     * @param name its name; empty where none was typed yet
     * @param maker who makes it, as far as that was typed
     * @param state where it stands with readers: New, Published, Coming or Withdrawn
     * @param changedBy who saved its draft last; nothing without a draft
     * @param changedAt when
     * @param publishAt when it goes out by itself
     * @param failure why it did not
     * @param stale how many of its published facts should be checked again
     */
    public record Line(String key, String place, String name, String maker, String state, @Nullable String changedBy,
            @Nullable Instant changedAt, @Nullable Instant publishAt, @Nullable String failure, int stale) {

        /** Its address at the desk. */
        public String path() {
            return "/desk/tools/" + key;
        }

        /** What people call it. */
        public String label() {
            return name.isBlank() ? "No name yet" : name;
        }

        /** What is going on with it; empty where nothing is. */
        public String news() {
            if (failure != null) {
                return "Not published: " + failure;
            }
            if (publishAt != null) {
                return "Goes out on " + MOMENT.format(publishAt) + " UTC";
            }
            return changedAt == null ? ""
                    : "Draft saved on " + MOMENT.format(changedAt) + " UTC"
                            + (changedBy == null ? "" : " by " + changedBy);
        }
    }

    /** All filters. */
    public List<Filter> filters() {
        return List.of(Filter.values());
    }

    /** The address of the list with another filter. */
    public String with(Filter other) {
        return address(other).build().encode().toUriString();
    }

    /** The address of the next page. */
    public String nextPage() {
        return address(filter).queryParam("after", "{next}").encode().buildAndExpand(next).toUriString();
    }

    /** Whether there is nothing to show. */
    public boolean empty() {
        return drafts.isEmpty() && tools.isEmpty();
    }

    private UriComponentsBuilder address(Filter other) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/desk/tools");
        if (other != Filter.ALL) {
            address.queryParam("state", other.key());
        }
        if (!words.isEmpty()) {
            address.queryParam("q", "{words}").uriVariables(Map.of("words", words));
        }
        return address;
    }
}
