-- Who publishes.
create table outlet (
    id         uuid        primary key,
    version    bigint      not null,
    slug       text        not null,
    name       text        not null,
    homepage   text,
    country    text,
    language   text,
    created_at timestamptz not null,
    deleted_at timestamptz,
    constraint outlet_slug_unique unique (slug)
);

create index outlet_by_name on outlet (name, id) where deleted_at is null;
