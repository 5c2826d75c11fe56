-- Who made it. Outlets and entities that people added are shown though no article is there yet; those that articles
-- brought along are shown as long as one of these articles is. Of a name: whether people gave it, or an article printed it.
alter table outlet add column by_hand boolean not null default false;
alter table named_entity add column by_hand boolean not null default false;
alter table entity_name add column by_hand boolean not null default false;

-- The audit trail knows what was added by hand.
update outlet o
   set by_hand = true
  from audit_entry e
 where e.method = 'POST' and e.path = '/api/v1/outlets' and e.location = '/api/v1/outlets/' || o.slug;

update named_entity n
   set by_hand = true
  from audit_entry e
 where e.method = 'POST' and e.path = '/api/v1/entities' and e.location = '/api/v1/entities/' || n.id;

-- Whether an article that is shown prints a name is looked up by entity and text.
create index mention_by_entity_and_text on mention (entity_id, text);

-- A name no article prints was given by hand.
update entity_name n
   set by_hand = true
  from named_entity e
 where e.id = n.entity_id
   and n.kind <> 'PRINTED'
   and (e.by_hand
        or not exists (select
                         from entity_name p
                         join mention m on m.entity_id = coalesce(e.merged_into, e.id) and m.text = p.name
                        where p.entity_id = n.entity_id and p.name_key = n.name_key));

-- What may be shown, said here and nowhere else. Lists, counts, exports and the index read the views named published,
-- standing and shown and repeat no condition of theirs. Who asks for one thing by its id reads the views named stored:
-- what is withheld there is for editors, and to readers it is as if it had never been. Whatever changes the rule
-- changes these views.
-- A question of whether there is any is written as (select true ... limit 1): PostgreSQL then stops at the first, where
-- it may choose to go through everything for an exists.

-- Every article with its current text. The join is an outer one because PostgreSQL leaves it out where no text is asked for.
create view stored_article as
select a.id, a.version, a.outlet_id, a.url, a.external_id, a.status, a.section, a.tags, a.rights, a.language,
       a.published_at, a.modified_at, a.ingested_at, a.deleted_at, a.current_version as version_number,
       v.headline, v.standfirst, v.byline, v.dateline, v.body, v.word_count, v.text_sha256, v.removed,
       a.status <> 'PUBLISHED' as withheld
  from article a
  left join article_version v on v.article_id = a.id and v.number = a.current_version;

-- An article that anybody may see.
create view published_article as
select id, outlet_id, url, external_id, status, section, tags, rights, language, published_at, modified_at, ingested_at,
       version_number, headline, standfirst, byline, dateline, body, word_count, text_sha256
  from stored_article
 where not withheld and deleted_at is null;

-- Every version of every article's text.
create view stored_version as
select v.*, a.withheld or not v.shown as withheld, a.deleted_at
  from article_version v
  join stored_article a on a.id = v.article_id;

-- Every quote, in whatever version of its article it stands.
create view stored_quote as
select q.*, v.withheld or q.status = 'REJECTED' as withheld, v.deleted_at as article_deleted_at
  from quote q
  join stored_version v on v.article_id = q.article_id and v.number = q.article_version;

-- A quote in the current text of a published article. Rejected ones are among them: quote lists show these to editors
-- who ask for them by their status.
create view published_quote as
select q.*
  from quote q
  join published_article a on a.id = q.article_id and a.version_number = q.article_version
 where q.deleted_at is null;

-- A published quote that nobody rejected: what is found and counted unless somebody asks for rejected ones.
create view standing_quote as
select * from published_quote where status <> 'REJECTED';

-- A name of an entity that anybody may see: given by hand, or printed by an article that anybody may see, letter case,
-- accents and forms of address aside.
create view shown_name as
select n.id, n.entity_id, n.name, n.name_key, n.kind, n.by_hand
  from entity_name n
 where n.by_hand
    or (select true
          from entity_name p
          join mention m on m.entity_id = p.entity_id and m.text = p.name
          join published_article a on a.id = m.article_id and a.version_number = m.article_version
         where p.entity_id = n.entity_id and p.name_key = n.name_key
         limit 1);

-- Every named entity. The name it is shown by is its own, or the longest it is shown by where its own may not be.
create view stored_entity as
select e.*,
       not (e.by_hand
            or coalesce((select true
                           from mention m
                           join published_article a on a.id = m.article_id and a.version_number = m.article_version
                          where m.entity_id = e.id
                          limit 1),
                        (select true from standing_quote q where q.speaker_id = e.id limit 1),
                        (select true from named_entity m where m.merged_into = e.id and m.by_hand limit 1),
                        false)) as withheld,
       coalesce((select n.name from shown_name n where n.entity_id = e.id and n.kind = 'PRIMARY' limit 1),
                (select n.name from shown_name n where n.entity_id = e.id order by length(n.name) desc, n.name limit 1),
                e.name) as shown_name
  from named_entity e;

-- Someone or something named that was neither deleted nor merged into another.
drop view standing_entity;
create view standing_entity as
select * from stored_entity where deleted_at is null and merged_into is null;

-- One that anybody may see.
create view shown_entity as
select id, type, shown_name as name, created_at from standing_entity where not withheld;

-- What an entity is found by in articles that mean it, besides what they print themselves.
create view called_name as
select e.id as entity_id, e.shown_name as name from standing_entity e
 union all
select n.entity_id, n.name from entity_name n join standing_entity e on e.id = n.entity_id where n.by_hand;

-- Every outlet.
create view stored_outlet as
select o.*,
       not (o.by_hand
            or coalesce((select true from published_article a where a.outlet_id = o.id limit 1), false)) as withheld
  from outlet o;

-- One that anybody may see.
create view shown_outlet as
select * from stored_outlet where deleted_at is null and not withheld;

-- Names the index does not have because they may not be shown. Once an article prints one that is shown, its entity is
-- indexed again.
create table unindexed_name (
    entity_id     uuid    not null,
    name          text    not null,
    entity_absent boolean not null,
    primary key (entity_id, name)
);

-- The digests are of other names than before; the index is built anew.
truncate indexed_entity_name;
