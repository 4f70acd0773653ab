-- How many signed up, confirmed, and were lost on each day (UTC). It outlives the rows of the subscribers, which are deleted in
-- time, and knows nobody. The table of subscribers keeps it itself, in the transaction of each change.
create table subscriber_day (
    day       date primary key,
    signed_up integer not null default 0 check (signed_up >= 0),
    confirmed integer not null default 0 check (confirmed >= 0),
    -- Who left, was refused by their mail server for good, or was erased while confirmed.
    ended     integer not null default 0 check (ended >= 0)
) with (fillfactor = 50);

create function subscriber_day_of_added() returns trigger language plpgsql as $$
begin
    insert into subscriber_day as d (day, signed_up, confirmed)
    select day, sum(signed_up), sum(confirmed)
      from (select timezone('UTC', signed_up_at)::date as day, 1 as signed_up, 0 as confirmed from added
            union all
            select timezone('UTC', confirmed_at)::date, 0, 1 from added where state = 'CONFIRMED') each_one
     group by day
     order by day
    on conflict (day) do update
       set signed_up = d.signed_up + excluded.signed_up, confirmed = d.confirmed + excluded.confirmed;
    return null;
end
$$;

create function subscriber_day_of_changed() returns trigger language plpgsql as $$
begin
    insert into subscriber_day as d (day, confirmed, ended)
    select timezone('UTC', now())::date, count(*) filter (where added.state = 'CONFIRMED'),
           count(*) filter (where gone.state = 'CONFIRMED')
      from added join gone using (id)
     where (added.state = 'CONFIRMED') <> (gone.state = 'CONFIRMED')
    having count(*) > 0
    on conflict (day) do update set confirmed = d.confirmed + excluded.confirmed, ended = d.ended + excluded.ended;
    return null;
end
$$;

create function subscriber_day_of_removed() returns trigger language plpgsql as $$
begin
    insert into subscriber_day as d (day, ended)
    select timezone('UTC', now())::date, count(*) from gone where state = 'CONFIRMED' having count(*) > 0
    on conflict (day) do update set ended = d.ended + excluded.ended;
    return null;
end
$$;

create trigger subscriber_added after insert on subscriber
    referencing new table as added for each statement execute function subscriber_day_of_added();
create trigger subscriber_changed after update on subscriber
    referencing old table as gone new table as added for each statement execute function subscriber_day_of_changed();
create trigger subscriber_removed after delete on subscriber
    referencing old table as gone for each statement execute function subscriber_day_of_removed();

-- For the desk: part of an address, and what became of deliveries, the latest first.
create index subscriber_part on subscriber using gin (lower(address) gin_trgm_ops);
create index delivery_unknown on delivery (changed_at, id) where state = 'UNKNOWN';
create index delivery_failed on delivery (changed_at, id) where state in ('REFUSED', 'GIVEN_UP');
