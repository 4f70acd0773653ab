package io.shiporskip.search;

import io.shiporskip.visitors.Network;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds tools. */
@Component
public class Search {

    /** How many tools stand on a page. */
    public static final int PAGE = 24;

    /** For how many days a term is known for which nothing was found. */
    public static final int MISSED_KEPT_DAYS = MissedSearches.KEPT_DAYS;

    private static final int PEERS = 40;

    private final ListQuery lists;
    private final MatchQuery matches;
    private final NameQuery names;
    private final ExcerptQuery excerpts;
    private final PeerQuery peers;
    private final MissedSearches missed;

    Search(ListQuery lists, MatchQuery matches, NameQuery names, ExcerptQuery excerpts, PeerQuery peers,
            MissedSearches missed) {
        this.lists = lists;
        this.matches = matches;
        this.names = names;
        this.excerpts = excerpts;
        this.peers = peers;
        this.missed = missed;
    }

    /** One page of what the criteria find, and how much each further filter would leave. */
    @Transactional(readOnly = true)
    public Findings find(Criteria criteria) {
        return find(criteria, PAGE);
    }

    /** The same, with so many tools on a page. */
    @Transactional(readOnly = true)
    public Findings find(Criteria criteria, int size) {
        return criteria.q().isEmpty() ? lists.browse(criteria, size) : matches.find(criteria, size);
    }

    /** The tools that somebody may mean who has typed this much, the likeliest first. */
    public List<Suggestion> suggest(String typed, int limit) {
        String text = Criteria.words(typed).q();
        return text.isEmpty() ? List.of() : names.suggest(text, limit);
    }

    /**
     * What somebody means who has written this instead of choosing: the tools of exactly that name, accents and capitals ignored;
     * where there is none, those that once had it; and where there is none either, those whose names begin with it or have a word
     * that does.
     *
     * @param limit so many tools at most
     */
    public Meant meant(String text, int limit) {
        return names.meant(Criteria.words(text).q(), limit);
    }

    /** The first tools of all in an order; of those published on one day the highest score comes first. */
    public List<UUID> first(Sort sort, int limit) {
        return lists.first(sort, limit);
    }

    /** How many tools there are, in all and of the kinds that have most. */
    public KindCounts kinds() {
        return lists.kinds();
    }

    /** How many tools were published after a day, counted up to a limit. */
    public int publishedAfter(LocalDate day, int limit) {
        return lists.publishedAfter(day, limit);
    }

    /** The tools whose names come nearest to a text, for those who found nothing else. */
    public List<UUID> nearest(String text, int limit) {
        return names.nearest(Criteria.words(text).q(), limit);
    }

    /** What of these tools has the words, by tool; a tool may be missing. */
    public Map<UUID, Excerpt> excerpts(Criteria criteria, Collection<UUID> tools) {
        return excerpts.of(criteria.q(), tools);
    }

    /**
     * The tools that do the same jobs as these: of each tool those of its kind whose panel scores are nearest, as many above as
     * below, {@value #PEERS} divided by the number of tools; those without a score count as the lowest.
     */
    public List<UUID> peers(Collection<UUID> tools) {
        return tools.isEmpty() ? List.of() : peers.nearest(tools, Math.max(1, PEERS / tools.size()));
    }

    /** Counts that nothing was found, for the editors. Whoever searches does not notice when that fails. */
    public void missed(Criteria criteria, Network network) {
        missed.note(criteria.q(), network);
    }

    /** The terms for which nothing was found, the most frequent first; so many at most. */
    public List<MissedTerm> missed(int limit) {
        return missed.most(limit);
    }
}
