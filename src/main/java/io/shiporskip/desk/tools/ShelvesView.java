package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.CategoryView;
import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.MakerView;

import java.util.List;

/**
 * What tools are sorted by.
 *
 * @param words what the makers were searched for; empty for all
 * @param makers the first of them
 * @param categories all
 * @param kinds all
 * @param done what was just done, in a sentence; empty where nothing was
 */
public record ShelvesView(String words, List<MakerView> makers, List<CategoryView> categories, List<KindView> kinds,
        String done) {}
