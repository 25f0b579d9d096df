-- Keys of process notes: one for each person and session, or person alone (an empty text).
CREATE TABLE note_key (
  key_id TEXT PRIMARY KEY NOT NULL,
  client_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  wrapped BLOB NOT NULL
);
CREATE INDEX note_key_by_client ON note_key (client_id, session_id);
CREATE TABLE erased_note_key (
  key_id TEXT PRIMARY KEY NOT NULL
);
-- Spans of recordings that were erased: the rest is sealed anew, under a new key.
CREATE TABLE erased_span (
  span_id TEXT PRIMARY KEY NOT NULL,
  session_id TEXT NOT NULL,
  lane INTEGER NOT NULL,
  from_nanos INTEGER NOT NULL,
  to_nanos INTEGER NOT NULL,
  done INTEGER NOT NULL
);
-- The new key while the rest is being sealed under it; afterwards it takes the old one's place.
CREATE TABLE next_stream_key (
  session_id TEXT NOT NULL,
  lane INTEGER NOT NULL,
  client_id TEXT NOT NULL,
  wrapped BLOB NOT NULL,
  PRIMARY KEY (session_id, lane)
);
