-- How many votes were cast or last changed on each day (UTC), as they stood when the day was over; for the desk, which else would
-- count all votes of a month. The site writes it by itself.

create table vote_day (
    day   date primary key,
    votes bigint not null check (votes >= 0)
);
