-- How far a reviewer's verdicts lie from the votes. The site reckons it anew when they have changed, as it does a reviewer's record.

create table reviewer_distance (
    reviewer_id uuid primary key references reviewer on delete cascade,
    -- On how many tools it rests, and the mean of the distances in percentage points.
    tools       integer not null check (tools >= 0),
    mean        double precision not null check (mean between 0 and 100)
);
