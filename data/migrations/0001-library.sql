-- The library, version 1. Run by syn-migrations.c inside a transaction; a released step is never changed again.

-- Two counters of one row: `revision` rises with every change of the articles, `grouped` is the revision that the
-- stories were last made from. Where they differ, grouping is due; so an import that was cut off is caught up later.
CREATE TABLE library (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  grouped  INTEGER NOT NULL
) STRICT;

INSERT INTO library VALUES (1, 0, 0);

-- `revision` rises whenever a member or its text changes; the counts hold for the revision in `counted` alone.
CREATE TABLE story (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  title     TEXT,                        -- given by the reader; NULL: the headline of its most typical article
  revision  INTEGER NOT NULL DEFAULT 0,
  counted   INTEGER NOT NULL DEFAULT -1,
  facts     INTEGER NOT NULL DEFAULT 0,
  conflicts INTEGER NOT NULL DEFAULT 0,
  origins   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The text comes last, so that a listing need not read through it. Ids are never given twice: `@ID` keeps its meaning.
CREATE TABLE article (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  story     INTEGER REFERENCES story (id) ON DELETE SET NULL,   -- NULL until it is grouped
  file      TEXT,
  entry     INTEGER NOT NULL,            -- its number within the file, from 0
  key       TEXT,                        -- the entry's own lasting id
  title     TEXT,
  byline    TEXT,
  outlet    TEXT,
  published TEXT,
  updated   TEXT,
  language  TEXT,
  url       TEXT,
  hash      BLOB NOT NULL UNIQUE CHECK (length (hash) = 32),    -- SHA-256 of the fields, text and asides
  added     INTEGER NOT NULL,            -- seconds since 1970
  size      INTEGER NOT NULL,            -- bytes of the text
  facts     INTEGER NOT NULL DEFAULT 0,  -- of its story's, those that it states
  text      TEXT NOT NULL
) STRICT;

CREATE INDEX article_story ON article (story);
CREATE INDEX article_file ON article (file, entry);
CREATE INDEX article_key ON article (key) WHERE key IS NOT NULL;
CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;

-- Passages by another hand, in bytes of the text.
CREATE TABLE aside (
  article  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  end      INTEGER NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('preface', 'comment', 'note')),
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

-- What the import left out, and why.
CREATE TABLE dropped (
  article  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text     TEXT NOT NULL,
  why      TEXT NOT NULL,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

-- What the analyser of that version found. The signature, small, is read for the whole library when grouping; the
-- document one at a time: hence two tables.
CREATE TABLE analysis (
  article  INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  version  INTEGER NOT NULL,
  document BLOB NOT NULL
) STRICT;

CREATE TABLE signature (
  article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  bytes   BLOB NOT NULL
) STRICT;

-- Full text, over the articles' own columns; the tokenizer is ours (syn-tokenizer.c). A hit in a headline counts most.
CREATE VIRTUAL TABLE article_index USING fts5 (
  title, byline, outlet, text,
  content = 'article', content_rowid = 'id', tokenize = 'synoptic'
);

INSERT INTO article_index (article_index, rank) VALUES ('rank', 'bm25 (8.0, 3.0, 3.0, 1.0)');

CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
  INSERT INTO article_index (rowid, title, byline, outlet, text)
    VALUES (new.id, new.title, new.byline, new.outlet, new.text);
  UPDATE library SET revision = revision + 1;
END;

CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
  INSERT INTO article_index (article_index, rowid, title, byline, outlet, text)
    VALUES ('delete', old.id, old.title, old.byline, old.outlet, old.text);
  UPDATE library SET revision = revision + 1;
  UPDATE story SET revision = revision + 1 WHERE id = old.story;
  DELETE FROM story WHERE id = old.story AND NOT EXISTS (SELECT 1 FROM article WHERE story = old.story);
END;

CREATE TRIGGER article_rewritten AFTER UPDATE OF hash ON article WHEN new.hash <> old.hash BEGIN
  INSERT INTO article_index (article_index, rowid, title, byline, outlet, text)
    VALUES ('delete', old.id, old.title, old.byline, old.outlet, old.text);
  INSERT INTO article_index (rowid, title, byline, outlet, text)
    VALUES (new.id, new.title, new.byline, new.outlet, new.text);
  UPDATE library SET revision = revision + 1;
  UPDATE story SET revision = revision + 1 WHERE id = old.story;
END;

CREATE TRIGGER article_regrouped AFTER UPDATE OF story ON article WHEN new.story IS NOT old.story BEGIN
  UPDATE story SET revision = revision + 1 WHERE id IN (old.story, new.story);
END;
