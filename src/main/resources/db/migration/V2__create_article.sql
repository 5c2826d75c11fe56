-- An article's identity and everything about it that is not its text.
create table article (
    id              uuid        primary key,
    version         bigint      not null,
    outlet_id       uuid        references outlet,
    url             text,
    external_id     text,
    received_sha256 text        not null,
    status          text        not null check (status in ('PUBLISHED', 'EMBARGOED', 'WITHDRAWN', 'DELETED')),
    published_at    timestamptz,
    modified_at     timestamptz,
    ingested_at     timestamptz not null,
    deleted_at      timestamptz,
    section         text,
    tags            text[]      not null,
    rights          text,
    language        text        not null,
    current_version integer     not null check (current_version >= 1),
    check ((status = 'DELETED') = (deleted_at is not null))
);

-- What makes two deliveries the same article: its URL, else the outlet's own id for it, else the very same item.
create unique index article_url_unique on article (url) where url is not null;
create unique index article_external_id_unique on article (outlet_id, external_id) nulls not distinct
    where external_id is not null;
create unique index article_received_unique on article (outlet_id, received_sha256) nulls not distinct
    where url is null and external_id is null;

-- Lists: newest first, of everything or of one outlet.
create index article_by_published on article (published_at desc, id desc) where status = 'PUBLISHED';
create index article_by_ingested on article (ingested_at desc, id desc) where status = 'PUBLISHED';
create index article_by_modified on article (modified_at desc, id desc) where status = 'PUBLISHED';
create index article_by_outlet on article (outlet_id, published_at desc, id desc);

-- The item exactly as it was received, so that cleaning can be done again.
create table received_item (
    id          uuid        primary key,
    article_id  uuid        not null references article,
    media_type  text        not null,
    content     text        not null,
    received_at timestamptz not null
);

create index received_item_by_article on received_item (article_id, received_at);

-- The text of one version, never changed once written.
create table article_version (
    id               uuid        primary key,
    article_id       uuid        not null references article,
    number           integer     not null check (number >= 1),
    headline         text        not null,
    standfirst       text,
    byline           text,
    dateline         text,
    body             text        not null,
    text_sha256      text        not null,
    word_count       integer     not null check (word_count >= 0),
    removed          jsonb       not null,
    reason           text        not null check (reason in ('RECEIVED', 'RECEIVED_AGAIN', 'EDITED')),
    created_at       timestamptz not null,
    created_by       text,
    received_item_id uuid        references received_item,
    constraint article_version_number_unique unique (article_id, number)
);
