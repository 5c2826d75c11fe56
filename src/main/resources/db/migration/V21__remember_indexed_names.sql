-- What entities were called when they were last indexed: other names than then mean indexing the articles that name them.
create table indexed_entity_name (
    entity_id uuid primary key,
    digest    text not null
);
