-- Wrapped keys, apart from the data they open: destroying a row here erases for good.
CREATE TABLE client_key (
  client_id TEXT PRIMARY KEY NOT NULL,
  wrapped BLOB NOT NULL
);
CREATE TABLE stream_key (
  session_id TEXT NOT NULL,
  lane INTEGER NOT NULL,
  client_id TEXT NOT NULL,
  wrapped BLOB NOT NULL,
  PRIMARY KEY (session_id, lane)
);
CREATE INDEX stream_key_by_client ON stream_key (client_id);
-- What was erased, by random id: applied again whenever the vault is opened.
CREATE TABLE erased_client (
  client_id TEXT PRIMARY KEY NOT NULL
);
CREATE TABLE erased_stream (
  session_id TEXT NOT NULL,
  lane INTEGER NOT NULL,
  PRIMARY KEY (session_id, lane)
);
