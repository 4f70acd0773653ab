-- The facts that were not checked for longest, for the desk.

create index fact_checked_on on fact (checked_on) where checked_on is not null;
