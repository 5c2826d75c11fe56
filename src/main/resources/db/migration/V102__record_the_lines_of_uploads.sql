-- Which line of an upload a change was; null for requests that are one change.
alter table audit_entry add column line bigint;
