-- What a published tool is, once for every statement that asks. A plain SQL function is taken into the statement as it is.

create function is_published(published_on date) returns boolean
    language sql stable parallel safe
    return published_on <= (now() at time zone 'utc')::date;
