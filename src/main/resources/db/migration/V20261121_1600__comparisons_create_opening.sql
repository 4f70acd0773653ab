-- How often the comparison of two tools was opened on a day (UTC). There is nothing in it about who opened it.

create table comparison_opening (
    day         date not null,
    first_tool  uuid not null references tool on delete cascade,
    second_tool uuid not null references tool on delete cascade,
    times       bigint not null check (times > 0),
    primary key (day, first_tool, second_tool),
    check (first_tool < second_tool)
);

create index comparison_opening_first on comparison_opening (first_tool);
create index comparison_opening_second on comparison_opening (second_tool);
