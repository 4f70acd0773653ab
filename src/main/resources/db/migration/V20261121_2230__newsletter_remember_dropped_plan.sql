-- One row at most: what an editor had planned and the site did not send, until the next edition goes out or is planned.
create table edition_plan_dropped (
    only_one boolean primary key default true check (only_one),
    due_at   timestamptz not null,
    why      text not null check (why in ('NO_MAIL_SERVER', 'DAY_COVERED', 'NOTHING_TO_TELL'))
);
