-- Deleted quotes are looked up as well: by whoever reads an article again, and by the search index. An index that leaves
-- them out cannot be used for that, and without one each such question reads all quotes of the archive.
drop index quote_by_article;
create index quote_by_article on quote (article_id, article_version, content_start, id);

drop index quote_by_speaker;
create index quote_by_speaker on quote (speaker_id, article_id) where speaker_id is not null;
