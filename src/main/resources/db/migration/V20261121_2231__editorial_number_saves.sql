-- Which save of its page a part was saved by, so that an earlier one that arrives after it does not take its place.

alter table draft add column turn bigint not null default 0 check (turn >= 0);
alter table draft_take add column turn bigint not null default 0 check (turn >= 0);
