package io.shiporskip.comparisons;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.panel.PanelVerdict;

/**
 * A tool that does the same job as another.
 *
 * @param tool the rival
 * @param verdict what its panel says
 * @param path the comparison of the two
 * @param answer what that comparison says, in a few words
 */
public record RivalView(ToolView tool, PanelVerdict verdict, String path, String answer) {}
