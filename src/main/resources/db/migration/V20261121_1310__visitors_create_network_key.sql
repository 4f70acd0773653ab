-- The key of a day's network hashes. Unlogged, so that no copy of it stays in the write-ahead log or in an archive of it:
-- when the row is deleted, the hashes made with it can be traced to no network any more.

create unlogged table network_key (
    day date primary key,
    key bytea not null check (octet_length(key) = 32)
);
