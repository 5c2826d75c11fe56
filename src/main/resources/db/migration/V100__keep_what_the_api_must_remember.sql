-- Secrets made here once and shared by every process on this archive: what cursors are sealed with.
create table signing_key (
    name       text        primary key,
    secret     bytea       not null check (length(secret) = 32),
    created_at timestamptz not null
);

-- Answers to requests with an Idempotency-Key, written in the transaction of their effect.
create table idempotent_request (
    key            text        not null,
    scope          text        not null,
    request_sha256 bytea       not null,
    status         integer     not null,
    headers        text,
    body           text,
    expires_at     timestamptz not null,
    primary key (key, scope)
);

create index idempotent_request_expires_at on idempotent_request (expires_at);
