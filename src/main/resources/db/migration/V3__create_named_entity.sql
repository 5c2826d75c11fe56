-- Someone or something that articles name.
create table named_entity (
    id           uuid        primary key,
    version      bigint      not null,
    type         text        not null
        check (type in ('PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'WORK', 'OTHER')),
    name         text        not null,
    description  text,
    external_ids jsonb       not null,
    created_at   timestamptz not null,
    modified_at  timestamptz not null,
    deleted_at   timestamptz,
    merged_into  uuid        references named_entity
);

create index named_entity_by_name on named_entity (name, id) where deleted_at is null and merged_into is null;
create index named_entity_by_merged_into on named_entity (merged_into) where merged_into is not null;

-- What an entity is called. The key is the name folded for looking up: case, accents, honorifics and marks gone.
create table entity_name (
    id        uuid primary key,
    entity_id uuid not null references named_entity,
    name      text not null,
    name_key  text not null,
    kind      text not null check (kind in ('PRIMARY', 'ALIAS', 'PRINTED')),
    constraint entity_name_unique unique (entity_id, name)
);

create index entity_name_by_key on entity_name (name_key, entity_id);

-- Where an article version names an entity; code points of the body.
create table mention (
    id              uuid    primary key,
    article_id      uuid    not null references article,
    article_version integer not null,
    entity_id       uuid    not null references named_entity,
    span_start      integer not null check (span_start >= 0),
    span_end        integer not null check (span_end > span_start),
    text            text    not null,
    kind            text    not null check (kind in ('NAME', 'DESCRIPTOR', 'PRONOUN'))
);

create index mention_by_article on mention (article_id, article_version, span_start);
create index mention_by_entity on mention (entity_id, article_id);
