package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A tool in a comparison, with what the pick weighs.
 *
 * @param sheet the tool, its plans and its facts
 * @param scores its scores by the role's name, in the panel's order
 */
public record Contender(ToolSheetView sheet, Map<String, Integer> scores) {

    private static final String PROPRIETARY = "Proprietary";

    /** The tool itself. */
    public ToolView tool() {
        return sheet.tool();
    }

    /** Its licence, where that is verified. */
    @Nullable
    String licence() {
        return sheet.fact(Aspect.LICENCE).value();
    }

    /** Whether its licence is verified and grants something; a proprietary one is no reason to choose a tool. */
    boolean licenceGrants() {
        String licence = licence();
        return licence != null && !PROPRIETARY.equalsIgnoreCase(licence);
    }
}
