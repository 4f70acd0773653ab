package io.shiporskip.importing;

import io.shiporskip.shared.Slug;

import java.util.Set;

/** What a tool may refer to by its slug. */
record Known(Set<Slug> makers, Set<Slug> categories, Set<Slug> kinds, Set<Slug> reviewers) {}
