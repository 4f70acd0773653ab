-- What a reviewer's takes on published tools add up to. The site reckons it anew when these have changed, with the rules of its pages, so
-- that a page reads a row where it would have to read all takes.

create table reviewer_record (
    reviewer_id uuid primary key references reviewer on delete cascade,
    ships       integer not null check (ships >= 0),
    skips       integer not null check (skips >= 0),
    -- Of the takes with a score: how many they are, their sum, and the lowest and highest; 0 where there is none.
    scores      integer not null check (scores >= 0),
    score_sum   bigint not null,
    lowest      integer not null,
    highest     integer not null,
    -- On how many tools the distance from the other reviewers rests, and its mean, without and with its sign.
    compared    integer not null check (compared >= 0),
    distance    double precision not null,
    lean        double precision not null,
    -- The tools of the boldest dissents, the boldest first.
    dissents    uuid[] not null
);

-- When something was last reckoned of whole tables, and how many rows PostgreSQL had counted as written to these by then.
create table reckoning (
    sum         text primary key,
    written     bigint not null,
    reckoned_at timestamptz not null
);

-- The takes of a reviewer in the order of their page: the highest score first, those without a score last. It serves what the
-- narrower index served.
create index take_by_score on take (reviewer_id, coalesce(-score, 1), id);
drop index take_reviewer;
