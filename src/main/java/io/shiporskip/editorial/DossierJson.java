package io.shiporskip.editorial;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.shiporskip.shared.Slug;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** A dossier as the table of revisions keeps it. What a later version adds to it may be missing in what is old. */
final class DossierJson {

    private static final JsonMapper JSON = JsonMapper.builder().addMixIn(Slug.class, SlugAsText.class)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private DossierJson() {}

    /** A slug is its text. */
    private abstract static class SlugAsText {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("unused") // Jackson takes the place of the constructor from it.
        SlugAsText(String value) {}

        @JsonValue
        abstract String value();
    }

    static String write(Dossier dossier) {
        return JSON.writeValueAsString(dossier);
    }

    static Dossier read(String json) {
        return JSON.readValue(json, Dossier.class);
    }

    /** What the takes of a dossier give, from a list of them with less in it. */
    static List<Given> given(String json) {
        return List.of(JSON.readValue(json, Given[].class));
    }
}
