-- The tally of each tool, kept by the table of votes itself: whoever changes votes, in whatever way, changes the tally in the
-- same transaction. The triggers fire once for a statement, so a batch of votes costs one change for each tool in it.

create table tally (
    tool_id uuid primary key references tool on delete cascade,
    ships   integer not null check (ships >= 0),
    skips   integer not null check (skips >= 0),
    held    integer not null check (held >= 0)
) with (fillfactor = 50);

create function tally_added_votes() returns trigger language plpgsql as $$
begin
    insert into tally as t (tool_id, ships, skips, held)
    select tool_id, count(*) filter (where choice = 'SHIP' and not held),
           count(*) filter (where choice = 'SKIP' and not held), count(*) filter (where held)
      from added
     group by tool_id
     order by tool_id
    on conflict (tool_id) do update
       set ships = t.ships + excluded.ships, skips = t.skips + excluded.skips, held = t.held + excluded.held;
    return null;
end
$$;

create function tally_changed_votes() returns trigger language plpgsql as $$
begin
    -- A vote that moves to another tool may be the first one there.
    insert into tally select distinct tool_id, 0, 0, 0 from added
     where not exists (select from tally t where t.tool_id = added.tool_id)
    on conflict do nothing;
    update tally t
       set ships = t.ships + c.ships, skips = t.skips + c.skips, held = t.held + c.held
      from (select tool_id,
                   coalesce(sum(sign) filter (where choice = 'SHIP' and not held), 0) as ships,
                   coalesce(sum(sign) filter (where choice = 'SKIP' and not held), 0) as skips,
                   coalesce(sum(sign) filter (where held), 0) as held
              from (select tool_id, choice, held, 1 as sign from added
                    union all
                    select tool_id, choice, held, -1 from gone) changes
             group by tool_id) c
     where t.tool_id = c.tool_id and (c.ships, c.skips, c.held) <> (0, 0, 0);
    return null;
end
$$;

create function tally_removed_votes() returns trigger language plpgsql as $$
begin
    update tally t
       set ships = t.ships - c.ships, skips = t.skips - c.skips, held = t.held - c.held
      from (select tool_id, count(*) filter (where choice = 'SHIP' and not held) as ships,
                   count(*) filter (where choice = 'SKIP' and not held) as skips,
                   count(*) filter (where held) as held
              from gone
             group by tool_id) c
     where t.tool_id = c.tool_id;
    return null;
end
$$;

create function tally_no_votes() returns trigger language plpgsql as $$
begin
    delete from tally;
    return null;
end
$$;

create trigger vote_added after insert on vote
    referencing new table as added for each statement execute function tally_added_votes();

create trigger vote_changed after update on vote
    referencing old table as gone new table as added for each statement execute function tally_changed_votes();

create trigger vote_removed after delete on vote
    referencing old table as gone for each statement execute function tally_removed_votes();

create trigger vote_truncated after truncate on vote for each statement execute function tally_no_votes();

-- The first votes of the last minutes that were counted, by network, so that the next one knows whether it is one too many.
-- A row stays when its vote is taken back, and serves the same visitor again. Unlogged: a crash forgets it.
create unlogged table network_vote (
    tool_id    uuid not null,
    visitor_id uuid not null,
    network    uuid not null,
    counted_at timestamptz not null,
    primary key (tool_id, visitor_id)
);

create index network_vote_network on network_vote (tool_id, network, counted_at);
create index network_vote_counted_at on network_vote (counted_at);
