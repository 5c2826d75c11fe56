-- An article keeps its status when it is deleted, and has it again when it is restored. What the deleted ones were
-- before is written nowhere. They become withdrawn, so that none is shown that was not to be; whoever restores one sees
-- that and publishes it if it is to be published.
drop view standing_quote, published_quote, published_article;

alter table article drop constraint article_check;
alter table article drop constraint article_status_check;
update article set status = 'WITHDRAWN' where status = 'DELETED';
alter table article add constraint article_status_check check (status in ('PUBLISHED', 'EMBARGOED', 'WITHDRAWN'));

-- A version is shown to readers once the article was published with it: a draft written under an embargo is not.
alter table article_version add column shown boolean not null default true;
update article_version v set shown = false from article a where a.id = v.article_id and a.status = 'EMBARGOED';
alter table article_version alter column shown drop default;
