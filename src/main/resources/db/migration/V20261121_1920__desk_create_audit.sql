-- What was done at the desk: who, what, about what, why. Rows are only ever added.

create table audit (
    id          bigint primary key generated always as identity,
    at          timestamptz not null default now(),
    -- No foreign key: a row says who it was, whatever becomes of the account. Null where the site itself did it.
    who_id      uuid,
    who         one_line not null,
    what        one_line not null,
    about_kind  one_line not null,
    about_id    text not null,
    about_label one_line not null,
    reason      text not null default '' check (length(reason) <= 2000),
    detail      jsonb not null default '{}'
);

create function audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is only ever added to' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_is_never_changed before update or delete on audit
    for each row execute function audit_only_grows();
create trigger audit_is_never_emptied before truncate on audit
    for each statement execute function audit_only_grows();

-- Also where a session has switched off ordinary triggers.
alter table audit enable always trigger audit_is_never_changed;
alter table audit enable always trigger audit_is_never_emptied;

revoke all on audit from public;
