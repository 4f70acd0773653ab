package io.shiporskip.search;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** Finds tools. */
@Component
public class Search {

    /** How many tools stand on a page. */
    public static final int PAGE = 24;

    private final SearchQuery query;

    Search(SearchQuery query) {
        this.query = query;
    }

    /** One page of what the criteria find, and how much each further filter would leave. */
    @Transactional(readOnly = true)
    public Findings find(Criteria criteria) {
        return criteria.q().isEmpty() ? query.browse(criteria, PAGE) : query.find(criteria, PAGE);
    }

    /** The tools that somebody may mean who has typed this much, the likeliest first. */
    public List<UUID> suggest(String typed, int limit) {
        String text = Criteria.words(typed).q();
        return text.isEmpty() ? List.of() : query.suggest(text, limit);
    }

    /** Counts that nothing was found, for the editors. */
    public void missed(Criteria criteria) {
        query.miss(criteria.q());
    }
}
