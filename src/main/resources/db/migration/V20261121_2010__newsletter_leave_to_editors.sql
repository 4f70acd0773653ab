-- What an editor decides about the coming edition.

-- News that is left out: NEXT keeps it for the edition after the coming one, NEVER keeps it from all.
alter table news add column held text check (held in ('NEXT', 'NEVER'));
create index news_held on news (tool_id) where held is not null;

-- What is never told was known when that was decided: what happens to the same tool later is news again.
create or replace function note_news() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'tool' then
        insert into news (tool_id) values (new.id)
        on conflict (tool_id, reviewer_id) do update set held = null, noted_at = now() where news.held = 'NEVER';
    else
        insert into news (tool_id, reviewer_id) values (new.tool_id, new.reviewer_id)
        on conflict (tool_id, reviewer_id) do update set held = null, noted_at = now() where news.held = 'NEVER';
    end if;
    return null;
end
$$;

-- One row at most: the coming edition goes out at this moment and not at the weekly one.
create table edition_plan (
    only_one   boolean primary key default true check (only_one),
    -- Of the task that waits for it: a task with another id has been cancelled.
    id         uuid not null,
    due_at     timestamptz not null,
    stands_for timestamptz not null
);

-- The weekly moment of which an edition took the place; null for those that went out at theirs.
alter table edition add column stands_for timestamptz;

-- So many mails were taken over when it ended, so that a list of editions need not count their deliveries.
alter table edition add column sent_to integer check (sent_to >= 0);
