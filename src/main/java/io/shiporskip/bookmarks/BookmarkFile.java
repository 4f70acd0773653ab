package io.shiporskip.bookmarks;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.platform.Unprocessable;
import io.shiporskip.shared.Slug;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Bookmarks as the text of a JSON file: what the export writes is what the import reads, and nothing else. */
final class BookmarkFile {

    /** The longest file, in bytes. */
    static final int MOST_BYTES = 256 * 1024;

    /** The most bookmarks in a file. */
    static final int MOST_ENTRIES = 5_000;

    private static final String FORMAT = "ship-or-skip-bookmarks";
    private static final int VERSION = 1;
    private static final int MOST_NESTING = 4;
    private static final Pattern RFC_3339 = Pattern
            .compile(
                    "(?:19[7-9]|[2-9][0-9]{2})[0-9]-[0-9]{2}-[0-9]{2}T[0-9:]{8}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})");

    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_NESTING).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(SerializationFeature.INDENT_OUTPUT).build();

    private BookmarkFile() {}

    /**
     * A bookmark in a file.
     *
     * @param slug the tool
     * @param name the tool's name, for people who read the file
     * @param keptAt since when it is kept
     */
    record Entry(Slug slug, String name, Instant keptAt) {}

    /** The bookmarks with the names of their tools, in their order; those on tools that are not given are left out. */
    static List<Entry> entries(List<Bookmark> bookmarks, Collection<ToolView> tools) {
        Map<UUID, ToolView> byId = tools.stream().collect(Collectors.toMap(ToolView::id, Function.identity()));
        List<Entry> entries = new ArrayList<>();
        for (Bookmark bookmark : bookmarks) {
            ToolView tool = byId.get(bookmark.tool());
            if (tool != null && bookmark.keptAt() != null) {
                entries.add(new Entry(tool.slug(), tool.name(), bookmark.keptAt()));
            }
        }
        return entries;
    }

    /** The bookmarks as text. */
    static String write(List<Entry> entries) {
        ObjectNode file = MAPPER.createObjectNode().put("format", FORMAT).put("version", VERSION);
        ArrayNode bookmarks = file.putArray("bookmarks");
        entries.forEach(entry -> bookmarks.addObject().put("slug", entry.slug().value()).put("name", entry.name())
                .put("kept_at", entry.keptAt().toString()));
        return MAPPER.writeValueAsString(file);
    }

    /**
     * The bookmarks in a file.
     *
     * @throws Unprocessable when the file is none of ours; it says what to do
     */
    static List<Entry> read(byte[] file) {
        if (file.length == 0) {
            throw new Unprocessable("No file was chosen",
                    "Choose a file that “Export as JSON” has made, then press Import.");
        }
        if (file.length > MOST_BYTES) {
            throw new Unprocessable("That file is too large",
                    "A file of bookmarks has at most 256 KB. Choose one that “Export as JSON” has made.");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return checked(MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException | JacksonException | DateTimeException _) {
            throw notOurs();
        }
    }

    private static List<Entry> checked(JsonNode file) {
        JsonNode bookmarks = file.path("bookmarks");
        JsonNode version = file.path("version");
        if (!hasOnly(file, Set.of("format", "version", "bookmarks")) || !FORMAT.equals(text(file, "format"))
                || !version.isInt() || !bookmarks.isArray()) {
            throw notOurs();
        }
        if (version.intValue() != VERSION) {
            throw new Unprocessable("That file has another version",
                    "This site reads version 1. Export the bookmarks anew where they come from, and choose that file.");
        }
        if (bookmarks.size() > MOST_ENTRIES) {
            throw new Unprocessable("That file holds too many bookmarks",
                    "A file has at most 5,000. Split it, and import one part after the other.");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode bookmark : bookmarks) {
            if (!hasOnly(bookmark, Set.of("slug", "name", "kept_at"))) {
                throw notOurs();
            }
            entries.add(new Entry(Slug.parse(text(bookmark, "slug")).orElseThrow(BookmarkFile::notOurs),
                    text(bookmark, "name"), time(text(bookmark, "kept_at"))));
        }
        return entries;
    }

    private static boolean hasOnly(JsonNode object, Set<String> keys) {
        return object.isObject() && Set.copyOf(object.propertyNames()).equals(keys);
    }

    private static String text(JsonNode object, String key) {
        JsonNode value = object.path(key);
        if (!value.isString()) {
            throw notOurs();
        }
        return value.stringValue();
    }

    /**
     * A time as RFC 3339 writes it, from 1970 on.
     *
     * @throws Unprocessable or {@link DateTimeException} when it is none
     */
    static Instant time(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            throw notOurs();
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Unprocessable notOurs() {
        return new Unprocessable("That is no file of bookmarks",
                "Nothing was changed. Choose a file that “Export as JSON” has made, as it was saved.");
    }
}
