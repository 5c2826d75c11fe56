-- Who said what. article_version is the latest version of the article in which the words stand.
create table quote (
    id                    uuid        primary key,
    version               bigint      not null,
    article_id            uuid        not null references article,
    article_version       integer     not null check (article_version >= 1),
    kind                  text        not null check (kind in ('DIRECT', 'MIXED', 'INDIRECT')),
    content               text        not null,
    content_start         integer     not null check (content_start >= 0),
    content_end           integer     not null check (content_end > content_start),
    segments              jsonb       not null,
    cue_text              text,
    cue_start             integer,
    cue_end               integer,
    speaker_name          text,
    speaker_id            uuid        references named_entity,
    speaker_mention_text  text,
    speaker_mention_start integer,
    speaker_mention_end   integer,
    speaker_mention_kind  text check (speaker_mention_kind in ('NAME', 'DESCRIPTOR', 'PRONOUN')),
    confidence            double precision not null check (confidence >= 0 and confidence <= 1),
    reason                text        not null,
    status                text        not null
        check (status in ('EXTRACTED', 'CONFIRMED', 'EDITED', 'REJECTED', 'ADDED')),
    prefix                text        not null,
    suffix                text        not null,
    created_at            timestamptz not null,
    modified_at           timestamptz not null,
    deleted_at            timestamptz
);

create index quote_by_article on quote (article_id, article_version, content_start, id) where deleted_at is null;
create index quote_by_speaker on quote (speaker_id, article_id) where deleted_at is null;
