-- What may be shown, said here and nowhere else: lists, counts and the index read these views and repeat no condition of
-- theirs. Whatever changes the rule (an embargo that ends, a correction) changes the views. PostgreSQL inlines them.

-- An article that anybody may see, with the text that holds now; version_number says which version that is. Each article
-- has its current version. The join is an outer one because PostgreSQL leaves it out where no text is asked for.
create view published_article as
select a.id, a.outlet_id, a.url, a.external_id, a.status, a.section, a.tags, a.rights, a.language,
       a.published_at, a.modified_at, a.ingested_at, a.current_version as version_number,
       v.headline, v.standfirst, v.byline, v.dateline, v.body, v.word_count, v.text_sha256
  from article a
  left join article_version v on v.article_id = a.id and v.number = a.current_version
 where a.status = 'PUBLISHED';

-- A quote in the current text of a published article. Rejected ones are among them: quote lists show these to whoever
-- asks for them by their status.
create view published_quote as
select q.*
  from quote q
  join published_article a on a.id = q.article_id and a.version_number = q.article_version
 where q.deleted_at is null;

-- A published quote that nobody rejected: what is found and counted unless somebody asks for rejected ones.
create view standing_quote as
select * from published_quote where status <> 'REJECTED';

-- Someone or something named that was neither deleted nor merged into another.
create view standing_entity as
select * from named_entity where deleted_at is null and merged_into is null;
