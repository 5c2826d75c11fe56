-- Which flush of the index was the last one; null before the first, and where the index is in no folder of ours.
alter table index_build add column last_flush uuid;
