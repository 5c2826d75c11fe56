-- What a name is looked up by when an article names somebody: the name without what comes and goes between articles
-- (middle names, company forms). Null for names that say too little to go by: a surname as printed. Filled for names
-- that are there already by the migration after this one.
alter table entity_name add column identity_key text;
create index entity_name_by_identity_key on entity_name (identity_key, entity_id) where identity_key is not null;

-- Who bears a surname, and in about how many articles: whom the surname alone may mean. The number is exact while it is
-- small and goes up in steps after that, so that articles that name the same person do not wait for each other.
create table surname_bearer (
    surname   text    not null,
    entity_id uuid    not null references named_entity,
    articles  integer not null,
    constraint surname_bearer_pk primary key (surname, entity_id)
);

create index surname_bearer_by_articles on surname_bearer (surname, articles desc, entity_id);
create index surname_bearer_by_entity on surname_bearer (entity_id);
