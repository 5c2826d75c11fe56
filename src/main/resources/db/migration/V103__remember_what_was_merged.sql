-- Which entity somebody said is which other one, for that to be taken back. Where it leads to in the end, after a chain of
-- such words, stands in named_entity.merged_into.
create table entity_merge (
    merged_id uuid        primary key references named_entity,
    into_id   uuid        not null references named_entity,
    merged_at timestamptz not null,
    merged_by text        not null
);

create index entity_merge_by_into on entity_merge (into_id);

-- Whose it was before that entity was merged; null for what is an entity's own.
alter table entity_name add column merged_from uuid;
alter table mention add column merged_from uuid;
alter table quote add column speaker_merged_from uuid;

create index entity_name_by_merged_from on entity_name (merged_from) where merged_from is not null;
create index mention_by_merged_from on mention (merged_from) where merged_from is not null;
create index quote_by_speaker_merged_from on quote (speaker_merged_from) where speaker_merged_from is not null;
