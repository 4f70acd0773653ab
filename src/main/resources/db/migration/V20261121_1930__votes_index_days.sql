-- Votes by day, for the desk. A block range index costs the writing of votes next to nothing, because votes arrive in time order.

create index vote_cast_at on vote using brin (cast_at) with (autosummarize = on);
