-- What was done with the vault and with whose leave: ids and counts, chained entry to entry.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY NOT NULL,
  sealed BLOB NOT NULL
);
-- Where that chain stood when the vault was last closed, signed.
CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  signature BLOB NOT NULL
);
-- What left the vault, each copy sealed under the key of the person it is of.
CREATE TABLE export_copy (
  client_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (client_id, seq)
);
-- Process notes, under keys of their own (note_key in keys.db). No session: an empty text.
CREATE TABLE note (
  client_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  key_id TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (client_id, seq)
);
CREATE INDEX note_by_key ON note (key_id);
-- How long a person's things are kept, and whether the law holds them: one sealed record each.
CREATE TABLE keeping (
  client_id TEXT PRIMARY KEY NOT NULL,
  sealed BLOB NOT NULL
);
-- That something was erased, by random id, and sealed when. Nothing of what it was.
CREATE TABLE tombstone (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (kind, id)
);
