-- A tool that comes back to readers after a withdrawal was news when it was published first. Its withdrawal is on record until
-- after it is there again.

create function note_news_of_first_publication() returns trigger language plpgsql as $$
begin
    insert into news (tool_id)
    select new.id where not exists (select from withdrawal where tool_id = new.id)
    on conflict (tool_id, reviewer_id) do update set held = null, noted_at = now() where news.held = 'NEVER';
    return null;
end
$$;

drop trigger tool_published_later_is_news on tool;
create trigger tool_published_later_is_news after update of published_on on tool
    for each row when (old.published_on is null and new.published_on is not null)
    execute function note_news_of_first_publication();
