-- When two tools become one, takes go over to the one that stays. What no edition has told of them goes with them.

create function hand_over_news() returns trigger language plpgsql as $$
begin
    update news n set tool_id = new.tool_id
     where n.tool_id = old.tool_id and n.reviewer_id = new.reviewer_id
       and not exists (select from news o where o.tool_id = new.tool_id and o.reviewer_id = new.reviewer_id);
    return null;
end
$$;

create trigger take_goes_over_with_its_news after update of tool_id on take
    for each row when (old.tool_id <> new.tool_id) execute function hand_over_news();
