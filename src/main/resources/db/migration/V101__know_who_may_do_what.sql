-- Keys callers prove themselves with. The secret itself is never stored: see AccessKeys for why one SHA-256 is enough.
create table access_key (
    id            uuid        primary key,
    version       bigint      not null default 0,
    name          text        not null check (length(name) between 1 and 100),
    role          text        not null check (role in ('READER', 'EDITOR', 'ADMIN')),
    secret_sha256 bytea       not null unique check (length(secret_sha256) = 32),
    hint          text        not null,
    created_at    timestamptz not null,
    created_by    text        not null,
    expires_at    timestamptz,
    revoked_at    timestamptz,
    last_used_at  timestamptz
);

-- What was changed, by whom: one row for each request that changed something, written in its transaction. What the
-- request was answered with is added when it is known.
create table audit_entry (
    id          uuid        primary key,
    at          timestamptz not null,
    caller_id   text        not null,
    caller_name text        not null,
    method      text        not null,
    path        text        not null,
    request_id  text,
    status      integer,
    location    text
);

create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_caller on audit_entry (caller_id, at desc, id desc);
