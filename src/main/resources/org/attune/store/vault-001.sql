-- Sealed data. Plain columns hold random ids, positions and nothing else.
CREATE TABLE client (
  client_id TEXT PRIMARY KEY NOT NULL,
  code_index BLOB NOT NULL UNIQUE,
  sealed BLOB NOT NULL
);
CREATE TABLE consent (
  client_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (client_id, seq)
);
-- One stream is one person's lane in one session.
CREATE TABLE stream (
  session_id TEXT NOT NULL,
  lane INTEGER NOT NULL,
  client_id TEXT NOT NULL,
  opening BLOB NOT NULL,
  closing_seq INTEGER,
  closing BLOB,
  PRIMARY KEY (session_id, lane)
);
CREATE INDEX stream_by_client ON stream (client_id);
CREATE TABLE part (
  session_id TEXT NOT NULL,
  lane INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (session_id, lane, seq)
);
