-- What the search index has yet to learn, written in the transaction of the change. One row for each article or entity.
create table index_outbox (
    id         bigint      generated always as identity primary key,
    article_id uuid,
    entity_id  uuid,
    urgency    smallint    not null default 0,
    attempts   smallint    not null default 0,
    failure    text,
    created_at timestamptz not null default now(),
    constraint index_outbox_one_subject check (num_nonnulls(article_id, entity_id) = 1)
);

-- The order of work: what people wait for first, what failed last.
create index index_outbox_by_turn on index_outbox (attempts, urgency, id);
create index index_outbox_by_article on index_outbox (article_id) where article_id is not null;
create index index_outbox_by_entity on index_outbox (entity_id) where entity_id is not null;

-- How far the index has been built from the archive; no row means not at all.
create table index_build (
    format      text        primary key,
    built_up_to uuid        not null,
    completed   boolean     not null,
    changed_at  timestamptz not null
);
