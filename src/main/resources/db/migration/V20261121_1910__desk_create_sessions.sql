-- The sessions of the desk, which all copies of the site share: the tables of Spring Session, in its columns. Unlogged, so that
-- no session lies in the write-ahead log or in an archive of it; after a crash of PostgreSQL one signs in again.

create unlogged table desk_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);

create index desk_session_expiry_time on desk_session (expiry_time);

create unlogged table desk_session_attributes (
    session_primary_id char(36) not null references desk_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
