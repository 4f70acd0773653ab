-- What the next edition tells of: that a tool was published, or that a reviewer gave it a verdict or a score, or another one. It is
-- noted when it happens and taken away when an edition tells of it, so nothing is told twice and nothing is missed, whatever days
-- are written on tools and takes.

create table news (
    tool_id     uuid not null references tool on delete cascade,
    -- Null says that the tool was published.
    reviewer_id uuid references reviewer on delete cascade,
    noted_at    timestamptz not null default now(),
    unique nulls not distinct (tool_id, reviewer_id)
);

create function note_news() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'tool' then
        insert into news (tool_id) values (new.id) on conflict do nothing;
    else
        insert into news (tool_id, reviewer_id) values (new.tool_id, new.reviewer_id) on conflict do nothing;
    end if;
    return null;
end
$$;

create trigger tool_published_is_news after insert on tool
    for each row when (new.published_on is not null) execute function note_news();
create trigger tool_published_later_is_news after update of published_on on tool
    for each row when (old.published_on is null and new.published_on is not null) execute function note_news();
create trigger take_is_news after insert on take for each row execute function note_news();
create trigger changed_take_is_news after update of verdict, score on take
    for each row when ((old.verdict, old.score) is distinct from (new.verdict, new.score)) execute function note_news();
