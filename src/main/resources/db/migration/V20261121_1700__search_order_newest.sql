-- The newest tools, of one day the best first: a whole catalogue may be published on one day.

create index tool_index_newest on tool_index (by_new, by_score, slug);
